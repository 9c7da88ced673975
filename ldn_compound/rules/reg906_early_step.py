"""A step up that comes sooner than those of published titrations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Days
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

if TYPE_CHECKING:
    from ldn_compound.rules.directed import Steps


@rule(
    code="REG906",
    title="A step up sooner than published titrations",
    severity="warning",
    rationale="Published titrations keep a dose for 7 to 28 days before the next. Days and weeks "
    "are easily taken for each other: every 2 days, where every 2 weeks was meant.",
    bad="1.5 mg for 2 days, 3 mg for 2 days, then 4.5 mg.",
    good="1.5 mg for 14 days, 3 mg for 14 days, then 4.5 mg.",
    remedy="Ask the prescriber whether days or weeks are meant.",
    cites=("ldnrt-2021", "ldnrt-titrating", "ldnno-dosering"),
    of="directions",
)
def early_step(case: Case) -> Iterator[Breach]:
    if case.directed is not None:
        yield from before_published(case.directed.steps_up)


def before_published(steps: Steps) -> Iterator[Breach]:
    """Of steps up, those that come too soon."""
    published = fact("titration_interval").limits(Days)
    for before, after in steps:
        if before.days < published.low:
            yield Breach(
                after.place,
                f"after {write(before.days)} of {write(before.a_day)} a day",
                f"{published.texts[0]} to {published.texts[1]} of each dose",
            )
