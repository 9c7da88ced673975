"""A step that wants more than there is."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="OUT803",
    title="The material runs short",
    severity="error",
    rationale="The dry run took more out of a vessel than it held: the steps cannot be done as "
    "they stand, and the units would hold less.",
    bad="494 mg to be weighed out of a jar that holds 450 mg.",
    good="494 mg to be weighed out of a jar that holds 1 g.",
    remedy="Have more of the material, state all its lots, or make fewer units.",
    cites=("this-library",),
    of="shortages",
    absolute=True,
)
def runs_short(case: Case) -> Iterator[Breach]:
    for shortage in case.outcome.shortages:
        yield Breach(
            f"step {shortage.step}, {shortage.vessel}",
            f"{write(shortage.short)} of {write(shortage.wanted)} is not there",
            "all of it",
            shortage.step,
        )
