"""A dose that no mark of the syringe delivers within the limits of its content."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.everyday import per
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import outside, said, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ515",
    title="What the syringe delivers is outside the limits of a dose",
    severity="error",
    rationale="A capsule that holds so much more or less is refused; a dose that is drawn to the "
    "nearest mark is taken every day as it is drawn.",
    bad="1.5 mg of 100 mg/mL: 0.02 mL of a 1 mL syringe, which hold 2 mg.",
    good="1.5 mg of 1 mg/mL: 1.5 mL of a 3 mL syringe.",
    remedy="Choose a concentration at which the dose is more marks.",
    cites=("usp-naltrexone-tablets",),
    of="liquids",
)
def mark_outside(case: Case) -> Iterator[Breach]:
    limits = case.plan.policy.content
    for place, one in volumes(case):
        if outside(one, limits=limits):
            part = per(one.delivered, by=one.dose)
            yield Breach(f"{place}, {said(one)}", part, f"{limits} of the dose")
