"""A dose for which its syringe's marks are too far apart."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ502",
    title="The syringe's marks are too coarse for the dose",
    severity="warning",
    rationale="Whoever draws a dose may be off by half the distance of two marks. Of a small "
    "volume that is a large part, whatever the liquid holds.",
    bad="0.5 mL in a syringe with marks of 0.1 mL: off by 10 %.",
    good="0.5 mL in a syringe with marks of 0.01 mL: off by 1 %.",
    remedy="Give a syringe with finer marks, or make a weaker liquid.",
    cites=("this-library",),
    of="liquids",
)
def marks_too_coarse(case: Case) -> Iterator[Breach]:
    largest = fact("largest_mark_error").amount(Ratio)
    for place, one in volumes(case):
        if not one.accurate:
            yield Breach(
                place,
                f"{said(one)}, half a mark ({write(one.syringe.error)}) is "
                f"{write(one.mark_error)} of it",
                f"{write(largest)} at most",
            )
