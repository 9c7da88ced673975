"""Tablets ground so sparingly that nothing may stay in the mortar."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.equations.balance import held_together
from ldn_compound.equations.everyday import times
from ldn_compound.model.steps import MIXING_MORTAR, Count
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH305",
    title="Nothing is left for what grinding loses",
    severity="warning",
    rationale="Some powder stays in mortar and sieve. With a grinding reserve of 0 % the tablets "
    "counted may just give what is to be weighed, and the last milligrams are not there.",
    bad="9 tablets of 177.3 mg ground, 1595.7 mg, and 1595 mg to be weighed.",
    good="10 tablets ground, 1773 mg, and 1596 mg to be weighed.",
    remedy="Set the policy's grinding reserve, such as 2 %, or grind one tablet more.",
    cites=("this-library",),
    of="house's policy",
)
def nothing_for_loss(case: Case) -> Iterator[Breach]:
    if not case.plan.policy.grinding_reserve.is_zero:
        return
    usual = fact("grinding_reserve").amount(Ratio)
    mortars = {step.into for step in case.plan.steps if isinstance(step, Count)}
    for number, place, step in case.weighings:
        if step.out_of not in mortars - {MIXING_MORTAR}:
            continue  # of whole tablets all is used
        left, spare = _left(case, step.out_of), times(step.amount, factor=usual)
        if left < spare:
            yield Breach(
                place,
                f"{write(left)} left in the {step.out_of}",
                f"{write(spare)} or more, {write(usual)} of what is weighed",
                number,
            )


def _left(case: Case, mortar: str) -> Mass:
    for remainder in case.outcome.left_over:
        if remainder.vessel == mortar:
            return held_together(constituents=tuple(one.mass for one in remainder.constituents))
    return Mass.of("0 mg")
