"""Weighings that together may carry a unit too far off."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH302",
    title="The weighings together may be too far off",
    severity="error",
    rationale="Each weighing may be off by the balance's error, and the errors multiply: three "
    "weighings at the minimum, 5 % each, are up to 15.8 % together.",
    bad="121 mg of powder on a class III balance (6 mg, 4.96 %), and its blend shared out by "
    "another weighing.",
    good="450 mg of powder on the same balance: 1.3 %.",
    remedy="Weigh more and dilute it, make more units at once, or use a finer balance.",
    cites=("usp-1176", "ansel"),
)
def weighing_error(case: Case) -> Iterator[Breach]:
    largest = case.plan.policy.largest_weighing_error
    for run in case.outcome.runs:
        if run.weighing_error > largest:
            yield Breach(
                f"run {run.run}, weighings together",
                run.weighing_error,
                f"{write(largest)} at most",
            )
