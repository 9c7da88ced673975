"""A diluent made to slow release."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="EXC601",
    title="The diluent slows release",
    severity="warning",
    rationale="Low doses of naltrexone are meant to be released at once. A diluent that swells to "
    "a gel is made to prevent that; how much it matters here, no trial has shown.",
    bad="Hypromellose, or lactose with hypromellose (RetaLac), as the diluent.",
    good="Microcrystalline cellulose, or lactose monohydrate.",
    remedy="Take another diluent, such as microcrystalline cellulose.",
    cites=("density-retalac", "fillers-opinion"),
    of="capsules",
    version=2,
)
def slows_release(case: Case) -> Iterator[Breach]:
    for diluent in case.diluents:
        if diluent.slows_release:
            yield Breach(f"diluent, {diluent.name}", diluent.advice, "release at once")
