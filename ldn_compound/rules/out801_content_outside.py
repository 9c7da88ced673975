"""Units that would not hold what the label says."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="OUT801",
    title="The content is outside its limits",
    severity="error",
    rationale="The dry run carried the steps out on paper, without the planner's arithmetic, and "
    "this is what each unit would hold. Tested at the limits' own decimals.",
    bad="An overage of 12 %: each capsule holds 112.0 % of its strength.",
    good="Each capsule holds 100.0 % of its strength.",
    remedy="Make more units at once or use a finer balance; look at overage and potency.",
    cites=("usp-naltrexone-tablets", "usp-naltrexone-cream"),
)
def content_outside(case: Case) -> Iterator[Breach]:
    limits = case.plan.policy.content
    for run in case.outcome.runs:
        if not limits.holds(run.part):
            yield Breach(f"run {run.run}, content of a unit", run.part, f"{limits} of the strength")
