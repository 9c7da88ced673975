"""A diluent that compounders advise against."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="EXC602",
    title="Compounders advise against the diluent",
    severity="note",
    rationale="Compounding pharmacists advise against some diluents with naltrexone. That is their "
    "opinion: no comparative trial was found.",
    bad="Calcium carbonate as the diluent.",
    good="Microcrystalline cellulose, the diluent of the capsules whose stability was studied.",
    remedy="Take another diluent, such as microcrystalline cellulose, or go on with this one.",
    cites=("fillers-opinion", "ldnrt-2021"),
    of="capsules",
    version=2,
)
def advised_against(case: Case) -> Iterator[Breach]:
    for diluent in case.diluents:
        if diluent.advice and not diluent.slows_release:
            yield Breach(f"diluent, {diluent.name}", diluent.advice, "no advice against it")
