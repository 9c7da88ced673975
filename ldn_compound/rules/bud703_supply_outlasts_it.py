"""A supply that lasts longer than it may be used."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.kinds import Days
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD703",
    title="The supply outlasts the beyond-use date",
    severity="error",
    rationale="What is dispensed is taken to its end, and its end would come after the last day "
    "on which it may be used. The days are counted from the day of compounding: a patient who "
    "starts later ends later still. A kit's strength is not judged: others are taken with it.",
    bad="150 mL of 1 mg/mL, 1.5 mL a day for 100 days, with 35 days to use it.",
    good="45 mL of it, 1.5 mL a day for 30 days.",
    remedy="Make what is used up in time, and the rest later; or take a preparation that keeps "
    "longer.",
    cites=("usp-795-2023-dating",),
    of="directions",
)
def supply_outlasts_it(case: Case) -> Iterator[Breach]:
    directed = case.directed
    covered = None if directed is None else directed.coverage
    if covered is None:
        return
    found, supply = case.plan.beyond_use, min(covered.lasts, covered.directed)
    if supply > found.days:
        yield Breach(
            "order, quantity",
            f"enough for {_days(supply)} from {found.made}",
            f"{_days(found.days)}, to {found.date}",
        )


def _days(number: int) -> str:
    return write(Days.of(number, "days")) if number else "no day"
