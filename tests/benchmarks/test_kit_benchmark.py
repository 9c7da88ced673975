"""The search beside a plain dynamic programme over the same sets of strengths, in the same run.

45 strengths of 0.1 to 4.5 mg, at most 3 in a kit and 4 a dose: C(45, 1) + C(45, 2) + C(45, 3) =
45 + 990 + 14190 = 15225 sets. Processor time, best of the repeats; what else runs does not count.
`pytest tests/benchmarks/test_kit_benchmark.py -s` prints the table.
"""

from collections.abc import Callable
from itertools import combinations, permutations
from time import process_time

import pytest

from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.kit import kit
from ldn_compound.planning.kits.search import best
from ldn_compound.planning.kits.task import Task, Wish, in_wished_order

STRENGTHS = tuple(range(1, 46))
MOST_STRENGTHS, MOST_A_DOSE = 3, 4
AT_LEAST = 20  # times as fast
REPEATS = 15

TITRATIONS = {
    "0.5 to 4.5 mg by 0.5 mg": (5, 10, 15, 20, 25, 30, 35, 40, 45),
    "0.5 to 4.5 mg by 1 mg": (5, 15, 25, 35, 45),
    "1 to 4.5 mg by 1 mg": (10, 20, 30, 40, 45),
    "up to 4.5 mg and down again": (10, 15, 25, 30, 45, 40, 30, 20, 10),
    "four odd doses": (7, 13, 22, 31),
    "4.5 mg throughout": (45,),
}
SHORT = {"1.5, 3 and 4.5 mg": (15, 30, 45), "1.2, 2.4 and 3.6 mg": (12, 24, 36)}
"""Of three doses the plain programme has few ways to go through too."""
ORDERS = tuple(permutations(Wish))


def task(doses: tuple[int, ...], *, pack: int, order: tuple[Wish, ...]) -> Task:
    taken = (7,) * len(doses)
    return Task(doses, taken, STRENGTHS, MOST_STRENGTHS, MOST_A_DOSE, pack, order, 10**6)


def plain(asked: Task) -> tuple[int, ...] | None:
    """Each set on its own: the fewest capsules of every amount, or every way and the packs."""
    found = [
        score
        for size in range(1, asked.most_strengths + 1)
        for strengths in combinations(asked.strengths, size)
        if (score := (of_counts if asked.pack == 1 else of_packs)(asked, strengths)) is not None
    ]
    return min(found) if found else None


def of_counts(asked: Task, strengths: tuple[int, ...]) -> tuple[int, ...] | None:
    most = asked.most_a_dose + 1
    fewest = [0] + [most] * max(asked.doses)
    for amount in range(1, len(fewest)):
        for strength in strengths:
            if strength <= amount and fewest[amount - strength] + 1 < fewest[amount]:
                fewest[amount] = fewest[amount - strength] + 1
    if any(fewest[dose] == most for dose in asked.doses):
        return None
    capsules = sum(fewest[d] * n for d, n in zip(asked.doses, asked.taken, strict=True))
    return in_wished_order(asked.wishes, strengths=len(strengths), capsules=capsules, left_over=0)


def of_packs(asked: Task, strengths: tuple[int, ...]) -> tuple[int, ...] | None:
    ways: dict[int, list[tuple[int, ...]]] = {0: [()]}
    for strength in strengths:
        more: dict[int, list[tuple[int, ...]]] = {}
        for amount, known in ways.items():
            for way in known:
                for count in range(asked.most_a_dose - sum(way) + 1):
                    more.setdefault(amount + count * strength, []).append((*way, count))
        ways = more
    if any(dose not in ways for dose in asked.doses):
        return None
    offered = [ways[dose] for dose in asked.doses]
    order = asked.wishes.index
    if order(Wish.CAPSULES_A_DAY) < order(Wish.LEFT_OVER):
        offered = [[way for way in of if sum(way) == min(map(sum, of))] for of in offered]
    fewest = {(0,) * len(strengths): 0}
    for of, taken in zip(offered, asked.taken, strict=True):
        after: dict[tuple[int, ...], int] = {}
        for rest, capsules in fewest.items():
            for way in of:
                left = tuple((r + taken * n) % asked.pack for r, n in zip(rest, way, strict=True))
                total = capsules + taken * sum(way)
                if total < after.get(left, total + 1):
                    after[left] = total
        fewest = after
    return min(
        in_wished_order(
            asked.wishes,
            strengths=len(strengths),
            capsules=capsules,
            left_over=sum(-r % asked.pack for r in rest),
        )
        for rest, capsules in fewest.items()
    )


def seconds(of: Callable[[], object]) -> float:
    start = process_time()
    of()
    return process_time() - start


def compared(name: str, asked: Task) -> float:
    """How many times as fast; the scores are compared too, but for sets with a strength unused."""
    search, other = best(asked), plain(asked)
    assert (None if search is None else search.score) == other
    ours = min(seconds(lambda: best(asked)) for _ in range(REPEATS))
    theirs = min(seconds(lambda: plain(asked)) for _ in range(2))
    order = ", ".join(asked.wishes)
    print(
        f"{name:<28} pack {asked.pack:>2}, {order:<38} {ours * 1e3:8.2f} ms {theirs * 1e3:8.0f} ms"
        f"  1/{theirs / ours:.0f}"
    )
    return theirs / ours


@pytest.mark.parametrize("pack", [1, 10, 30])
@pytest.mark.parametrize("name", TITRATIONS)
def test_a_titration_in_a_twentieth_of_the_time(name: str, pack: int) -> None:
    for order in ORDERS:
        assert compared(name, task(TITRATIONS[name], pack=pack, order=order)) >= AT_LEAST


@pytest.mark.parametrize("pack", [1, 10, 30])
@pytest.mark.parametrize("name", SHORT)
def test_three_doses_in_a_tenth_of_the_time(name: str, pack: int) -> None:
    for order in ORDERS:
        assert compared(name, task(SHORT[name], pack=pack, order=order)) >= AT_LEAST / 2


def test_the_whole_kit() -> None:
    """With amounts, origins and the checks of the kit, not the search alone."""
    texts = [f"{tenths / 10:g} mg" for tenths in STRENGTHS]
    periods = tuple(Period(dose=texts[tenths - 1], days="7 days") for tenths in range(5, 46, 5))
    regimen = Regimen(periods=periods)
    asked = task(tuple(range(5, 46, 5)), pack=30, order=tuple(Wish))
    ours = min(seconds(lambda: kit(regimen, strengths=texts, pack=30)) for _ in range(REPEATS))
    theirs = seconds(lambda: plain(asked))
    print(f"\nthe whole kit: {ours * 1e3:.1f} ms, the programme alone {theirs * 1e3:.0f} ms")
    assert theirs / ours >= AT_LEAST
