"""Amounts as text, in the spelling hard to misread: '0.5 mg', never '.5 mg' or '0.50 mg'."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.decimals import approximate_number, exact_number, write_number
from ldn_compound.quantity.kinds import Days, Mass, TabletCount, UnitCount
from ldn_compound.quantity.origins import Derived, Given
from ldn_compound.quantity.spelling import read

FIGURES_SHOWN = 7
"""Significant figures of a number without end, on paper."""
_LONGEST_EXACT = 10
"""A computed number with more digits than this is shown to FIGURES_SHOWN."""
_IN_GRAMS = 100_000
"""From so many mg on a mass reads better in g: 120 g, not 120000 mg."""
_KEPT = 1024
"""Texts that are remembered: the same figures stand in many orders."""


def write(amount: Amount, *, unit: str = "unit") -> str:
    """The amount as text; `unit` is the word for a dosage unit ("capsule").

    Exact where it can be: what was stated, cited or rounded always reads back as itself. A computed
    number without end is rounded half up to 7 significant figures, for the eye only.
    """
    kind: Any = type(amount)
    origin = amount.origin
    if type(origin) is Derived:
        return _computed(kind, amount.base, unit, longest=_LONGEST_EXACT)
    if type(origin) is Given and origin.reading:
        return _recorded(amount, origin)
    return _usual(kind, amount.base, unit)


def write_short(amount: Amount, *, unit: str = "unit") -> str:
    """As `write` does a computed amount, wherever it is from: the same text once it was stored."""
    origin = amount.origin
    if type(origin) is Given and origin.reading:
        return _recorded(amount, origin)
    return _computed(type(amount), amount.base, unit, longest=_LONGEST_EXACT)


@lru_cache(_KEPT)
def _usual(kind: Any, base: Fraction, unit: str) -> str:
    return _computed(kind, base, unit, longest=None)


def _computed(kind: type[Amount], base: Fraction, unit: str, *, longest: int | None) -> str:
    if kind is Mass and base >= _IN_GRAMS:
        return f"{_number(base / Mass.units['g'], longest)} g"
    value = base if kind.scale is Amount.scale else base / kind.scale
    return f"{_number(value, longest)} {_unit_word(kind, base, unit)}"


def _number(value: Fraction, longest: int | None) -> str:
    text = exact_number(value)
    if text is None:
        return approximate_number(value, figures=FIGURES_SHOWN)
    if longest is not None and len(text.replace(".", "").lstrip("-0")) > longest:
        return approximate_number(value, figures=FIGURES_SHOWN)
    return text


def _recorded(amount: Amount, given: Given) -> str:
    spelled = read(given.text, units=amount.units, example=amount.example)
    whole, _, fraction = write_number(spelled.value).partition(".")
    fraction = fraction.ljust(spelled.decimals, "0")
    return f"{whole}{'.' if fraction else ''}{fraction} {spelled.unit}"


def _unit_word(kind: type[Amount], base: Fraction, unit: str) -> str:
    if kind is UnitCount:
        return unit if base == 1 else f"{unit}s"
    if (kind is TabletCount or kind is Days) and base == 1:
        return kind.unit.removesuffix("s")
    return kind.unit.replace("/unit", f"/{unit}")
