"""The parts of the search, each against trying everything."""

from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.planning.kits.left_over import chosen_ways, least_left_over
from ldn_compound.planning.kits.out_of_reach import OutOfReach, why_none
from ldn_compound.planning.kits.search import best, least_left_over_with
from ldn_compound.planning.kits.sets import coverings
from ldn_compound.planning.kits.sums import as_bits, each, fewest, nothing, with_strength
from ldn_compound.planning.kits.task import Task, Wish, in_wished_order, largest_part
from ldn_compound.planning.kits.ways import simplest_first, ways_to_make, with_fewest

small = st.integers(1, 12)


def task(doses: tuple[int, ...], strengths: tuple[int, ...], **changed: object) -> Task:
    asked = Task(doses, (7,) * len(doses), strengths, 3, 4, 1, tuple(Wish), 10**6)
    return asked._replace(**changed)


def every_way(dose: int, strengths: tuple[int, ...], most: int) -> set[tuple[int, ...]]:
    return {
        way
        for way in product(range(most + 1), repeat=len(strengths))
        if sum(way) <= most and sum(n * s for n, s in zip(way, strengths, strict=True)) == dose
    }


@pytest.mark.parametrize(
    ("values", "part"),
    [
        (("0.5", "1.5", "2"), "0.5"),
        (("0.5", "1.5", "0.2"), "0.1"),
        (("4.5",), "4.5"),
        (("0.000001", "1000"), "0.000001"),
        (("0.3", "0.45"), "0.15"),
    ],
)
def test_the_largest_common_part(values: tuple[str, ...], part: str) -> None:
    assert largest_part(map(Fraction, values)) == Fraction(part)


PARTS = st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), min_size=1, max_size=5)


@given(quotients=PARTS)
def test_every_value_is_whole_parts_and_the_parts_have_none_in_common(
    quotients: list[tuple[int, int]],
) -> None:
    values = [Fraction(above, below) for above, below in quotients]
    part = largest_part(values)
    assert all((value / part).denominator == 1 for value in values)
    assert all(
        any((value / (part * more)).denominator != 1 for value in values) for more in range(2, 6)
    )


def test_figures_in_the_order_of_the_wishes() -> None:
    order = (Wish.LEFT_OVER, Wish.STRENGTHS, Wish.CAPSULES_A_DAY)
    assert in_wished_order(order, strengths=2, capsules=147, left_over=33) == (33, 2, 147)


def test_sums_of_two_strengths() -> None:
    sums = with_strength(with_strength(nothing(2), 1), 3)
    assert [list(each(made)) for made in sums] == [[0], [0, 1, 3], [0, 1, 2, 3, 4, 6]]
    assert fewest(sums, 3) == 1
    assert fewest(sums, 6) == 2


@given(strengths=st.sets(small, min_size=1, max_size=4), most=st.integers(1, 4))
def test_sums_are_those_of_every_way(strengths: set[int], most: int) -> None:
    sums = nothing(most)
    for strength in sorted(strengths):
        sums = with_strength(sums, strength)
    for count, made in enumerate(sums):
        ways = product((0, *strengths), repeat=count)
        assert set(each(made)) == {sum(way) for way in ways} | {0}


@given(totals=st.sets(st.integers(0, 200)))
def test_bits_and_totals(totals: set[int]) -> None:
    assert set(each(as_bits(totals))) == totals


@given(dose=st.integers(1, 30), strengths=st.sets(small, min_size=1, max_size=3))
def test_every_way_to_make_a_dose(dose: int, strengths: set[int]) -> None:
    ordered = tuple(sorted(strengths))
    found = list(ways_to_make(dose, strengths=ordered, most=4))
    assert len(found) == len(set(found))
    assert set(found) == every_way(dose, ordered, 4)


def test_the_simplest_way_comes_first() -> None:
    # 6 parts: 3 + 3, 4 + 2; then 3 capsules of one strength, two and three: 2 + 2 + 2, 4 + 1 + 1,
    # 3 + 2 + 1
    assert simplest_first(ways_to_make(6, strengths=(1, 2, 3, 4), most=3)) == (
        (0, 0, 2, 0),
        (0, 1, 0, 1),
        (0, 3, 0, 0),
        (2, 0, 0, 1),
        (1, 1, 1, 0),
    )


def test_the_ways_with_fewest_capsules() -> None:
    assert set(with_fewest(ways_to_make(6, strengths=(1, 2, 3, 4), most=4))) == {
        (0, 0, 2, 0),
        (0, 1, 0, 1),
    }


@given(
    doses=st.sets(st.integers(1, 20), min_size=1, max_size=5),
    strengths=st.sets(small, min_size=1, max_size=7),
    size=st.integers(1, 4),
    most=st.integers(1, 4),
)
def test_no_set_that_covers_is_missed(
    doses: set[int], strengths: set[int], size: int, most: int
) -> None:
    ordered = tuple(sorted(strengths))
    found = [
        one.strengths for one in coverings(doses, strengths=ordered, size=size, most_a_dose=most)
    ]
    wanted = set()
    for chosen in combinations(ordered, size):
        ways = [every_way(dose, chosen, most) for dose in doses]
        used = {place for each_ in ways for way in each_ for place, n in enumerate(way) if n}
        if all(ways) and len(used) == size:
            wanted.add(chosen)
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_left_over_of_the_worked_line() -> None:
    # 7 days each of 2 and 3 parts from 1 part: 14 + 21 = 35 capsules, 2 packs of 30, 25 left
    offered = tuple((way,) for way in ((2,), (3,)))
    asked = task((2, 3), (1,), pack=30)
    assert least_left_over(asked, offered=offered) == (25, 35)
    assert chosen_ways(asked, offered=offered) == ((2,), (3,))


def test_the_ways_are_chosen_together() -> None:
    # 10 times each of 2 and 4 parts from 1 and 2: (0, 1) or (2, 0), and (0, 2), (2, 1) or (4, 0).
    # In packs of 20: (0, 10) + (0, 20) leaves 10; (20, 0) + (0, 20) leaves nothing.
    offered = (((0, 1), (2, 0)), ((0, 2), (2, 1), (4, 0)))
    asked = task((2, 4), (1, 2), taken=(10, 10), pack=20)
    assert least_left_over(asked, offered=offered) == (0, 40)
    assert chosen_ways(asked, offered=offered) == ((2, 0), (0, 2))


def test_sums_alike_by_the_pack_are_kept_once() -> None:
    # 12 periods, in packs of 2: only 4 remainders of two strengths, whatever was taken
    offered = (((0, 1), (2, 0)),) * 12
    asked = task((2,) * 12, (1, 2), taken=tuple(range(1, 13)), pack=2, most_ways=4)
    # of 0.5 mg always an even number; of 1 mg 1 + 2 + ... + 12 = 78 in all, even: nothing left
    assert least_left_over(asked, offered=offered) == (0, 78)


def test_too_many_counts_to_compare() -> None:
    offered = (((0, 1), (2, 0)),) * 12
    asked = task((2,) * 12, (1, 2), taken=tuple(range(1, 13)), pack=100, most_ways=20)
    with pytest.raises(PlanError, match="put left over last"):
        least_left_over(asked, offered=offered)


def test_why_there_is_none() -> None:
    # 7 and 9 from 4 and 6, at most 3: 4, 6, 8, 10, 12, 14, 16, 18
    why = why_none(task((7, 9, 8), (4, 6), most_a_dose=3))
    assert why.strengths == (4, 6)
    assert why.doses == (OutOfReach(7, (6, 8)), OutOfReach(9, (8, 10)))


def test_the_set_that_comes_closest_leaves_fewest_doses_out() -> None:
    # with one strength: 2 makes 2, 4 and 6; 3 makes 3 and 6
    why = why_none(task((2, 3, 4, 6), (2, 3), most_strengths=1))
    assert why.strengths == (2,)
    assert why.doses == (OutOfReach(3, (2, 4)),)


@given(
    doses=st.lists(st.integers(1, 20), min_size=1, max_size=4),
    strengths=st.sets(small, min_size=1, max_size=5),
    most_strengths=st.integers(1, 3),
    most_a_dose=st.integers(1, 3),
)
def test_the_nearest_that_can_be_made_can_be_made(
    doses: list[int], strengths: set[int], most_strengths: int, most_a_dose: int
) -> None:
    ordered = tuple(sorted(strengths))
    asked = task(tuple(doses), ordered, most_strengths=most_strengths, most_a_dose=most_a_dose)
    if best(asked) is not None:
        return
    why = why_none(asked)
    assert why.doses
    for dose, nearest in why.doses:
        assert dose in doses
        assert nearest
        limits = {"most_strengths": most_strengths, "most_a_dose": most_a_dose}
        for one in nearest:
            assert best(task((one,), why.strengths, **limits)) is not None
        away = abs(dose - nearest[0])
        for nearer in range(dose - away + 1, dose + away):
            if nearer > 0:
                assert best(task((nearer,), why.strengths, **limits)) is None


@pytest.mark.parametrize(
    ("taken", "pack", "size", "least"),
    [
        # 7 doses in packs of 10: 1 to 4 capsules of a strength leave 3, 6, 9 and 2
        ((7,), 10, 1, 2),
        ((7,), 10, 2, 6),  # 1 and 1: 3 + 3; 1 and 2: 9; 1 and 3: 12; 2 and 2: 12
        ((7,), 10, 3, 9),  # 1, 1 and 1
        ((7,), 10, 4, 12),  # 1 of each
        ((7, 3), 10, 1, 0),  # 7 × 1 + 3 × 1 = 10
        ((7, 3), 10, 2, 0),  # the same of both, 1 + 1 capsules
        ((7,), 1, 2, 0),  # counted out
        ((7, 7, 7, 7), 10, 1, 0),  # of so many periods nothing is said
    ],
)
def test_what_is_left_over_at_least(
    taken: tuple[int, ...], pack: int, size: int, least: int
) -> None:
    asked = task((1,) * len(taken), (1,), taken=taken, pack=pack)
    assert least_left_over_with(asked, size) == least


def test_capsules_too_few_for_so_many_strengths_are_worse_than_any_kit() -> None:
    asked = task((1,), (1,), pack=10, most_a_dose=2)
    assert least_left_over_with(asked, 3) == 30  # above the 27 that three packs can leave
