"""A number as digits with a point: '0.5', never '.5', '0.50' or '5e-1'.

1 / 8 is 0.125; 1 / 3 has no end, and to four figures it is 0.3333.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import cache

_FARTHEST = 999_999
"""The power of ten of the largest number, and of the smallest; no bench comes near."""


def decimal(whole: str, places: str) -> Fraction:
    """The number with these digits before and after its point."""
    return Fraction(int(whole + places), 10 ** len(places))


def decimals_of(value: Fraction) -> int:
    """Digits after the point that write `value` exactly; ValueError where it has no end."""
    decimals = _decimals(value.denominator)
    if decimals is None:
        raise ValueError(f"{value} is no finite decimal; write it as a fraction")
    return decimals


def is_terminating(value: Fraction) -> bool:
    """Whether `value` is a finite decimal: no prime but 2 and 5 divides its denominator."""
    return _decimals(value.denominator) is not None


def write_number(value: Fraction) -> str:
    """`value` exactly: a zero before a bare point, none at the end, no exponent.

    ValueError where it is no finite decimal.
    """
    text = exact_number(value)
    if text is None:
        raise ValueError(f"{value} is no finite decimal; write it as a fraction")
    return text


def exact_number(value: Fraction) -> str | None:
    """`value` as `write_number` writes it; None where it is no finite decimal."""
    if value.denominator == 1:
        return str(value.numerator)
    decimals = _decimals(value.denominator)
    if decimals is None:
        return None
    return _pointed(value.numerator * 10**decimals // value.denominator, decimals)


def approximate_number(value: Fraction, *, figures: int) -> str:
    """`value` to so many significant figures, ties away from zero, as a plain decimal."""
    if figures < 1:
        raise ValueError(f"{figures} significant figures: write 1 or more")
    context = _to_figures(figures)
    divided = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{context.normalize(divided):f}"


@cache
def _to_figures(figures: int) -> Context:
    # All of it is said: what is left out would be as somebody set decimal.DefaultContext.
    return Context(
        prec=figures,
        rounding=ROUND_HALF_UP,
        Emin=-_FARTHEST,
        Emax=_FARTHEST,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[],
    )


def _pointed(digits: int, decimals: int) -> str:
    """So many of the digits after the point."""
    text = str(abs(digits)).zfill(decimals + 1)
    cut = len(text) - decimals
    point = "." if decimals else ""
    return f"{'-' if digits < 0 else ''}{text[:cut]}{point}{text[cut:]}"


def _decimals(denominator: int) -> int | None:
    """Digits that a fraction over it takes after the point; None where they have no end."""
    if denominator == 1:
        return 0
    twos = (denominator & -denominator).bit_length() - 1  # zeros at the end of its binary digits
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None
