"""What is left in the last packs, with the ways to take the doses chosen together for all periods.

30 in a pack, 7 days each of 1 mg and 1.5 mg from 0.5 mg alone: 7 × 2 + 7 × 3 = 35 capsules,
2 packs, 25 left over; the one way there is.

Counts of several strengths are kept as one number, in digits to a base that no count reaches, so
that they add up by adding the numbers. Counts with the same remainders by the pack leave the same
over, whatever follows: where there are many, those with the fewest capsules are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul

from ldn_compound.errors import PlanError
from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.task import Task, Way

Offered = tuple[tuple[Way, ...], ...]
"""The ways offered for each period."""


class _Digits(NamedTuple):
    """How the counts of a set's strengths are written as one number."""

    base: int
    places: tuple[int, ...]
    pack: int

    def number(self, way: Way) -> int:
        return sum(map(mul, way, self.places))

    def counts(self, number: int) -> list[int]:
        counts: list[int] = []
        for _ in self.places:
            number, count = divmod(number, self.base)
            counts.append(count)
        return counts

    def score(self, number: int) -> tuple[int, int, int]:
        """Left over, capsules, and the number, so that equals are told apart."""
        counts = self.counts(number)
        return sum(-count % self.pack for count in counts), sum(counts), number

    def remainders(self, number: int) -> tuple[int, ...]:
        return tuple(count % self.pack for count in self.counts(number))


def least_left_over(task: Task, *, offered: Offered) -> tuple[int, int]:
    """The least that can be left over, and the fewest capsules that leave it."""
    digits = _digits(task, offered)
    left_over, capsules, _ = min(map(digits.score, _reached(task, offered, digits)[-1]))
    return left_over, capsules


def chosen_ways(task: Task, *, offered: Offered) -> tuple[Way, ...]:
    """A way for each period that together leave least over, the earlier offered preferred."""
    digits = _digits(task, offered)
    reached = _reached(task, offered, digits)
    left = min(reached[-1], key=digits.score)
    walked: list[Way] = []
    for before, ways, taken in zip(
        reversed(reached[:-1]), reversed(offered), reversed(task.taken), strict=True
    ):
        way = next(way for way in ways if left - taken * digits.number(way) in before)
        left -= taken * digits.number(way)
        walked.append(way)
    return tuple(reversed(walked))


def _digits(task: Task, offered: Offered) -> _Digits:
    base = sum(task.taken) * task.most_a_dose + 1
    return _Digits(base, tuple(base**place for place in range(len(offered[0][0]))), task.pack)


def _reached(task: Task, offered: Offered, digits: _Digits) -> list[set[int]]:
    """The counts that can be reached before the first period and after each."""
    reached = [{0}]
    for ways, taken in zip(offered, task.taken, strict=True):
        steps = [taken * digits.number(way) for way in ways]
        sums = {before + step for before in reached[-1] for step in steps}
        if len(sums) > task.pack ** len(digits.places):
            sums = _one_of_each_remainder(sums, digits)
        _refuse_too_many(sums, task)
        reached.append(sums)
    return reached


def _one_of_each_remainder(sums: Iterable[int], digits: _Digits) -> set[int]:
    alike: dict[tuple[int, ...], int] = {}
    for number in sorted(sums, key=digits.score):
        alike.setdefault(digits.remainders(number), number)
    return set(alike.values())


def _refuse_too_many(sums: set[int], task: Task) -> None:
    if len(sums) > task.most_ways:
        raise PlanError(
            f"capsules left over of packs of {task.pack}: more than {task.most_ways} counts of "
            "capsules to compare",
            remedy="allow fewer strengths or fewer capsules a dose, or put left over last among "
            "the wishes",
        )
