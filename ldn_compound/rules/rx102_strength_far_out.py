"""A strength far outside the usual low doses."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules import strengths
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX102",
    title="Strength far outside the usual low doses",
    severity="error",
    rationale="From 10 mg on a capsule is no low dose and can bring on withdrawal in somebody who "
    "takes opioids; under 0.1 mg milligrams and micrograms are easily taken for each other. "
    "Compared as hydrochloride, exactly.",
    bad="45 mg a capsule, where 4.5 mg was meant; 4.5 mcg, where 4.5 mg was meant.",
    good="0.5 mg, 1.5 mg, 3 mg or 4.5 mg a capsule.",
    remedy="Ask the prescriber whether this strength is meant; a waiver needs a second name.",
    cites=("ldnrt-2021", "label-mallinckrodt", "this-library"),
    second_name=True,
)
def strength_far_out(case: Case) -> Iterator[Breach]:
    policy = case.plan.policy
    for dose in case.doses:
        if strengths.far_out(dose, policy=policy):
            least, most = policy.outer_strength.texts
            yield Breach(
                strengths.place(dose),
                dose.salt,
                f"{least} or more and under {most} of naltrexone hydrochloride",
                remedy=f"{strengths.remedy(dose, usual=policy.usual_strength)} "
                "A waiver needs a second name.",
            )
