"""The search against trying everything, on every regimen of up to 9 doses on the 0.5 mg grid.

48619 regimens (the doses of 9 periods in any order and with repetition: C(18, 9) - 1), every set of
up to 3 of 9 strengths, up to 4 capsules a dose, packs of 1, 10 and 30, every order of the wishes.
Takes about a quarter of an hour on one core; `pytest tests/benchmarks/test_kit_every_regimen.py`.
"""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement, permutations, product
from math import comb

import numpy as np
import pytest

from ldn_compound.planning.kits.search import best
from ldn_compound.planning.kits.task import Found, Task, Wish

GRID = tuple(range(1, 10))
SETS = [one for size in (1, 2, 3) for one in combinations(GRID, size)]
MOST_A_DOSE, DAYS, LONGEST = 4, 7, 9
PACKS = (1, 10, 30)
ORDERS = tuple(permutations(Wish))
BASE = 64  # above 9 periods × 4 capsules a dose
WEIGHTS = np.array([10**8, 10**4, 1])  # no figure reaches 10000
REGIMENS = [r for n in range(1, 10) for r in combinations_with_replacement(GRID, n)]

ASKED = tuple(product(PACKS, ORDERS))
NONE = 10**12  # above every score

Least = dict[tuple[int, ...], np.ndarray]
"""For each regimen, the least score for each pack and order of the wishes."""


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


def scores(sums: np.ndarray, size: int) -> np.ndarray:
    """The least score of the choices, for each pack and order."""
    counts = DAYS * np.stack([sums // BASE**place % BASE for place in range(size)])
    used, capsules = (counts > 0).sum(axis=0), counts.sum(axis=0)
    least: list[int] = []
    for pack, order in ASKED:
        figures = {
            Wish.STRENGTHS: used,
            Wish.CAPSULES_A_DAY: capsules,
            Wish.LEFT_OVER: (-counts % pack).sum(axis=0),
        }
        least.append(int((WEIGHTS @ np.stack([figures[wish] for wish in order])).min()))
    return np.array(least)


def come_to(found: Found, asked: Task) -> int:
    """The score of the ways that were found, once it is sure that they make the doses."""
    for way, dose in zip(found.ways, asked.doses, strict=True):
        assert sum(n * s for n, s in zip(way, found.strengths, strict=True)) == dose
        assert sum(way) <= MOST_A_DOSE
    counts = [DAYS * sum(column) for column in zip(*found.ways, strict=True)]
    figures = {
        Wish.STRENGTHS: sum(count > 0 for count in counts),
        Wish.CAPSULES_A_DAY: sum(counts),
        Wish.LEFT_OVER: sum(-count % asked.pack for count in counts),
    }
    return int(WEIGHTS @ np.array([figures[wish] for wish in asked.wishes]))


@pytest.fixture(scope="module")
def least() -> Least:
    found: Least = {}
    for strengths in SETS:
        for doses, sums in choices(strengths):
            here = scores(sums, len(strengths))
            found[doses] = np.minimum(found[doses], here) if doses in found else here
    return found


def test_every_regimen_is_there() -> None:
    assert len(REGIMENS) == comb(18, 9) - 1


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
def test_every_regimen(least: Least, pack: int, order: tuple[Wish, ...]) -> None:
    place = ASKED.index((pack, order))
    for doses in REGIMENS:
        asked = Task(doses, (DAYS,) * len(doses), GRID, 3, MOST_A_DOSE, pack, order, 10**6)
        found = best(asked)
        wanted = least[doses][place] if doses in least else NONE
        score = NONE if found is None else int(WEIGHTS @ np.array(found.score))
        assert score == wanted, asked
        assert found is None or come_to(found, asked) == score, asked
