"""What weighings ask of a balance: the smallest of them, and how far a unit may be off.

Kept apart from the dry run's own figures, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ldn_compound.model.steps import BringTo, MeasureOut, Step, Weigh, deciding
from ldn_compound.quantity.kinds import Mass


class Weighings(NamedTuple):
    """The smallest mass weighed, and the worst factors on a unit's content, up and down.

    `measurable`: whether each volume is at least what its measure is used for.
    """

    least: Fraction | None
    high: Fraction
    low: Fraction
    measurable: bool

    def within(self, *, minimum: Fraction, largest_error: Fraction) -> bool:
        """Whether every weighing and every unit is within the limits."""
        return (
            self.measurable
            and (self.least is None or self.least >= minimum)
            and self.high - 1 <= largest_error
            and 1 - self.low <= largest_error
        )


def weighings(steps: tuple[Step, ...], *, error: Mass) -> Weighings:
    """The weighings and measurings of `steps`, compounded for the worst unit.

    Each weighing may be off by `error`, each volume by half a graduation.
    """
    factors = [
        _factors(_part(step, error) for step in deciders) for deciders in deciding(steps).values()
    ]
    return Weighings(
        min((step.amount.base for step in steps if isinstance(step, Weigh)), default=None),
        max((high for high, _ in factors), default=Fraction(1)),
        min((low for _, low in factors), default=Fraction(1)),
        all(step.volume >= step.least for step in steps if isinstance(step, MeasureOut)),
    )


def _part(step: Weigh | MeasureOut | BringTo, error: Mass) -> Fraction:
    """How far off one weighing or measuring may be, as a part of it."""
    if isinstance(step, Weigh):
        return error.base / step.amount.base
    return step.error.base / step.volume.base


def _factors(errors: Iterable[Fraction]) -> tuple[Fraction, Fraction]:
    high = low = Fraction(1)
    for error in errors:
        high *= 1 + error
        low *= 1 - error
    return high, low
