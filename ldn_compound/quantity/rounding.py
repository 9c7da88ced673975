"""Rounding, once, where an amount is measured; ties go up, as the General Notices ask.

1436.13 mg on a balance that reads 1 mg is weighed as 1436 mg; 0.5 goes to 1.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, Never, TypeVar

from ldn_compound.errors import AmountError, KindError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.decimals import exact_number
from ldn_compound.quantity.origins import Rounded

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


_USUAL = Mode.HALF_UP


def whole(value: Fraction, mode: Mode) -> int:
    """`value` as a whole number; "half up" and "up" go away from zero, "down" towards it."""
    return whole_quotient(value.numerator, value.denominator, mode)


def whole_quotient(dividend: int, divisor: int, mode: Mode) -> int:
    """`dividend` ÷ `divisor` (above zero) as a whole number, without making the fraction."""
    if mode is _USUAL and dividend >= 0:
        below, over = divmod(dividend, divisor)
        return below + (2 * over >= divisor)
    if mode is Mode.CEILING:
        return -(-dividend // divisor)
    if dividend < 0 and mode is not Mode.FLOOR:
        return -whole_quotient(-dividend, divisor, mode)
    below, over = divmod(dividend, divisor)
    if mode is Mode.HALF_EVEN:
        return below + (2 * over > divisor or (2 * over == divisor and below % 2 == 1))
    if mode is Mode.HALF_DOWN:
        return below + (2 * over > divisor)
    if mode is Mode.UP:
        return below + (over > 0)
    if mode in (Mode.DOWN, Mode.FLOOR):
        return below
    raise KindError(f"{mode!r} is no mode of rounding: write one of Mode, such as Mode.HALF_UP")


def significant_increment(value: Fraction, figures: int) -> Fraction:
    """The step at which `value` has that many significant figures."""
    if figures < 1:
        raise AmountError(f"{figures} significant figures: write 1 or more")
    size = abs(value)
    power = len(str(size.numerator // size.denominator)) - 1
    while size and size < Fraction(10) ** power:
        power -= 1
    return Fraction(10) ** (power - figures + 1)


def _how(increment: Amount, mode: Mode) -> str:
    size, unit = increment.value, increment.unit
    number = exact_number(size) or str(size)
    return f"rounded {mode} to {number} {unit.removesuffix('s') if number == '1' else unit}"


@cache
def _to_figures(mode: Mode, figures: int) -> str:
    return f"rounded {mode} to {figures} significant figures"


class Rounding:
    """A named rounding to multiples of `increment`; calling it gives the same kind of amount.

    A positive amount never becomes zero: that raises AmountError, for nothing would be measured.
    One is shared by every weighing of a bench, so it does not change.
    """

    # Not a dataclass: its constructor would be compiled in every process that plans.
    __slots__ = ("how", "increment", "mode", "purpose")
    purpose: str
    increment: Amount
    mode: Mode
    how: str
    """In words: "rounded half up to 1 mg"."""

    def __init__(self, purpose: str, increment: Amount, mode: Mode = Mode.HALF_UP) -> None:
        if increment.base <= 0:
            raise AmountError(f"{purpose}: an increment is above zero")
        said = (purpose, increment, mode, _how(increment, mode))
        for name, value in zip(("purpose", "increment", "mode", "how"), said, strict=True):
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return type(other) is Rounding and other._stated == self._stated

    def __hash__(self) -> int:
        return hash(self._stated)

    def __repr__(self) -> str:
        return f"Rounding{self._stated!r}"

    def __reduce__(self) -> tuple[Any, ...]:
        return Rounding, self._stated

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"a rounding does not change; {name!r} cannot be set")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"a rounding does not change; {name!r} cannot be deleted")

    @property
    def _stated(self) -> tuple[str, Amount, Mode]:
        return self.purpose, self.increment, self.mode

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


class Significant(NamedTuple):
    """A rounding to so many significant figures, for guidance ("about 1400 mg")."""

    purpose: str
    figures: int
    mode: Mode = Mode.HALF_UP

    def __call__(self, amount: A) -> A:
        if amount.is_zero:
            return amount
        step = significant_increment(amount.base, self.figures)
        how = _to_figures(self.mode, self.figures)
        return _onto(amount, step, self.mode, self.purpose, how)


def _onto(amount: A, step: Fraction, mode: Mode, purpose: str, how: str) -> A:
    base = amount.base
    steps = whole_quotient(
        base.numerator * step.denominator, base.denominator * step.numerator, mode
    )
    if steps == 0 and base:
        raise AmountError(
            f"{purpose}: {amount} {how} is nothing; "
            "measure a larger amount or use a finer instrument"
        )
    return type(amount).in_base(steps * step, Rounded(purpose, how, amount))
