"""A dose from a syringe whose tip holds more than its scale shows."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.equations.measuring import volume_error
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ512",
    title="The syringe's tip displaces a part of the dose",
    severity="warning",
    rationale="What the hub of a tip holds is delivered or kept back beside the scale: of a small "
    "volume that is a large part. A mean of 0.148 mL was measured for one kind of tip.",
    bad="0.5 mL from a syringe whose tip displaces 0.148 mL: 30 % of the dose.",
    good="4.5 mL from it, 3.3 %; or 0.5 mL from a syringe whose tip displaces nothing.",
    remedy="Give a syringe whose tip displaces less, or make a weaker liquid.",
    cites=("enfit-displacement",),
    of="liquids",
)
def tip_displaces(case: Case) -> Iterator[Breach]:
    largest = fact("largest_mark_error").amount(Ratio)
    for place, one in volumes(case):
        displaced = one.syringe.displaces
        if displaced is None:
            continue
        part = volume_error(error=displaced, measured=one.volume)
        if part > largest:
            yield Breach(
                place,
                f"{said(one)}, the tip displaces {write(displaced)}, {write(part)} of it",
                f"{write(largest)} at most",
            )
