"""A fill that rests on a density instead of on filled shells."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.plan import Filling
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="CAP401",
    title="The fill is an estimate",
    severity="warning",
    rationale="Shell volume times a tapped density misses what a hand packs into a shell by 10 % "
    "and more. The drug is not wrong by it, but the blend may not go in, or not fill the shells.",
    bad="0.30 mL × 0.46 g/mL = 138 mg of cellulose, and this house packs 121 mg.",
    good="10 shells packed with the diluent by this house, 1210 mg together: 121 mg each.",
    remedy="Pack 5 shells or more with the diluent, weigh them and state the fill as measured; or "
    "state it as calibrated, and top the shells up at the bench.",
    cites=("erickson-2008", "nrf"),
    of="capsules",
)
def fill_estimated(case: Case) -> Iterator[Breach]:
    made = case.plan.made
    if isinstance(made, Filling) and made.basis == "estimated":
        yield Breach(
            f"{made.shell} shell, fill",
            f"about {write(made.full_of_diluent, unit='capsule')} of {made.diluent}",
            "measured or calibrated",
        )
