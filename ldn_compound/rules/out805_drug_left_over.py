"""Material left at the end that still holds drug."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="OUT805",
    title="Material that holds drug is left over",
    severity="note",
    rationale="Ground tablet that was not needed looks like any other powder. What is left is "
    "written down, with how much drug it holds, and is destroyed or kept under its own label.",
    bad="An unlabelled mortar with 160 mg of ground tablet in it.",
    good="'45 mg of naltrexone hydrochloride in 160 mg of ground tablet, destroyed', initialled.",
    remedy="Record it and destroy it, or label it with lot, potency and date.",
    cites=("napra",),
)
def drug_left_over(case: Case) -> Iterator[Breach]:
    plan = case.plan
    active = plan.stock.active
    stores = {supply.vessel for supply in plan.supplies}
    for remainder in case.outcome.left_over:
        vessel = remainder.vessel
        if vessel in stores:
            continue
        for one in remainder.constituents:
            if one.name == active:
                yield Breach(vessel, f"{write(one.mass)} of {active}", "none")
