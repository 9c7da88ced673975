"""A bench that nobody described."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Filling
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
    if not isinstance(case.plan.made, Filling) and not bench.measures:
        yield Breach("bench, measures", f"assumed: {_MEASURES}", "the house's own")
    for part in bench.assumed:
        if part == "machine" and not isinstance(case.plan.made, Filling):
            continue
        yield Breach(f"bench, {part}", f"assumed: {_described(bench, part)}", "the house's own")


def _described(bench: Bench, part: str) -> str:
    if part == "machine":
        return f"{write(bench.machine.holes, unit='capsule')} at once"
    if part == "balance":
        reads, least = write(bench.balance.readability), write(bench.balance.minimum)
        return f"reads {reads}, minimum {least}, capacity {write(bench.balance.capacity)}"
    return part


_MEASURES = "class A cylinders, and oral syringes with marks as they usually have"
