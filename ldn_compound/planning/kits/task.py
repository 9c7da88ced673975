"""A kit's question in whole numbers: doses and strengths as multiples of the largest common part.

0.5 mg and 1.5 mg are 1 and 3 parts of 0.5 mg; with 0.2 mg among them they are 5 and 15 of 0.1 mg.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm

from ldn_compound.named import NamedTuple


class Wish(StrEnum):
    """What a kit should have as little of as it can."""

    STRENGTHS = "strengths"
    """Different strengths in the kit."""
    CAPSULES_A_DAY = "capsules a day"
    """Capsules a day on average, that is capsules taken in all."""
    LEFT_OVER = "left over"
    """Capsules left in the last pack of each strength."""


Way = tuple[int, ...]
"""Capsules of each strength of a set, for one dose."""


class Task(NamedTuple):
    """Find the capsules for these doses."""

    doses: tuple[int, ...]
    """One for each period."""
    taken: tuple[int, ...]
    """How often each is taken in its period."""
    strengths: tuple[int, ...]
    """Those there are, in ascending order."""
    most_strengths: int
    most_a_dose: int
    pack: int
    """Capsules in a pack; 1 where they are counted out."""
    wishes: tuple[Wish, ...]
    """All three, the dearest first."""
    most_ways: int
    """Sets or counts that a search may go through."""


class Found(NamedTuple):
    """The best strengths, and for each period the capsules of each of them for one dose."""

    strengths: tuple[int, ...]
    ways: tuple[Way, ...]
    score: tuple[int, ...]
    """Strengths, capsules and left-over ones in the order of the wishes."""


def largest_part(values: Iterable[Fraction]) -> Fraction:
    """The largest amount that every value is a whole multiple of."""
    every = tuple(values)
    below = lcm(*(value.denominator for value in every))
    return Fraction(gcd(*(int(value * below) for value in every)), below)


def in_wished_order(
    wishes: tuple[Wish, ...], *, strengths: int, capsules: int, left_over: int
) -> tuple[int, ...]:
    """The three figures, the dearest wish first: what two kits are compared by."""
    return tuple(
        [
            strengths
            if wish is Wish.STRENGTHS
            else (capsules if wish is Wish.CAPSULES_A_DAY else left_over)
            for wish in wishes
        ]
    )
