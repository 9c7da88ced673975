"""Rounding, once, where an amount is measured; ties go up, as the General Notices ask.

1436.13 mg on a balance that reads 1 mg is weighed as 1436 mg; 0.5 goes to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TypeVar

from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.spelling import is_terminating, write_number

A = TypeVar("A", bound=Amount)


class Mode(StrEnum):
    """What happens to what lies between two marks."""

    HALF_UP = "half up"
    HALF_EVEN = "half even"
    HALF_DOWN = "half down"
    UP = "up"
    DOWN = "down"
    CEILING = "ceiling"
    FLOOR = "floor"


_HALF = Fraction(1, 2)


def whole(value: Fraction, mode: Mode) -> int:
    """`value` as a whole number; "half up" and "up" go away from zero, "down" towards it."""
    if mode is Mode.CEILING:
        return -(-value.numerator // value.denominator)
    below = value.numerator // value.denominator
    if mode is Mode.FLOOR:
        return below
    if value < 0:
        return -whole(-value, mode)
    over = value - below
    if mode is Mode.HALF_UP:
        return below + (over >= _HALF)
    if mode is Mode.HALF_EVEN:
        return below + (over > _HALF or (over == _HALF and below % 2 == 1))
    if mode is Mode.HALF_DOWN:
        return below + (over > _HALF)
    if mode is Mode.UP:
        return below + (over > 0)
    if mode is Mode.DOWN:
        return below
    raise KindError(f"{mode!r} is no mode of rounding: write one of Mode, such as Mode.HALF_UP")


def significant_increment(value: Fraction, figures: int) -> Fraction:
    """The step at which `value` has that many significant figures."""
    if figures < 1:
        raise AmountError(f"{figures} significant figures: write 1 or more")
    size, power = abs(value), 0
    while size >= 10 ** (power + 1):
        power += 1
    while size < Fraction(10) ** power and size:
        power -= 1
    return Fraction(10) ** (power - figures + 1)


@cache
def _how(mode: Mode, increment: Fraction, unit: str) -> str:
    number = write_number(increment) if is_terminating(increment) else str(increment)
    return f"rounded {mode} to {number} {unit.removesuffix('s') if number == '1' else unit}"


@dataclass(frozen=True, slots=True)
class Rounding:
    """A named rounding to multiples of `increment`; calling it gives the same kind of amount.

    A positive amount never becomes zero: that raises AmountError, for nothing would be measured.
    """

    purpose: str
    increment: Amount
    mode: Mode = Mode.HALF_UP

    def __post_init__(self) -> None:
        if self.increment.base <= 0:
            raise AmountError(f"{self.purpose}: an increment is above zero")

    @property
    def how(self) -> str:
        return _how(self.mode, self.increment.value, self.increment.unit)

    def __call__(self, amount: A) -> A:
        self._same_kind(amount)
        return _onto(amount, self.increment.base, self.mode, self.purpose, self.how)

    def _same_kind(self, amount: Amount) -> None:
        if type(amount) is not type(self.increment):
            raise KindError(
                f"{self.purpose} rounds a {type(self.increment).__name__}, not {amount!r}"
            )

    def holds(self, amount: Amount) -> bool:
        """Whether the amount lies on the grid."""
        self._same_kind(amount)
        return (amount.base / self.increment.base).denominator == 1


@dataclass(frozen=True, slots=True)
class Significant:
    """A rounding to so many significant figures, for guidance ("about 1400 mg")."""

    purpose: str
    figures: int
    mode: Mode = Mode.HALF_UP

    def __call__(self, amount: A) -> A:
        if amount.is_zero:
            return amount
        step = significant_increment(amount.base, self.figures)
        how = f"rounded {self.mode} to {self.figures} significant figures"
        return _onto(amount, step, self.mode, self.purpose, how)


def _onto(amount: A, step: Fraction, mode: Mode, purpose: str, how: str) -> A:
    steps = whole(amount.base / step, mode)
    if steps == 0 and amount.base != 0:
        raise AmountError(
            f"{purpose}: {amount} {how} is nothing; "
            "measure a larger amount or use a finer instrument"
        )
    return type(amount).in_base(steps * step, Rounded(purpose, how, amount))
