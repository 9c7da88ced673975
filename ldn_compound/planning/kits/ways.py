"""The ways to make one dose from the strengths of a set.

2 mg from 0.5 and 1.5 mg, at most 4 a dose: 1 of each, or 4 of 0.5 mg.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ldn_compound.planning.kits.task import Way


def ways_to_make(dose: int, *, strengths: tuple[int, ...], most: int) -> Iterator[Way]:
    """Every way with at most `most` capsules; the strengths are in ascending order."""
    *smaller, largest = strengths
    if not smaller:
        if dose % largest == 0 and dose // largest <= most:
            yield (dose // largest,)
        return
    for count in range(min(most, dose // largest) + 1):
        rest = dose - count * largest
        if rest <= (most - count) * smaller[-1]:
            for way in ways_to_make(rest, strengths=tuple(smaller), most=most - count):
                yield (*way, count)


def simplest_first(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Few capsules first, then few strengths, then large ones."""
    return tuple(sorted(ways, key=_complexity))


def with_fewest(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The ways that take fewest capsules."""
    every = tuple(ways)
    fewest = min(map(sum, every))
    return tuple(way for way in every if sum(way) == fewest)


def _complexity(way: Way) -> tuple[int, int, tuple[int, ...]]:
    return sum(way), sum(count > 0 for count in way), tuple(-count for count in reversed(way))
