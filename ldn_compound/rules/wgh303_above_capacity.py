"""A weighing above what the balance can carry."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH303",
    title="Above the balance's capacity",
    severity="error",
    rationale="A balance shows nothing, or something wrong, above its capacity; the vessel on it "
    "counts too.",
    bad="13.9 g of diluent on a balance for 10 g.",
    good="13.9 g of diluent on a balance for 120 g.",
    remedy="Use a balance for larger masses, or make the order in several batches.",
    cites=("this-library",),
)
def above_capacity(case: Case) -> Iterator[Breach]:
    capacity = case.plan.bench.balance.capacity
    for number, place, step in case.weighings:
        if step.amount > capacity:
            yield Breach(place, step.amount, f"{write(capacity)} at most", number)
