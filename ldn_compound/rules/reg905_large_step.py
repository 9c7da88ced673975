"""A step up that is larger than those of published titrations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

if TYPE_CHECKING:
    from ldn_compound.rules.directed import Steps


@rule(
    code="REG905",
    title="A step up larger than published titrations",
    severity="warning",
    rationale="Published titrations go up by 0.5 to 1.5 mg a day. A larger step is a slip of the "
    "pen, a period left out, or a schedule that nobody published. Compared as hydrochloride.",
    bad="1.5 mg for 14 days, then 4.5 mg.",
    good="1.5 mg for 14 days, then 3 mg for 14 days, then 4.5 mg.",
    remedy="Ask the prescriber whether a step between the two was left out.",
    cites=("ldnrt-2021", "ldnrt-titrating", "ldnno-dosering"),
    of="directions",
)
def large_step(case: Case) -> Iterator[Breach]:
    if case.directed is not None:
        yield from beyond_published(case.directed.steps_up)


def beyond_published(steps: Steps) -> Iterator[Breach]:
    """Of steps up, those that are too large."""
    published = fact("titration_step").limits(Mass)
    for before, after in steps:
        up = difference(after.a_day, less=before.a_day)
        if up > published.high:
            yield Breach(
                after.place,
                f"up by {write(up)} a day, from {write(before.a_day)}",
                f"up by {published.texts[0]} to {published.texts[1]} a day",
            )
