"""A word for what the patient avoids that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import avoidable
from ldn_compound.rules.avoidance import known, present
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="EXC604",
    title="Nothing was matched with what the patient avoids",
    severity="warning",
    rationale="The catalogue knows some words for what patients avoid. Any other word was compared "
    "with nothing: that no finding names it does not mean that it is not there.",
    bad="avoid = ['gluten']: no list that was read says anything of it.",
    good="avoid = ['lactose'].",
    remedy="Read the labels of the source, the diluent and the shells yourself.",
    cites=("this-library",),
    of="excipients avoided",
    version=2,
)
def avoided_unknown(case: Case) -> Iterator[Breach]:
    if not case.plan.order.avoid:
        return
    parts = tuple(present(case.plan))
    for word in case.plan.order.avoid:
        if not known(word) and not any(one.holds(word) for one in parts):
            yield Breach(
                "order, avoid",
                repr(word),
                f"a word of the catalogue, such as {', '.join(avoidable())}",
            )
