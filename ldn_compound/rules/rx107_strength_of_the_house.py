"""A strength outside the usual low doses that this house makes."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.policy import Policy
from ldn_compound.rules import strengths
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX107",
    title="Strength outside the usual low doses, within what the house makes",
    severity="warning",
    rationale="A house may make strengths just outside the usual low doses, and its policy says "
    "which, as those that it warns of or as its own usual ones. A decimal point that slipped can "
    "still have made one of them. Compared as hydrochloride, exactly, both bounds allowed.",
    bad="0.45 mg a capsule, where 4.5 mg was meant, in a house that makes 0.1 mg to 6 mg.",
    good="0.5 mg, 1.5 mg, 3 mg or 4.5 mg a capsule.",
    remedy="Ask the prescriber whether this strength is meant.",
    cites=("ldnrt-2021", "toljan-2018"),
    of="house's policy",
    version=2,
)
def strength_of_the_house(case: Case) -> Iterator[Breach]:
    policy, usually = case.plan.policy, Policy.usp().usual_strength
    allowed = policy.warned_strength or policy.usual_strength
    if allowed is usually:
        return
    for dose in case.doses:
        if strengths.far_out(dose, policy=policy) or not allowed.holds(dose.salt):
            continue
        for usual in (policy.usual_strength, usually):
            if not usual.holds(dose.salt):
                yield Breach(
                    strengths.place(dose),
                    dose.salt,
                    f"{usual} of naltrexone hydrochloride",
                    remedy=strengths.remedy(dose, usual=usual),
                )
                break
