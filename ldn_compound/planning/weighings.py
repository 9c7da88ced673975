"""What weighings ask of a balance: the smallest of them, and how far a unit may be off.

Kept apart from the dry run's own figures, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from ldn_compound.model.steps import Step
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.exact import exactly
from ldn_compound.quantity.kinds import Mass

if TYPE_CHECKING:
    from ldn_compound.model.deciding import Decider

_WHOLE = exactly(1)


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


def weighings(
    steps: tuple[Step, ...], *, deciders: Iterable[tuple[Decider, ...]], error: Mass
) -> Weighings:
    """The weighings and measurings of `steps`, and those that decide compounded for the worst unit.

    Each weighing may be off by `error`, each volume by half a graduation.
    """
    least: Fraction | None = None
    measurable = True
    for step in steps:
        match step.verb:
            case "weigh":
                mass = step.amount.base
                least = mass if least is None or mass < least else least
            case "measure":
                measurable = measurable and step.volume >= step.least
    factors = [_factors(those, error) for those in deciders] or [(_WHOLE, _WHOLE)]
    highs, lows = zip(*factors, strict=True)
    return Weighings(least, max(highs), min(lows), measurable)


def _factors(deciders: tuple[Decider, ...], error: Mass) -> tuple[Fraction, Fraction]:
    high: Fraction = _WHOLE
    low: Fraction = _WHOLE
    for step in deciders:
        off = (
            error.base / step.amount.base
            if step.verb == "weigh"
            else step.error.base / step.volume.base
        )
        high *= 1 + off
        low *= 1 - off
    return high, low
