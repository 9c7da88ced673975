"""Units that would not hold what the label says if the weighings were off."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="OUT802",
    title="At the worst of the weighings the content is outside its limits",
    severity="error",
    rationale="Every weighing may be off by the balance's error. With all of them off to one side, "
    "each unit must still hold what the limits ask for; mixing and filling have yet to add theirs.",
    bad="109.9 % by plan, and a weighing that may be 1.3 % off: 111.4 %.",
    good="100.0 % by plan, and a weighing that may be 1.3 % off: 98.7 to 101.3 %.",
    remedy="Weigh more and dilute it, make more units, use a finer balance, or less overage.",
    cites=("usp-naltrexone-tablets", "usp-1176"),
)
def content_at_worst(case: Case) -> Iterator[Breach]:
    limits = case.plan.policy.content
    for run in case.outcome.runs:
        for word, part in (("least", run.lowest), ("most", run.highest)):
            if not limits.holds(part):
                yield Breach(
                    f"run {run.run}, {word} a unit may hold", part, f"{limits} of the strength"
                )
