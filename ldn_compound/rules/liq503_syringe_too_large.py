"""A dose that fills too little of its syringe."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ503",
    title="The syringe is too large for the dose",
    severity="warning",
    rationale="The error of a syringe is in part the same whatever is drawn, so it weighs most on "
    "little. A rule that is taught, not a pharmacopoeia's: 20 % of the capacity or more.",
    bad="0.1 mL in a 1 mL syringe: 10 % of it.",
    good="0.5 mL in a 1 mL syringe: 50 % of it.",
    remedy="Give a smaller syringe, or make a weaker liquid, of which a dose is a larger volume.",
    cites=("graduates-teaching",),
    of="liquids",
)
def syringe_too_large(case: Case) -> Iterator[Breach]:
    least = fact("least_syringe_share").amount(Ratio)
    for place, one in volumes(case):
        if not one.well_filled:
            yield Breach(
                place,
                f"{said(one)}, {write(one.filled)} of it",
                f"{write(least)} of the syringe or more",
            )
