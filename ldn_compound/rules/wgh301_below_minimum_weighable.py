"""A weighing below what the balance can weigh."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH301",
    title="Below the balance's minimum weighable",
    severity="error",
    rationale="Below the minimum weighable the balance's own error is a larger part of what is "
    "weighed than is accepted: 6 mg on 45 mg is 13 %.",
    bad="45 mg of powder weighed on a class III balance, whose minimum is 120 mg.",
    good="120 mg weighed and diluted, and a part of the dilution taken.",
    remedy="Weigh more and dilute it, make more units at once, or use a finer balance.",
    cites=("usp-1176",),
)
def below_minimum_weighable(case: Case) -> Iterator[Breach]:
    balance = case.plan.bench.balance
    for number, place, step in case.weighings:
        if step.amount < balance.minimum:
            yield Breach(place, step.amount, f"{write(balance.minimum)} or more", number)
