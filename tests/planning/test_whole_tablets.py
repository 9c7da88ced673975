"""Whole tablets, halves and quarters: the search agrees with trying everything."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import islice, pairwise
from typing import NamedTuple

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Count
from ldn_compound.model.whole_tablets import WholeTabletWay
from ldn_compound.planning.plan import plan
from ldn_compound.planning.whole_tablets import exact_way, offered, whole_tablet_ways
from ldn_compound.quantity.kinds import PerTablet, PerUnit, Ratio, UnitCount
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

UNITS, TABLETS = 200, 40
TOLERANCE = Ratio.of("2 %")


class Tried(NamedTuple):
    units: int
    deviation: Fraction
    tablets: Fraction


def brute(strength: str, least: int, tablet: str, parts: int) -> list[Tried]:
    """Every number of units and of pieces, one after the other."""
    wanted, whole = Fraction(strength), Fraction(tablet)
    found = []
    for units in range(least, UNITS + 1):
        for pieces in range(1, TABLETS * parts + 1):
            tablets = Fraction(pieces, parts)
            deviation = abs(tablets * whole / units / wanted - 1)
            if deviation <= TOLERANCE.base:
                found.append(Tried(units, deviation, tablets))
    return sorted(found)


def searched(strength: str, least: int, tablet: str, parts: int) -> list[Tried]:
    ways = whole_tablet_ways(
        strength=PerUnit.of(f"{strength} mg"),
        least_units=UnitCount.of(least),
        tablet=PerTablet.of(f"{tablet} mg"),
        parts=parts,
        tolerance=TOLERANCE,
        most_units=UNITS,
        most_tablets=TABLETS,
    )
    return [Tried(int(one.units.base), abs(one.deviation.base), one.tablets.base) for one in ways]


@pytest.mark.parametrize("parts", [1, 2, 4])
@pytest.mark.parametrize(
    ("strength", "least", "tablet"),
    [("4.5", 30, "50"), ("4.5", 1, "50"), ("0.5", 1, "50"), ("3", 60, "50"), ("1.5", 10, "4.5"),
     ("4.37", 20, "50"), ("5", 195, "50"), ("0.05", 1, "25")],
)  # fmt: skip
def test_the_search_agrees_with_brute_force(
    strength: str, least: int, tablet: str, parts: int
) -> None:
    assert searched(strength, least, tablet, parts) == brute(strength, least, tablet, parts)


def test_brute_force_finds_something_to_agree_with() -> None:
    assert len(brute("4.5", 30, "50", 1)) > 50
    assert brute("0.05", 1, "25", 1) == []  # half a tablet's 25 mg is 250 capsules of 0.05 mg


def ways(strength: str, least: int, parts: int = 1) -> tuple[WholeTabletWay, ...]:
    asked = {
        "strength": PerUnit.of(strength),
        "least_units": UnitCount.of(least),
        "tablet": PerTablet.of("50 mg"),
        "parts": parts,
    }
    return offered(whole_tablet_ways(**asked, tolerance=TOLERANCE), exact=exact_way(**asked))


def said(way: WholeTabletWay) -> tuple[Fraction, int]:
    return way.tablets.base, int(way.units.base)


def test_thirty_of_four_and_a_half_from_fifties() -> None:
    # 3 × 50 ÷ 33 = 4.545 mg, + 1.01 %; 3 × 50 ÷ 34 = 4.412 mg, − 1.96 %; 4 × 50 ÷ 44 = 4.545 mg;
    # 450 mg are 9 tablets and 100 capsules: exact.
    found = ways("4.5 mg", 30)
    assert [said(way) for way in found] == [(3, 33), (3, 34), (4, 44), (9, 100)]
    assert found[0].strength.base == Fraction(150, 33)
    assert found[0].deviation.base == Fraction(150, 33) / Fraction("4.5") - 1  # 1/99
    assert found[1].strength.base == Fraction(150, 34)
    assert found[3].deviation.is_zero


def test_halves_and_quarters_need_fewer_capsules() -> None:
    # 50 mg fill 100 capsules of 0.5 mg; 99 hold 0.505 mg, + 1.01 %; 98 are 2.04 % over.
    assert [said(way) for way in ways("0.5 mg", 30)] == [(1, 99), (1, 100)]
    # A half, 25 mg, fills 50; a quarter, 12.5 mg, fills 25, fewer than 30, so two of them in 50.
    assert said(ways("0.5 mg", 30, 2)[0]) == (Fraction(1, 2), 50)
    assert said(ways("0.5 mg", 20, 4)[0]) == (Fraction(1, 4), 25)
    assert said(ways("0.5 mg", 30, 4)[0]) == (Fraction(1, 2), 50)


def test_an_exact_way_among_the_best_three_is_not_offered_twice() -> None:
    # 50 mg fill 10 capsules of 5 mg exactly: nothing needs to be looked for beyond.
    assert [said(way) for way in ways("5 mg", 10)] == [(1, 10)]
    # 150 mg in 49 capsules of 3 mg are 3.061 mg, 2.04 % over; 100 mg in 33 + 1.01 %, in 34 − 1.96 %
    assert [said(way) for way in ways("3 mg", 30)] == [(2, 33), (2, 34), (3, 50)]


def test_no_tablet_at_all_is_never_a_way() -> None:
    # One capsule of 0.05 mg is a thousandth of a tablet; 981 to 1020 are within 2 % of 1 tablet.
    # 1000 × 0.05 = 50 mg; 981 × 0.05 = 49.05 mg, + 1.94 %; 980 × 0.05 = 49 mg, + 2.04 %
    found = ways("0.05 mg", 1)
    assert [said(way) for way in found] == [(1, 981), (1, 982), (1, 983), (1, 1000)]
    assert all(way.tablets.base > 0 for way in found)


def whole(strength: str, quantity: int, use: str, overage: str | None = None, **order: str) -> Plan:
    form = Capsules(strength=strength, quantity=quantity, overage=overage)
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", use=use)
    return plan(Order(drug="naltrexone", form=form, **order), tablets, on=date(2026, 12, 1))


def counted(made: Plan) -> Fraction:
    (count,) = (step for step in made.steps if isinstance(step, Count))
    return count.tablets.base


@pytest.mark.parametrize(
    ("strength", "quantity", "use", "tablets", "units"),
    [
        ("4.5 mg", 30, "whole", 3, 33),
        ("0.5 mg", 30, "half", Fraction(1, 2), 50),
        ("0.5 mg", 20, "quarter", Fraction(1, 4), 25),
        # 255 × 5 = 1275 mg are 25.5 tablets: 25 and 26 are equally near, and fewer is better.
        ("5 mg", 255, "whole", 25, 255),
    ],
)
def test_the_plan_takes_the_first_way(
    strength: str, quantity: int, use: str, tablets: Fraction, units: int
) -> None:
    made = whole(strength, quantity, use)
    assert counted(made) == tablets
    assert made.units.base == units
    assert said(made.whole_tablet_ways[0]) == (tablets, units)
    drug = sum(run.active.base * run.units.base for run in carry_out(made).runs)
    assert drug == 50 * tablets  # nothing of them is left


def test_each_capsule_holds_the_strength_that_the_plan_states() -> None:
    (run,) = carry_out(whole("4.5 mg", 30, "whole")).runs
    assert run.active.base == Fraction(150, 33)


def test_the_true_strength_is_stated_of_the_salt_when_the_base_is_ordered() -> None:
    # 4.5 mg of base × 377.86 ÷ 341.41 = 4.98044 mg of hydrochloride; 3 × 50 ÷ 30 = 5 mg, + 0.39 %.
    # A capsule takes 170037/1707050 of a tablet: exact are only 1 707 050 capsules, more than are
    # made at once, and not offered.
    made = whole("4.5 mg", 30, "whole", strength_as="naltrexone")
    assert [said(way) for way in made.whole_tablet_ways] == [(3, 30), (4, 40), (5, 50)]
    assert made.whole_tablet_ways[0].part.base == 5 / (
        Fraction("4.5") * Fraction("377.86") / Fraction("341.41")
    )


@pytest.mark.parametrize(
    ("overage", "tablets", "units"),
    [
        # 4.95 mg wanted. 4 in 40 are 5 mg, 111.1 % of 4.5 mg and over the limit; 3 in 30 as well,
        # and in 31 they are 4.84 mg, 2.2 % less than wanted; 4 in 41 are 4.878 mg, 1.4 % less.
        ("10 %", 4, 41),
        # 4.725 mg wanted. 3 in 30 are 5.8 % more, in 31 2.4 % more; in 32 4.6875 mg, 0.8 % less.
        ("5 %", 3, 32),
        # 4.5045 mg wanted; 3 in 33 are 4.545 mg, 0.9 % more.
        ("0.1 %", 3, 33),
    ],
)
def test_an_overage_is_looked_for_like_a_strength(overage: str, tablets: int, units: int) -> None:
    made = whole("4.5 mg", 30, "whole", overage)
    assert (counted(made), made.units.base) == (tablets, units)
    (run,) = carry_out(made).runs
    assert run.active.base == Fraction(50 * tablets, units)
    # What is wanted for so many, and what is counted, are within the tolerance of 2 %.
    assert made.active.base == units * Fraction("4.5") * (1 + Ratio.of(overage).base)
    assert abs(50 * tablets / made.active.base - 1) <= TOLERANCE.base
    assert made.whole_tablet_ways[0].part.base == Fraction(50 * tablets, units) / Fraction("4.5")


def test_the_exact_way_of_an_overage_holds_all_of_it() -> None:
    # 5 % over 4 mg are 4.2 mg: 250 capsules are 1050 mg, 21 tablets
    exact = whole("4 mg", 30, "whole", "5 %").whole_tablet_ways[-1]
    assert said(exact) == (21, 250)
    assert exact.part.base == Fraction("1.05")


def test_no_number_of_capsules_that_is_made_at_once_suits() -> None:
    # 50 mg ÷ 0.0001 mg = 500 000 capsules
    with pytest.raises(PlanError, match="use the tablets by weight"):
        whole("0.0001 mg", 30, "whole")


def test_the_best_is_fewest_units_then_least_deviation_then_fewest_tablets() -> None:
    found = searched("4.5", 30, "50", 4)
    assert all(one <= other for one, other in pairwise(found))
    assert found[0].units == 30  # 2.75 tablets, 137.5 mg in 30: + 1.85 %


def test_of_very_many_tablets_only_the_nearest_are_looked_at() -> None:
    # 30 × 4.5 mg of tablets of a millionth of a milligram; 5 400 001 numbers are within 2 %
    ways = whole_tablet_ways(
        strength=PerUnit.of("4.5 mg"),
        least_units=UnitCount.of(30),
        tablet=PerTablet.of("0.000001 mg"),
        tolerance=TOLERANCE,
    )
    found = [int(one.tablets.base) for one in islice(ways, 3)]
    assert found == [135_000_000, 134_999_999, 135_000_001]
