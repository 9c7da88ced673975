"""An excipient that the patient must not have."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ldn_compound.rules.avoidance import Present, named, present
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="EXC603",
    title="It holds, or may hold, what the patient avoids",
    severity="error",
    rationale="Every tablet whose list of excipients was read has lactose; colours differ. What "
    "the tablets bring along is in the capsules, whatever the diluent.",
    bad="Capsules from tablets, for a patient who avoids lactose.",
    good="Capsules from powder in microcrystalline cellulose, for the same patient.",
    remedy="Take powder with its certificate instead of tablets, or another diluent.",
    cites=("label-74087d2f", "label-sun", "label-chartwell", "lactose-from-milk"),
    of="excipients avoided",
    version=2,
)
def avoided(case: Case) -> Iterator[Breach]:
    parts = tuple(present(case.plan))
    for word in case.plan.order.avoid:
        for where in ("vehicle", "diluent", "tablets"):
            found = [one for one in parts if one.where == where and one.holds(word)]
            if found:
                yield _breach(where, found, word)


def _breach(where: str, found: list[Present], word: str) -> Breach:
    listed = ", ".join(named(one.name, avoided=word) for one in found)
    return Breach(
        where,
        f"{'contains' if found[0].certain else 'may contain'} {listed}",
        f"nothing of what the order avoids, {word!r}",
        remedy=_REMEDIES[where] if found[0].certain else _READ_THE_LABEL,
    )


_REMEDIES = MappingProxyType(
    {
        "vehicle": "Take another vehicle, or capsules.",
        "diluent": "Take another diluent.",
        "tablets": "Take powder with its certificate, or tablets without it.",
    }
)
_READ_THE_LABEL = (
    "Take powder with its certificate; or state in contains what the label of these very tablets "
    "lists, if it is not among that."
)
