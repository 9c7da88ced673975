"""A spelling with one meaning, which has nevertheless been misread somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.flagged import flagged
from ldn_compound.quantity.origins import Given
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX104",
    title="Written in a spelling that has been misread",
    severity="note",
    rationale="4.0 mg has been taken for 40 mg, and the sign for micro for an m. The text was read "
    "in the only way it can be read; a person should see it beside the original.",
    bad="A strength of '4500 MCG', a quantity of '1.50 mg'.",
    good="'4.5 mg'.",
    remedy="Compare it with the prescription, certificate or label it was copied from.",
    cites=("ismp-abbreviations",),
)
def spelling_noted(case: Case) -> Iterator[Breach]:
    plan = case.plan
    stated = flagged(plan.order, plan.source)
    housed = (*plan.bench.flagged, *plan.policy.flagged)
    told: set[Given] = set()
    for one in (*stated, *housed, *(one for _, one in case.flagged)):
        given = one.origin
        if type(given) is not Given or given.note is None or given in told:
            continue
        told.add(given)
        if _worth_a_look(given.place, given.note):
            yield Breach(_place(given), given.note, "the usual spelling")


def _worth_a_look(place: str | None, note: str) -> bool:
    # Certificates print 99.50 %: there the zero states how finely it was determined.
    return not (place in _DETERMINED and note.startswith("trailing zero:"))


def _place(stated: Given) -> str:
    by = stated.by.removeprefix("the ")
    return by if stated.place is None else f"{by}, {stated.place.replace('_', ' ')}"


_DETERMINED = ("assay", "water", "solvents", "loss_on_drying")
