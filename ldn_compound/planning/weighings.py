"""What weighings ask of a balance: the smallest of them, and how far a unit may be off.

Kept apart from the dry run's own figures, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ldn_compound.model.steps import BringTo, MeasureOut, Step, Weigh, fills, vessels_behind
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
        _factors(_deciding(steps, vessel, error))
        for step in steps
        if (vessel := fills(step)) is not None
    ]
    return Weighings(
        min((step.amount.base for step in steps if isinstance(step, Weigh)), default=None),
        max((high for high, _ in factors), default=Fraction(1)),
        min((low for _, low in factors), default=Fraction(1)),
        all(step.volume >= step.least for step in steps if isinstance(step, MeasureOut)),
    )


def _deciding(steps: tuple[Step, ...], vessel: str, error: Mass) -> Iterator[Fraction]:
    """The relative error of each step that decides what a unit filled from `vessel` holds."""
    behind = vessels_behind(steps, vessel)
    for step in steps:
        match step:
            case Weigh(carries_active=True):
                if step.into in behind or step.out_of == vessel:
                    yield error.base / step.amount.base
            case MeasureOut(carries_active=True):
                if step.into in behind:
                    yield step.error.base / step.volume.base
            case BringTo(carries_active=True):
                if step.vessel in behind:
                    yield step.error.base / step.volume.base
            case _:
                pass


def _factors(errors: Iterable[Fraction]) -> tuple[Fraction, Fraction]:
    high = low = Fraction(1)
    for error in errors:
        high *= 1 + error
        low *= 1 - error
    return high, low
