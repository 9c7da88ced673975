"""Search the dilutions that bring a small amount within a balance's reach; exact, on its grid.

All masses here are whole steps of the balance. A stage takes `m` of what it dilutes to `fold × m`;
the last aliquot, `wanted × all folds`, is rounded to the grid. Weighing more at a stage makes every
relative error smaller, so the least first weighing is found by bisection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, prod
from typing import NamedTuple

from ldn_compound.planning.weighings import Weighings


class Limits(NamedTuple):
    """What the bench and the policy allow, masses in steps of the balance."""

    least: Fraction
    capacity: int
    error: Fraction
    largest_error: Fraction
    largest_fold: int


class Dilution(NamedTuple):
    """Folds of each stage, and the mass that each dilutes."""

    folds: tuple[int, ...]
    weighed: tuple[int, ...]
    aliquot: int

    @property
    def discarded(self) -> int:
        """Steps of mass made and not used."""
        used = (*self.weighed[1:], self.aliquot)
        made = (fold * mass for fold, mass in zip(self.folds, self.weighed, strict=True))
        return sum(one - other for one, other in zip(made, used, strict=True))


Rounded = Callable[[Fraction], int]
Finishing = Callable[[int], Weighings | None]


def dilutions(
    wanted: Fraction, *, stages: int, limits: Limits, rounded: Rounded, finishing: Finishing
) -> list[Dilution]:
    """The dilutions of so many stages, best first.

    Least active weighed out, then least discarded, then the largest fold first. `finishing` says
    what an aliquot asks of the balance afterwards; None where it does not fit.
    """
    found = []
    for folds in product(range(limits.largest_fold, 1, -1), repeat=stages):
        aliquot = rounded(wanted * prod(folds))
        after = finishing(aliquot) if limits.least <= aliquot <= limits.capacity else None
        if after is None or (after.least is not None and after.least < limits.least):
            continue
        search = _Search(folds, aliquot, after, limits)
        weighed = search.least_weighed()
        if weighed is not None:
            found.append(Dilution(folds, weighed, aliquot))
    return sorted(
        found, key=lambda one: (one.weighed[0], one.discarded, [-fold for fold in one.folds])
    )


class _Search:
    """The least masses to dilute, for given folds and a given last aliquot."""

    def __init__(
        self, folds: tuple[int, ...], aliquot: int, after: Weighings, limits: Limits
    ) -> None:
        self.folds = folds
        self.aliquot = aliquot
        self.after = after
        self.limits = limits

    def least_weighed(self) -> tuple[int, ...] | None:
        """The masses, the first as small as can be, then each next one; None where none fits."""
        fixed: tuple[int, ...] = ()
        for stage in range(len(self.folds)):
            least = self._bisected(fixed, self._smallest(stage), self._largest(fixed, stage))
            if least is None:
                return None
            fixed = (*fixed, least)
        return fixed

    def _smallest(self, stage: int) -> int:
        later = prod(self.folds[stage:])
        return max(ceil(self.limits.least), ceil(Fraction(self.aliquot, later)))

    def _largest(self, fixed: tuple[int, ...], stage: int) -> int:
        held = self.folds[stage - 1] * fixed[-1] if stage else self.limits.capacity
        return min(held, self.limits.capacity // max(1, self.folds[stage] - 1))

    def _bisected(self, fixed: tuple[int, ...], low: int, high: int) -> int | None:
        if low > high or not self._works((*fixed, high)):
            return None
        while low < high:
            middle = (low + high) // 2
            if self._works((*fixed, middle)):
                high = middle
            else:
                low = middle + 1
        return high

    def _works(self, weighed: tuple[int, ...]) -> bool:
        """Whether all limits hold with these masses, and as much as there is at later stages."""
        masses = list(weighed)
        for stage in range(len(weighed), len(self.folds)):
            masses.append(self._largest(tuple(masses), stage))
        if self.folds[-1] * masses[-1] < self.aliquot:
            return False
        return all(mass >= self.limits.least for mass in self._all(masses)) and self._accurate(
            masses
        )

    def _all(self, masses: list[int]) -> Iterator[int]:
        for fold, mass in zip(self.folds, masses, strict=True):
            yield mass
            yield (fold - 1) * mass

    def _accurate(self, masses: list[int]) -> bool:
        """Whether the worst unit is within the limit; in whole numbers, for it is asked often."""
        error, limit, after = self.limits.error, self.limits.largest_error, self.after
        high = low = exact = 1
        for mass in (*self._all(masses), self.aliquot):
            scaled = mass * error.denominator
            high *= scaled + error.numerator
            low *= scaled - error.numerator
            exact *= scaled
        return (
            high * after.high.numerator * limit.denominator
            <= exact * after.high.denominator * (limit.denominator + limit.numerator)
        ) and (
            low * after.low.numerator * limit.denominator
            >= exact * after.low.denominator * (limit.denominator - limit.numerator)
        )
