"""Amounts as text, in the spelling hard to misread: '0.5 mg', never '.5 mg' or '0.50 mg'."""

from __future__ import annotations

from fractions import Fraction

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.decimals import approximate_number, exact_number, write_number
from ldn_compound.quantity.kinds import Days, Mass, TabletCount, UnitCount
from ldn_compound.quantity.origins import Derived, Given
from ldn_compound.quantity.spelling import read

FIGURES_SHOWN = 7
"""Significant figures of a number without end, on paper."""
_LONGEST_EXACT = 10
"""A computed number with more digits than this is shown to FIGURES_SHOWN."""
_IN_GRAMS = Fraction(100_000)
"""From here on a mass reads better in g: 120 g, not 120000 mg."""


def write(amount: Amount, *, unit: str = "unit") -> str:
    """The amount as text; `unit` is the word for a dosage unit ("capsule").

    Exact where it can be: what was stated, cited or rounded always reads back as itself. A computed
    number without end is rounded half up to 7 significant figures, for the eye only.
    """
    kind, origin = type(amount), amount.origin
    if type(origin) is Given and origin.reading:
        return _recorded(amount, origin)
    if kind is Mass and amount.base >= _IN_GRAMS:
        return f"{_number(amount.base / Mass.units['g'], amount)} g"
    return f"{_number(amount.value, amount)} {_unit_word(amount, unit)}"


def _number(value: Fraction, amount: Amount) -> str:
    text = exact_number(value)
    if text is None:
        return approximate_number(value, figures=FIGURES_SHOWN)
    digits = len(text.replace(".", "").lstrip("-0"))
    if digits > _LONGEST_EXACT and isinstance(amount.origin, Derived):
        return approximate_number(value, figures=FIGURES_SHOWN)
    return text


def _recorded(amount: Amount, given: Given) -> str:
    spelled = read(given.text, units=amount.units, example=amount.example)
    whole, _, fraction = write_number(spelled.value).partition(".")
    fraction = fraction.ljust(spelled.decimals, "0")
    return f"{whole}{'.' if fraction else ''}{fraction} {spelled.unit}"


def _unit_word(amount: Amount, unit: str) -> str:
    kind = type(amount)
    if kind is UnitCount:
        return unit if amount.base == 1 else f"{unit}s"
    if (kind is TabletCount or kind is Days) and amount.base == 1:
        return amount.unit.removesuffix("s")
    return amount.unit.replace("/unit", f"/{unit}")
