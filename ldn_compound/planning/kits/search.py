"""The best kit: every set of strengths is judged by what it can have at best, the best first.

A set's capsules are known at once, for every period takes the fewest it can; what is left over is
found only for sets that could still win, and is never less than the mass of whole packs leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import comb, gcd

from ldn_compound.errors import PlanError
from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.left_over import Offered, chosen_ways, least_left_over
from ldn_compound.planning.kits.sets import Covering, coverings
from ldn_compound.planning.kits.sums import as_bits, fewest
from ldn_compound.planning.kits.task import Found, Task, Wish, in_wished_order
from ldn_compound.planning.kits.ways import simplest_first, ways_to_make, with_fewest

_FEW = 3
"""Periods for which it is worth knowing what is left over at least."""
_TRIED = 1000
"""Ways of one dose that are gone through to know it."""


class _Candidate(NamedTuple):
    """A set of strengths, after a score; their order is the order of trial, and of preference."""

    score: tuple[int, ...]
    strengths: tuple[int, ...]


def best(task: Task) -> Found | None:
    """The kit with the least score; of equals, the one with the smaller strengths. None: no kit."""
    found: _Candidate | None = None
    for size in range(1, min(task.most_strengths, len(task.strengths)) + 1):
        if found is None or _at_best_with(task, size) < found.score:
            _refuse_too_many(task, size)
            found = _best_of(sorted(_candidates(task, size)), task=task, rival=found)
    if found is None:
        return None
    offered = tuple(map(simplest_first, _offered(task, found.strengths)))
    simplest = tuple(ways[0] for ways in offered)
    ways = simplest if task.pack == 1 else chosen_ways(task, offered=offered)
    return Found(found.strengths, ways, found.score)


def _best_of(
    candidates: list[_Candidate], *, task: Task, rival: _Candidate | None
) -> _Candidate | None:
    """The best of the candidates and the rival; the candidates come with the best they can be."""
    for candidate in candidates:
        if rival is not None and rival < candidate:
            break
        judged = _judged(task, candidate)
        rival = judged if rival is None else min(rival, judged)
    return rival


def _refuse_too_many(task: Task, size: int) -> None:
    sets = comb(len(task.strengths), size)
    if sets > task.most_ways:
        raise PlanError(
            f"{sets} sets of {size} of {len(task.strengths)} strengths: at most {task.most_ways} "
            "are searched",
            remedy="offer fewer strengths, or allow fewer in a kit",
        )


def _at_best_with(task: Task, size: int) -> tuple[int, ...]:
    """What no kit of so many strengths, each of them used, can beat.

    As many doses as strengths are of one capsule, the others of two; with fewer periods than
    strengths, capsules of several are taken together.
    """
    often = _often(task)
    more_than_one = sorted(often.values(), reverse=True)[size:]
    together = max(0, size - len(task.taken)) * min(task.taken)
    return in_wished_order(
        task.wishes,
        strengths=size,
        capsules=sum(task.taken) + max(sum(more_than_one), together),
        left_over=least_left_over_with(task, size),
    )


def least_left_over_with(task: Task, size: int) -> int:
    """What of so many strengths, each of them used, is left over at least, whatever they are.

    7 doses in packs of 10, 1 capsule of each of 2 strengths: 7 of each are taken, 3 of each are
    left. Nothing is said of more than a few periods, which can come to almost any count.
    """
    if task.pack == 1 or len(task.taken) > _FEW or (task.most_a_dose + 1) ** size > _TRIED:
        return 0
    every = product(range(task.most_a_dose + 1), repeat=size)
    ways = [way for way in every if 0 < sum(way) <= task.most_a_dose]
    reached = {(0,) * size}
    for taken in task.taken:
        reached = {  # strengths are alike here, so the counts are kept in order
            tuple(sorted(n + taken * more for n, more in zip(counts, way, strict=True)))
            for counts in reached
            for way in ways
        }
    used = (counts for counts in reached if counts[0])
    return min((sum(-n % task.pack for n in counts) for counts in used), default=size * task.pack)


def _candidates(task: Task, size: int) -> Iterator[_Candidate]:
    """The sets of so many strengths that make every dose, with the best score each could have."""
    often = _often(task)
    drug = sum(dose * taken for dose, taken in often.items())
    for covering in coverings(
        task.doses, strengths=task.strengths, size=size, most_a_dose=task.most_a_dose
    ):
        at_best = in_wished_order(
            task.wishes,
            strengths=size,
            capsules=sum(fewest(covering.sums, dose) * taken for dose, taken in often.items()),
            left_over=_least_by_mass(task.pack, drug, covering),
        )
        yield _Candidate(at_best, covering.strengths)


def _often(task: Task) -> Counter[int]:
    """How often each dose is taken in all."""
    often = Counter[int]()
    for dose, taken in zip(task.doses, task.taken, strict=True):
        often[dose] += taken
    return often


def _least_by_mass(pack: int, drug: int, covering: Covering) -> int:
    """Whole packs hold a multiple of the strengths' common part; what is left makes that up."""
    if pack == 1:
        return 0
    whole = pack * gcd(*covering.strengths)
    missing = -drug % whole
    making_up = as_bits(range(missing, covering.sums[-1].bit_length(), whole))
    few = (count for count, made in enumerate(covering.sums) if made & making_up)
    at_least = -(-missing // covering.strengths[-1])
    return max(at_least, next(few, len(covering.sums)))


def _judged(task: Task, candidate: _Candidate) -> _Candidate:
    """The candidate with the score it has."""
    if task.pack == 1:
        return candidate
    offered = _offered(task, candidate.strengths)
    left_over, capsules = least_left_over(task, offered=offered)
    score = in_wished_order(
        task.wishes, strengths=len(candidate.strengths), capsules=capsules, left_over=left_over
    )
    return _Candidate(score, candidate.strengths)


def _offered(task: Task, strengths: tuple[int, ...]) -> Offered:
    """The ways for each period: only those with the fewest capsules, where these matter more."""
    of_dose = {
        dose: tuple(ways_to_make(dose, strengths=strengths, most=task.most_a_dose))
        for dose in set(task.doses)
    }
    order = task.wishes.index
    if task.pack == 1 or order(Wish.CAPSULES_A_DAY) < order(Wish.LEFT_OVER):
        of_dose = {dose: with_fewest(ways) for dose, ways in of_dose.items()}
    return tuple(of_dose[dose] for dose in task.doses)
