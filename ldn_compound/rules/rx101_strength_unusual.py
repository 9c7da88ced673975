"""A strength just outside the usual low doses."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules import strengths
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX101",
    title="Strength outside the usual low doses",
    severity="error",
    rationale="A decimal point that slipped by one place makes a tenth or the tenfold of a low "
    "dose. Compared as hydrochloride, exactly, both bounds allowed.",
    bad="0.45 mg a capsule, where 4.5 mg was meant.",
    good="0.5 mg, 1.5 mg, 3 mg or 4.5 mg a capsule.",
    remedy="Ask the prescriber whether this strength is meant.",
    cites=("ldnrt-2021", "toljan-2018"),
)
def strength_unusual(case: Case) -> Iterator[Breach]:
    policy = case.plan.policy
    allowed = policy.warned_strength or policy.usual_strength
    for dose in case.doses:
        if not allowed.holds(dose.salt) and not strengths.far_out(dose, policy=policy):
            yield Breach(
                strengths.place(dose),
                dose.salt,
                f"{allowed} of naltrexone hydrochloride",
                remedy=strengths.remedy(dose, usual=policy.usual_strength),
            )
