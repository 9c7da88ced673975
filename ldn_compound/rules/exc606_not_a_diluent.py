"""A powder that nobody fills capsules with, or dilutes a drug with."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="EXC606",
    title="Not known as a diluent",
    severity="warning",
    rationale="A capsule is mostly diluent. A colour, a preservative or a lubricant is used in "
    "traces, and most of them were never meant to be swallowed by the gram; some are liquids.",
    bad="Capsules filled up with magnesium stearate.",
    good="Capsules filled up with microcrystalline cellulose.",
    remedy="Take a diluent, such as microcrystalline cellulose, or ask whether this may be one.",
    cites=("this-library",),
)
def not_a_diluent(case: Case) -> Iterator[Breach]:
    for diluent in case.diluents:
        if diluent.role != "diluent":
            yield Breach(f"diluent, {diluent.name}", f"known as a {diluent.role}", "a diluent")
