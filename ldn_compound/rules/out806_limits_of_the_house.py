"""What the usual limits of content and weighing would refuse, and the house's allow."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.policy import Policy
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_LIMITS = ("content", "largest_weighing_error")


@rule(
    code="OUT806",
    title="Outside the usual limits, within the house's",
    severity="warning",
    rationale="A house's policy may have limits of its own for what a unit holds and for how far "
    "its weighings may be off. One that was widened for one preparation, or by a slip of the pen, "
    "holds for every other; what the usual limits would have refused is said on the sheet of each.",
    bad="A capsule of 112 % of its strength, in a house that allows 80 % to 120 %.",
    good="A capsule of 100 % of its strength, in the same house.",
    remedy="Ask whether the house means these limits for this preparation.",
    cites=("usp-naltrexone-tablets", "usp-1176"),
    of="house's policy",
)
def limits_of_the_house(case: Case) -> Iterator[Breach]:
    house, usual = case.plan.policy, Policy.usp()
    if house is usual:
        return
    if all(getattr(house, name) == getattr(usual, name) for name in _LIMITS):
        return
    from ldn_compound.rules.liq515_mark_outside import mark_outside
    from ldn_compound.rules.out801_content_outside import content_outside
    from ldn_compound.rules.out802_content_at_worst import content_at_worst
    from ldn_compound.rules.wgh302_weighing_error import weighing_error

    policy = house.model_copy(update={name: getattr(usual, name) for name in _LIMITS})
    as_usual = Case(case.plan.model_copy(update={"policy": policy}), case.outcome)
    for judged in (weighing_error, mark_outside, content_outside, content_at_worst):
        refused = {breach.place for breach in judged.check(case)}
        for breach in judged.check(as_usual):
            if breach.place not in refused:
                remedy = f"By the usual limits this is {judged.code}. {judged.remedy}"
                yield breach._replace(remedy=remedy)
