"""What weighings ask of a balance: the smallest of them, and how far a unit may be off.

Kept apart from the dry run's own figures, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ldn_compound.model.steps import Encapsulate, Step, Weigh, vessels_behind
from ldn_compound.quantity.kinds import Mass


class Weighings(NamedTuple):
    """The smallest mass weighed, and the worst factors on a unit's content, up and down."""

    least: Fraction | None
    high: Fraction
    low: Fraction

    def within(self, *, minimum: Fraction, largest_error: Fraction) -> bool:
        """Whether every weighing and every unit is within the limits."""
        return (
            (self.least is None or self.least >= minimum)
            and self.high - 1 <= largest_error
            and 1 - self.low <= largest_error
        )


def weighings(steps: tuple[Step, ...], *, error: Mass) -> Weighings:
    """The weighings of `steps`, each off by `error`, compounded for the worst unit."""
    every = [step for step in steps if isinstance(step, Weigh)]
    factors = [
        _factors(_deciding(steps, every, one.vessel), error.base)
        for one in steps
        if isinstance(one, Encapsulate)
    ]
    return Weighings(
        min((step.amount.base for step in every), default=None),
        max((high for high, _ in factors), default=Fraction(1)),
        min((low for _, low in factors), default=Fraction(1)),
    )


def _deciding(steps: tuple[Step, ...], every: list[Weigh], vessel: str) -> list[Fraction]:
    behind = vessels_behind(steps, vessel)
    return [
        step.amount.base
        for step in every
        if step.carries_active and (step.into in behind or step.out_of == vessel)
    ]


def _factors(masses: Iterable[Fraction], error: Fraction) -> tuple[Fraction, Fraction]:
    high = low = Fraction(1)
    for mass in masses:
        high *= 1 + error / mass
        low *= 1 - error / mass
    return high, low
