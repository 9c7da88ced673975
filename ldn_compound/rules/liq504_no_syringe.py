"""A dose that no syringe takes."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ504",
    title="No syringe measures the dose",
    severity="error",
    rationale="A volume above the largest syringe, or below half of the finest mark, is measured "
    "by guess: by a spoon, or by drops.",
    bad="4.5 mg of 0.1 mg/mL, 45 mL, with syringes of up to 20 mL.",
    good="4.5 mg of 1 mg/mL, 4.5 mL.",
    remedy="Choose a concentration at which a dose is from a few tenths of a mL to a few mL, "
    "or state the patient's syringe in the bench's measures.",
    cites=("this-library",),
    of="liquids",
)
def no_syringe(case: Case) -> Iterator[Breach]:
    for one in case.drawn:
        if one.refused is not None:
            yield Breach(one.place, one.refused.problem, "a volume that an oral syringe takes")
