"""A bench that nobody described."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.plan import Bottled, Filling
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH306",
    title="An instrument was assumed",
    severity="note",
    rationale="The plan holds for the instruments it was made for. Where none is described, usual "
    "ones are assumed: a balance that reads 1 mg and is trusted no further than class III, and a "
    "machine for 100 capsules; for liquids, class A cylinders and oral syringes, "
    "whose marks differ from maker to maker.",
    bad="A plan for an assumed balance, carried out on one that reads 10 mg.",
    good="The balance's readability, capacity and sensitivity stated in the bench.",
    remedy="Describe your own in the bench, and plan again.",
    cites=("this-library",),
)
def assumed_bench(case: Case) -> Iterator[Breach]:
    bench = case.plan.bench
    balance, machine = bench.balance, bench.machine
    usual = {
        "balance": f"reads {write(balance.readability)}, minimum {write(balance.minimum)}, "
        f"capacity {write(balance.capacity)}",
        "machine": f"{write(machine.holes, unit='capsule')} at once",
    }
    if isinstance(case.plan.made, Bottled) and not bench.measures:
        yield Breach("bench, measures", f"assumed: {_MEASURES}", "the house's own")
    for part in bench.assumed:
        if part == "machine" and not isinstance(case.plan.made, Filling):
            continue
        yield Breach(f"bench, {part}", f"assumed: {usual.get(part, part)}", "the house's own")


_MEASURES = "class A cylinders, and oral syringes with marks as they usually have"
