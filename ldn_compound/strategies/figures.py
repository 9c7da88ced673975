"""Figures as they would be written, on the grid of what reads them.

What is drawn without anything of its own to draw is made once: hypothesis looks each new one over
again.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.spelling import write_number

A = TypeVar("A", bound=Amount)
Drawn = SearchStrategy[Any]

_EVERYDAY_STRENGTHS = ("4.5 mg", "1.5 mg", "3 mg", "0.5 mg", "1 mg")
DATES = (date(2024, 1, 1), date(2031, 12, 31))
"""The first day and the last."""


def masses(
    *, least: str = "0.1 mg", most: str = "10 g", step: str = "0.1 mg"
) -> SearchStrategy[Mass]:
    """Masses as a balance that reads `step` shows them."""
    return _on_grid(Mass, least, most, step)


def strengths(
    *, least: str = "0.1 mg", most: str = "10 mg", step: str = "0.01 mg"
) -> SearchStrategy[PerUnit]:
    """Strengths of a capsule, the everyday ones more often."""
    low, high = PerUnit.of(least), PerUnit.of(most)
    everyday = (PerUnit.of(text) for text in _EVERYDAY_STRENGTHS)
    within = tuple(strength for strength in everyday if low <= strength <= high)
    any_of_them = _on_grid(PerUnit, least, most, step)
    return st.one_of(st.sampled_from(within), any_of_them) if within else any_of_them


@cache
def densities() -> Drawn:
    return text(20, 120, 2, "g/mL")


def percent(low: int, high: int, decimals: int) -> Drawn:
    return text(low, high, decimals, "%")


@cache
def text(low: int, high: int, decimals: int, unit: str) -> Drawn:
    """Amounts as text; `low` and `high` count steps of the last decimal."""
    step = Fraction(1, 10**decimals)
    return st.integers(low, high).map(lambda steps: written(steps * step, unit))


@cache
def usually(everyday: tuple[Any, ...], otherwise: Drawn) -> Drawn:
    """One of a few everyday values about half of the time; the first is the simplest."""
    return st.one_of(st.sampled_from(everyday), otherwise)


@cache
def perhaps(drawn: Drawn) -> Drawn:
    return st.one_of(st.none(), drawn)


@cache
def rarely(rare: Any, otherwise: Any) -> Drawn:
    """`rare` in about one draw of four."""
    return st.sampled_from((otherwise, otherwise, otherwise, rare))


@cache
def _on_grid(kind: type[A], least: str, most: str, step: str) -> SearchStrategy[A]:
    low, high, mark = (kind.of(text).value for text in (least, most, step))
    marks = st.integers(-(-low // mark), high // mark)
    return marks.map(lambda steps: kind.of(written(steps * mark, kind.unit)))


def written(value: Fraction, unit: str) -> str:
    return f"{write_number(value)} {unit}"


def as_read(tenths: int) -> str:
    """As a balance that reads 0.1 mg shows it, zeros and all."""
    return f"{tenths // 10}.{tenths % 10} mg"
