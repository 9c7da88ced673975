"""An oral liquid of which nobody says how much is taken."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX106",
    title="An oral liquid without a dose",
    severity="error",
    rationale="A capsule is its dose; a liquid is not. Without the dose nobody can compare what "
    "the patient takes with the usual low doses, or see whether a syringe measures it.",
    bad="100 mL of 1 mg/mL, 'as directed': 4.5 mL were meant, 45 mL can be taken.",
    good="100 mL of 1 mg/mL, doses = ['1.5 mg', '3 mg', '4.5 mg'].",
    remedy="State every dose of the directions in mg, such as doses = ['1.5 mg'].",
    cites=("this-library",),
    of="liquids",
)
def liquid_without_dose(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is not None and not made.doses:
        yield Breach("order, doses", "none stated", "one or more, in mg")
