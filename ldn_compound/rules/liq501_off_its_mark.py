"""A dose whose volume lies between two marks of its syringe."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ldn_compound.model.plan import Plan
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import off_mark, said, syringes_of, volumes
from ldn_compound.rules.rule import Breach, rule

_SUGGESTED = 2
"""Concentrations that the remedy names."""


@rule(
    code="LIQ501",
    title="The dose lies between two marks",
    severity="warning",
    rationale="A patient draws to a mark. Between two marks the dose is rounded to one of them, "
    "and that much more or less drug is taken every day.",
    bad="1.25 mg of 1 mg/mL in a 3 mL syringe with marks of 0.1 mL: 1.3 mL, 4 % more.",
    good="1.5 mg of 1 mg/mL in the same syringe: 1.5 mL.",
    remedy="Choose a concentration at which every dose falls on a mark.",
    cites=("this-library",),
    of="liquids",
)
def off_its_mark(case: Case) -> Iterator[Breach]:
    tolerance = case.plan.policy.rounding.dose_volume_tolerance
    off = [each for each in volumes(case) if off_mark(each[1], tolerance=tolerance)]
    remedy = _remedy(case.plan) if off else ""
    for place, one in off:
        yield Breach(
            place,
            f"{said(one)}, which holds {write(one.delivered)}: off by {write(one.deviation)}",
            f"{write(tolerance)} off at most",
            remedy=remedy,
        )


def _remedy(plan: Plan) -> str:
    from ldn_compound.planning.dose_volume import suggested_concentrations

    assert plan.bottled is not None
    found = suggested_concentrations(plan.bottled.doses, syringes=syringes_of(plan))
    named = " or ".join(write(one) for one in islice(found, _SUGGESTED))
    if not named:
        return "Ask the prescriber for doses that fall on marks, or use a finer syringe."
    return f"With {named} every dose falls on a mark; see how long it keeps in that."
