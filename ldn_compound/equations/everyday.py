"""The sums of every day: total, difference, times, share, per; each remembers its inputs."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar, overload

from ldn_compound.errors import KindError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.exact import exact
from ldn_compound.quantity.kinds import (
    Concentration,
    Density,
    Mass,
    PerTablet,
    PerUnit,
    Ratio,
    TabletCount,
    UnitCount,
    Volume,
    VolumePerUnit,
)
from ldn_compound.quantity.origins import Derived, Given

A = TypeVar("A", bound=Amount)


class _Sum(NamedTuple):
    name: str
    line: str
    meaning: str
    cites: tuple[str, ...] = ()


_TOTAL = _Sum("total", "the sum of all", "Together")
_DIFFERENCE = _Sum("difference", "amount − less", "What remains")
_TIMES = _Sum("times", "amount × factor", "So many times the amount")
_SHARE = _Sum("share", "amount ÷ parts", "One equal share")
_PER = _Sum("per", "amount ÷ by", "Amount for each")

_RESULT: dict[tuple[type[Amount], type[Amount]], type[Amount]] = {
    (Mass, UnitCount): PerUnit,
    (Mass, TabletCount): PerTablet,
    (Mass, Volume): Concentration,
    (Volume, UnitCount): VolumePerUnit,
    (Mass, Concentration): Volume,
    (Mass, Density): Volume,
    (Mass, Mass): Ratio,
    (Volume, Volume): Ratio,
    (PerUnit, PerUnit): Ratio,
}


def total(first: A, *more: A) -> A:
    """The sum of amounts of one kind."""
    _same_kind("total", first, more)
    base = first.base
    for one in more:
        base += one.base
    named = [(f"amount {number}", one) for number, one in enumerate((first, *more), start=1)]
    return type(first).in_base(base, Derived(_TOTAL, tuple(named)))


def difference(amount: A, *, less: A) -> A:
    """`amount` less another of its kind; may be negative."""
    _same_kind("difference", amount, (less,))
    inputs = (("amount", amount), ("less", less))
    return type(amount).in_base(amount.base - less.base, Derived(_DIFFERENCE, inputs))


def times(amount: A, *, factor: int | Fraction | Ratio) -> A:
    """`amount` times a whole number, a fraction or a ratio."""
    by = _as_ratio(factor)
    inputs: tuple[tuple[str, Amount], ...] = (("amount", amount), ("factor", by))
    return type(amount).in_base(amount.base * by.base, Derived(_TIMES, inputs))


def share(amount: A, *, parts: int) -> A:
    """One of `parts` equal shares of `amount`."""
    if isinstance(parts, bool) or not isinstance(parts, int) or parts < 1:
        raise KindError(f"share: {parts!r} parts; write a whole number from 1")
    inputs: tuple[tuple[str, Amount], ...] = (("amount", amount), ("parts", _as_ratio(parts)))
    return type(amount).in_base(amount.base / parts, Derived(_SHARE, inputs))


@overload
def per(amount: Mass, *, by: UnitCount) -> PerUnit: ...
@overload
def per(amount: Mass, *, by: TabletCount) -> PerTablet: ...
@overload
def per(amount: Mass, *, by: Volume) -> Concentration: ...
@overload
def per(amount: Volume, *, by: UnitCount) -> VolumePerUnit: ...
@overload
def per(amount: Mass, *, by: Concentration | Density) -> Volume: ...
@overload
def per(amount: Mass, *, by: Mass) -> Ratio: ...
@overload
def per(amount: Volume, *, by: Volume) -> Ratio: ...
@overload
def per(amount: PerUnit, *, by: PerUnit) -> Ratio: ...
def per(amount: Amount, *, by: Amount) -> Amount:
    """`amount` divided by another kind: mass per units, per tablets, per volume, a ratio of two."""
    gives = _RESULT.get((type(amount), type(by)))
    if gives is None:
        raise KindError(
            f"per: {amount!r} by {by!r} is no kind of amount here; it takes "
            + ", ".join(f"{a.__name__} by {b.__name__}" for a, b in _RESULT)
        )
    if by.is_zero:
        raise KindError(f"per: {amount!r} by {by!r} divides by zero")
    return gives.in_base(amount.base / by.base, Derived(_PER, (("amount", amount), ("by", by))))


def _as_ratio(factor: int | Fraction | Ratio) -> Ratio:
    if isinstance(factor, Ratio):
        return factor
    value = exact(factor, instead="a whole number, a Fraction or a Ratio")
    return Ratio.in_base(value, Given("the caller", str(factor)))


def _same_kind(name: str, first: Amount, more: tuple[Amount, ...]) -> None:
    for one in (first, *more):
        if not isinstance(one, Amount) or type(one) is not type(first):
            raise KindError(f"{name}: {one!r} is not of the kind of {first!r}")
