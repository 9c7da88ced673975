"""What a one-line equation may use beyond + − × ÷: least, greatest, total, product, part.

Each has every face: exact fractions, float arrays, pint quantities, symbols.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from math import isqrt
from operator import add, mul
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ldn_compound.equations.symbols import Symbol, said
from ldn_compound.quantity.exact import Exact

if TYPE_CHECKING:
    from ldn_compound.quantity.kinds import Ratio

T = TypeVar("T")

ROOT_DIGITS = 30
"""Significant digits, at least, of a root that no fraction gives."""


_EXACT = frozenset({Exact, Fraction, int})


def least(first: T, *more: T) -> T:
    """The smallest of several."""
    smallest: T = _extreme("the least of", min, "minimum", (first, *more))
    return smallest


def greatest(first: T, *more: T) -> T:
    """The largest of several."""
    largest: T = _extreme("the greatest of", max, "maximum", (first, *more))
    return largest


def total(of: Iterable[T]) -> T:
    """The sum of several."""
    together: T = _folded("the sum of the", add, tuple(of), 0)
    return together


def product(of: Iterable[T]) -> T:
    """The product of several."""
    multiplied: T = _folded("the product of the", mul, tuple(of), 1)
    return multiplied


def root(of: T) -> T:
    """The square root, correctly rounded at 30 significant digits where it is irrational."""
    rooted: T = _root(of)
    return rooted


def part(taken: Any, held: Any) -> Ratio:
    """`taken` as a part of `held`; nothing of nothing is no part, 0."""
    ratio: Any
    if type(held) in _EXACT:
        ratio = taken / held if held.numerator else Fraction(0)
    elif isinstance(held, Symbol) or hasattr(held, "magnitude"):
        ratio = taken / held
    else:
        import numpy

        none = numpy.zeros(numpy.broadcast_shapes(numpy.shape(taken), numpy.shape(held)))
        ratio = numpy.divide(taken, held, out=none, where=numpy.not_equal(held, 0))
    return cast("Ratio", ratio)


def _root(of: Any) -> Any:
    if isinstance(of, Fraction | int):
        return _exact_root(Fraction(of))
    if isinstance(of, Symbol):
        return said("the square root of", of)
    if hasattr(of, "magnitude"):
        return of ** Fraction(1, 2)
    import numpy

    return numpy.sqrt(of)


def _exact_root(of: Fraction) -> Fraction:
    """A rational root as it is; else the nearest number of ROOT_DIGITS significant digits."""
    whole = Fraction(isqrt(of.numerator), isqrt(of.denominator))
    if whole * whole == of:
        return whole
    size = len(str(of.numerator)) - len(str(of.denominator))
    scale = 10 ** max(0, ROOT_DIGITS - size // 2)
    below = isqrt(of.numerator * scale * scale // of.denominator)
    middle = Fraction(2 * below + 1, 2 * scale)
    return Fraction(below + (middle * middle <= of), scale)


def _extreme(words: str, exact: Any, over_arrays: str, of: tuple[Any, ...]) -> Any:
    if _EXACT.issuperset(map(type, of)):
        return exact(of)
    if any(isinstance(one, Symbol) for one in of):
        return said(words, *(Symbol(str(one)) for one in of))
    import numpy

    return reduce(getattr(numpy, over_arrays), of)


def _folded(words: str, operation: Any, of: tuple[Any, ...], none: int) -> Any:
    if Symbol in map(type, of):
        return said(words, *of)
    return reduce(operation, of) if of else Fraction(none)
