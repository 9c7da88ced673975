"""How far a rounding moved an amount: 44 mg weighed as 40 mg moved by 4 ÷ 44, 9.1 %."""

from __future__ import annotations

from typing import TypeVar

from ldn_compound.equations.everyday import difference, per
from ldn_compound.quantity.kinds import Mass, Ratio, Volume

A = TypeVar("A", Mass, Volume)


def moved_beyond(before: A, after: A, *, tolerance: Ratio) -> Ratio | None:
    """The part of the amount before it was rounded; None where that is tolerated."""
    if abs(after.base - before.base) <= before.base * tolerance.base:
        return None
    larger, smaller = max(before, after), min(before, after)
    return per(difference(larger, less=smaller), by=before)
