"""The search against trying everything, on every regimen of up to 9 doses on the 0.5 mg grid.

48619 regimens (the doses of 9 periods in any order and with repetition: C(18, 9) - 1), every set of
up to 3 of 9 strengths, up to 4 capsules a dose, packs of 1, 10 and 30, every order of the wishes.
Takes about a quarter of an hour; `pytest tests/benchmarks/test_kit_every_regimen.py`.
"""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement, permutations, product
from math import comb

import numpy as np
import pytest

from ldn_compound.planning.kits.search import best
from ldn_compound.planning.kits.task import Task, Wish

GRID = tuple(range(1, 10))
SETS = [one for size in (1, 2, 3) for one in combinations(GRID, size)]
MOST_A_DOSE, DAYS, LONGEST = 4, 7, 9
PACKS = (1, 10, 30)
ORDERS = tuple(permutations(Wish))
BASE = 64  # above 9 periods × 4 capsules a dose
WEIGHTS = np.array([10**8, 10**4, 1])  # no figure reaches 10000
REGIMENS = [r for n in range(1, 10) for r in combinations_with_replacement(GRID, n)]

Least = dict[tuple[tuple[int, ...], int, tuple[Wish, ...]], int]


def ways(dose: int, strengths: tuple[int, ...]) -> np.ndarray:
    every = product(range(MOST_A_DOSE + 1), repeat=len(strengths))
    found = [
        sum(count * BASE**place for place, count in enumerate(way))
        for way in every
        if sum(way) <= MOST_A_DOSE
        and sum(n * s for n, s in zip(way, strengths, strict=True)) == dose
    ]
    return np.array(found, dtype=np.int64)


def choices(strengths: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], np.ndarray]]:
    """Every regimen that the strengths make, with what every joint choice of ways comes to."""
    offered = {dose: found for dose in GRID if len(found := ways(dose, strengths))}
    makeable = tuple(offered)

    def grown(
        doses: tuple[int, ...], sums: np.ndarray, left: tuple[int, ...]
    ) -> Iterator[tuple[tuple[int, ...], np.ndarray]]:
        for place, dose in enumerate(left if len(doses) < LONGEST else ()):
            more = np.unique(np.add.outer(sums, offered[dose]))
            yield (*doses, dose), more
            yield from grown((*doses, dose), more, left[place:])

    return grown((), np.zeros(1, dtype=np.int64), makeable)


def note(least: Least, doses: tuple[int, ...], sums: np.ndarray, size: int) -> None:
    counts = DAYS * np.stack([sums // BASE**place % BASE for place in range(size)])
    used, capsules = (counts > 0).sum(axis=0), counts.sum(axis=0)
    for pack in PACKS:
        figures = {
            Wish.STRENGTHS: used,
            Wish.CAPSULES_A_DAY: capsules,
            Wish.LEFT_OVER: (-counts % pack).sum(axis=0),
        }
        for order in ORDERS:
            keys = WEIGHTS @ np.stack([figures[wish] for wish in order])
            place = (doses, pack, order)
            least[place] = min(least.get(place, 10**12), int(keys.min()))


@pytest.fixture(scope="module")
def least() -> Least:
    found: Least = {}
    for strengths in SETS:
        for doses, sums in choices(strengths):
            note(found, doses, sums, len(strengths))
    return found


def test_every_regimen_is_there() -> None:
    assert len(REGIMENS) == comb(18, 9) - 1


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
def test_every_regimen(least: Least, pack: int, order: tuple[Wish, ...]) -> None:
    for doses in REGIMENS:
        asked = Task(doses, (DAYS,) * len(doses), GRID, 3, MOST_A_DOSE, pack, order, 10**6)
        found = best(asked)
        wanted = least.get((doses, pack, order))
        if found is None:
            assert wanted is None
            continue
        assert wanted == sum(int(w) * f for w, f in zip(WEIGHTS, found.score, strict=True)), asked
