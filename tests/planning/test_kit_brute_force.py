"""The search finds what trying everything finds: every set of strengths, all periods jointly.

The brute force below knows nothing of the search: for each set of strengths it walks through every
choice of a way for every period and keeps the counts of capsules that some choice comes to. The
order of the periods makes no difference to these. Every regimen of up to 9 doses, repeated ones
included, is in tests/benchmarks, which takes longer.
"""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement, permutations, product

import pytest
from hypothesis import given, strategies as st

from ldn_compound.planning.kits.search import best
from ldn_compound.planning.kits.task import Found, Task, Wish

Counts = set[tuple[int, ...]]

GRID = tuple(range(1, 10))  # 0.5 mg to 4.5 mg in parts of 0.5 mg
MOST_STRENGTHS, MOST_A_DOSE, DAYS = 3, 4, 7
PACKS = (1, 10, 30)
ORDERS = tuple(permutations(Wish))
SETS = [one for size in (1, 2, 3) for one in combinations(GRID, size)]


def ways(dose: int, strengths: tuple[int, ...], most: int) -> list[tuple[int, ...]]:
    every = product(range(most + 1), repeat=len(strengths))
    return [
        way
        for way in every
        if sum(way) <= most and sum(n * s for n, s in zip(way, strengths, strict=True)) == dose
    ]


def after(counts: Counts, offered: list[tuple[int, ...]], taken: int) -> Counts:
    return {
        tuple(n + taken * more for n, more in zip(count, way, strict=True))
        for count in counts
        for way in offered
    }


def figures(counts: Counts, pack: int) -> set[tuple[int, int, int]]:
    """Strengths used, capsules, left over."""
    return {
        (sum(n > 0 for n in count), sum(count), sum(-n % pack for n in count)) for count in counts
    }


def least(found: set[tuple[int, int, int]], order: tuple[Wish, ...]) -> tuple[int, ...]:
    place = {Wish.STRENGTHS: 0, Wish.CAPSULES_A_DAY: 1, Wish.LEFT_OVER: 2}
    return min(tuple(one[place[wish]] for wish in order) for one in found)


def task(
    doses: tuple[int, ...], taken: tuple[int, ...], *, pack: int, order: tuple[Wish, ...]
) -> Task:
    return Task(doses, taken, GRID, MOST_STRENGTHS, MOST_A_DOSE, pack, order, 10**6)


def check(found: Found | None, asked: Task, wanted: tuple[int, ...] | None) -> None:
    """The score is the least there is, and the ways make the doses and come to that score."""
    if wanted is None:
        assert found is None
        return
    assert found is not None
    assert found.score == wanted, asked
    pairs = list(zip(asked.doses, found.ways, strict=True))
    assert all(
        sum(n * s for n, s in zip(way, found.strengths, strict=True)) == dose for dose, way in pairs
    )
    assert all(sum(way) <= asked.most_a_dose for way in found.ways)
    together = {(0,) * len(found.strengths)}
    for way, taken in zip(found.ways, asked.taken, strict=True):
        together = after(together, [way], taken)
    assert least(figures(together, asked.pack), asked.wishes) == wanted


def regimens_of(
    strengths: tuple[int, ...], *, repeated: bool, longest: int
) -> Iterator[tuple[tuple[int, ...], Counts]]:
    """Every regimen that the strengths make, with the counts of every joint choice."""
    offered = {dose: ways(dose, strengths, MOST_A_DOSE) for dose in GRID}
    makeable = [dose for dose in GRID if offered[dose]]

    def grown(
        doses: tuple[int, ...], counts: Counts, left: list[int]
    ) -> Iterator[tuple[tuple[int, ...], Counts]]:
        for place, dose in enumerate(left if len(doses) < longest else ()):
            more = after(counts, offered[dose], DAYS)
            yield (*doses, dose), more
            yield from grown((*doses, dose), more, left[place + (not repeated) :])

    return grown((), {(0,) * len(strengths)}, makeable)


DISTINCT = [one for size in range(1, 10) for one in combinations(GRID, size)]
REPEATED = [one for size in (1, 2, 3) for one in combinations_with_replacement(GRID, size)]
REGIMENS = {"distinct": DISTINCT, "repeated": REPEATED}
LONGEST = {"distinct": 9, "repeated": 3}


@pytest.fixture(scope="module")
def everything() -> dict[tuple[str, tuple[int, ...], int], set[tuple[int, int, int]]]:
    """For each regimen and each pack, the figures of every choice with every set."""
    found: dict[tuple[str, tuple[int, ...], int], set[tuple[int, int, int]]] = {}
    for kind, longest in LONGEST.items():
        for strengths in SETS:
            for doses, counts in regimens_of(
                strengths, repeated=kind == "repeated", longest=longest
            ):
                for pack in PACKS:
                    found.setdefault((kind, doses, pack), set()).update(figures(counts, pack))
    return found


def test_what_is_tried() -> None:
    assert len(DISTINCT) == 2**9 - 1
    assert len(REPEATED) == 9 + 45 + 165  # 9, 9 × 10 ÷ 2, 9 × 10 × 11 ÷ 6
    assert len(SETS) == 9 + 36 + 84  # 9, 9 × 8 ÷ 2, 9 × 8 × 7 ÷ 6


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
@pytest.mark.parametrize("kind", ["distinct", "repeated"])
def test_every_regimen(
    everything: dict[tuple[str, tuple[int, ...], int], set[tuple[int, int, int]]],
    kind: str,
    pack: int,
    order: tuple[Wish, ...],
) -> None:
    for doses in REGIMENS[kind]:
        asked = task(doses, (DAYS,) * len(doses), pack=pack, order=order)
        found = everything.get((kind, doses, pack))
        check(best(asked), asked, None if found is None else least(found, order))


def brute(asked: Task) -> tuple[int, ...] | None:
    found: set[tuple[int, int, int]] = set()
    for size in range(1, asked.most_strengths + 1):
        for strengths in combinations(asked.strengths, size):
            counts: Counts = {(0,) * size}
            for dose, taken in zip(asked.doses, asked.taken, strict=True):
                counts = after(counts, ways(dose, strengths, asked.most_a_dose), taken)
            found |= figures(counts, asked.pack)
    return least(found, asked.wishes) if found else None


@given(
    periods=st.lists(
        st.tuples(st.sampled_from(GRID), st.sampled_from((7, 14, 1, 3, 28))),
        min_size=1,
        max_size=9,
    ),
    pack=st.sampled_from(PACKS),
    order=st.sampled_from(ORDERS),
    most_strengths=st.integers(1, 3),
    most_a_dose=st.integers(1, 4),
)
def test_periods_of_the_same_dose_and_of_any_length(
    periods: list[tuple[int, int]],
    pack: int,
    order: tuple[Wish, ...],
    most_strengths: int,
    most_a_dose: int,
) -> None:
    doses, taken = zip(*periods, strict=True)
    asked = task(doses, taken, pack=pack, order=order)._replace(
        most_strengths=most_strengths, most_a_dose=most_a_dose
    )
    check(best(asked), asked, brute(asked))


@given(
    doses=st.lists(st.integers(1, 45), min_size=1, max_size=4),
    strengths=st.sets(st.integers(1, 45), min_size=1, max_size=8),
    pack=st.sampled_from((1, 7, 30)),
    order=st.sampled_from(ORDERS),
)
def test_any_strengths_of_the_fine_grid(
    doses: list[int], strengths: set[int], pack: int, order: tuple[Wish, ...]
) -> None:
    asked = task(tuple(doses), (7,) * len(doses), pack=pack, order=order)._replace(
        strengths=tuple(sorted(strengths))
    )
    check(best(asked), asked, brute(asked))
