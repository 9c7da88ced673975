"""Search the dilutions that bring a small amount within a balance's reach; exact, on its grid.

All masses here are whole steps of the balance. A stage takes `m` of what it dilutes to `fold × m`;
the last aliquot, `wanted × all folds`, is rounded to the grid. Weighing more at a stage makes every
relative error smaller, so the least first weighing is found by bisection.
Several aliquots of one dilution, for several strengths, must each be within the limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, prod

from ldn_compound.named import NamedTuple
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
    """Of the last stage; the sum of them where several share it."""

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
    return shared_dilutions(
        ((wanted, finishing),), stages=stages, limits=limits, rounded=rounded, reserve=Fraction(0)
    )


def shared_dilutions(
    asked: tuple[tuple[Fraction, Finishing], ...],
    *,
    stages: int,
    limits: Limits,
    rounded: Rounded,
    reserve: Fraction,
) -> list[Dilution]:
    """The dilutions, best first, of which several orders take an aliquot each.

    `asked` are what each wants and its finishing; `reserve`, as a part of all aliquots, is made
    beyond them.
    """
    found = []
    for folds in product(range(limits.largest_fold, 1, -1), repeat=stages):
        aliquots = tuple(rounded(wanted * prod(folds)) for wanted, _ in asked)
        after = tuple(_after(asked, aliquots, limits))
        if len(after) < len(asked):
            continue
        search = _Search(folds, aliquots, after, limits, reserve)
        weighed = search.least_weighed()
        if weighed is not None:
            found.append(Dilution(folds, weighed, sum(aliquots)))
    return sorted(
        found, key=lambda one: (one.weighed[0], one.discarded, [-fold for fold in one.folds])
    )


def _after(
    asked: tuple[tuple[Fraction, Finishing], ...], aliquots: tuple[int, ...], limits: Limits
) -> Iterator[Weighings]:
    """What each aliquot asks of the balance afterwards, up to the first that does not fit."""
    for (_, finishing), aliquot in zip(asked, aliquots, strict=True):
        after = finishing(aliquot) if limits.least <= aliquot <= limits.capacity else None
        if after is None or (after.least is not None and after.least < limits.least):
            return
        yield after


class _Search:
    """The least masses to dilute, for given folds and given last aliquots."""

    def __init__(
        self,
        folds: tuple[int, ...],
        aliquots: tuple[int, ...],
        after: tuple[Weighings, ...],
        limits: Limits,
        reserve: Fraction,
    ) -> None:
        self.folds = folds
        self.aliquots = tuple(zip(aliquots, after, strict=True))
        self.made = ceil(sum(aliquots) * (1 + reserve))
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
        return max(ceil(self.limits.least), ceil(Fraction(self.made, later)))

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
        if self.folds[-1] * masses[-1] < self.made:
            return False
        return all(mass >= self.limits.least for mass in self._all(masses)) and self._accurate(
            masses
        )

    def _all(self, masses: list[int]) -> Iterator[int]:
        for fold, mass in zip(self.folds, masses, strict=True):
            yield mass
            yield (fold - 1) * mass

    def _accurate(self, masses: list[int]) -> bool:
        """Whether the worst units are within the limit; in whole numbers: it is asked often."""
        error, limit = self.limits.error, self.limits.largest_error
        high = low = exact = 1
        for mass in self._all(masses):
            scaled = mass * error.denominator
            high *= scaled + error.numerator
            low *= scaled - error.numerator
            exact *= scaled
        for aliquot, after in self.aliquots:
            scaled = aliquot * error.denominator
            if (
                high * (scaled + error.numerator) * after.high.numerator * limit.denominator
                > exact * scaled * after.high.denominator * (limit.denominator + limit.numerator)
                or low * (scaled - error.numerator) * after.low.numerator * limit.denominator
                < exact * scaled * after.low.denominator * (limit.denominator - limit.numerator)
            ):
                return False
        return True
