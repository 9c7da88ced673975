"""Pieces of a tablet that no score divides so."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ldn_compound.model.steps import Count
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC215",
    title="The tablet is not scored for these pieces",
    severity="warning",
    rationale="A score is made so that both parts hold alike. Broken where there is none, parts "
    "differ in weight, and the drug in them differs as they do.",
    bad="9.25 tablets, with quarters broken from tablets scored for halves.",
    good="9.5 tablets, with a half of a tablet scored for halves.",
    remedy="Use whole tablets, weigh the ground powder instead, or take tablets scored for it.",
    cites=("fda-tablet-scoring",),
    of="tablets",
)
def not_scored_for_it(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if not isinstance(source, Tablets):
        return
    for number, step in case.countings:
        if (pieces := _pieces(step)) not in _BROKEN[source.scored]:
            yield Breach(
                f"step {number}, count tablets",
                f"{write(step.tablets)}, with {pieces}; {_scored(source)}",
                f"tablets scored for {pieces}",
                number,
            )


_BROKEN = MappingProxyType(
    {
        "none": ("",),
        "halves": ("", "halves"),
        "quarters": ("", "halves", "quarters"),
    }
)


_DIVIDED = MappingProxyType({1: "", 2: "halves"})


def _scored(tablets: Tablets) -> str:
    return "not scored" if tablets.scored == "none" else f"scored for {tablets.scored}"


def _pieces(step: Count) -> str:
    """What the last tablet is broken into; nothing where all stay whole."""
    return _DIVIDED.get(step.tablets.base.denominator, "quarters")
