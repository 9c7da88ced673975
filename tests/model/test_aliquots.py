"""Solutions of which a measured part holds what cannot be weighed; the search against all."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import floor

import pytest

from ldn_compound.model.aliquots import Aliquot, aliquots
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.measure import Measure, measure_for
from ldn_compound.model.policy import Policy
from ldn_compound.quantity.kinds import Concentration, Mass, Volume

TWENTY = Measure(kind="cylinder", capacity="20 mL", graduation="1 mL")
FIFTY = Measure(kind="cylinder", capacity="50 mL", graduation="5 mL")
FIVE = Measure(kind="oral syringe", capacity="5 mL", graduation="0.5 mL")
BALANCE = Balance(readability="1 mg", minimum_weighable="120 mg", capacity="1 g")
BENCH = Bench(balance=BALANCE, measures=(FIFTY, TWENTY, FIVE))
LOOSE = Policy(largest_weighing_error="15 %")


def found(wanted: str = "50 mg", most: str = "100 mL", **more: object) -> list[Aliquot]:
    return list(aliquots(Mass.of(wanted), most=Volume.of(most), bench=BENCH, policy=LOOSE, **more))


def figures(way: Aliquot) -> tuple[Fraction, Fraction, Fraction]:
    return way.weighed.base, way.volume.base, way.taken.base


def brute(wanted: int, most: int, rest: Fraction = Fraction(0)) -> set[tuple[Fraction, ...]]:
    """Every half millilitre of either flask."""
    ways = set()
    for flask, halves in product((TWENTY, FIFTY), range(1, 2 * most + 1)):
        taken = Fraction(halves, 2)
        measure = measure_for(Volume.of(f"{float(taken)} mL"), measures=BENCH.measures)
        if measure is None or taken % measure.graduation.base or taken > flask.capacity.base:
            continue
        exact = wanted * flask.capacity.base / taken
        weighed = Fraction(floor(exact + Fraction(1, 2)))
        high = (
            (1 + 6 / weighed)
            * (1 + flask.error.base / flask.capacity.base)
            * (1 + measure.error.base / taken)
            * (1 + rest)
        )
        near = abs(weighed / exact - 1) <= LOOSE.rounding.weigh_tolerance.base
        if 120 <= weighed <= 1000 and near and high <= Fraction("1.15"):
            ways.add((weighed, flask.capacity.base, taken))
    return ways


@pytest.mark.parametrize("wanted", [10, 33, 50, 70, 119])
@pytest.mark.parametrize("most", [5, 100])
def test_the_search_agrees_with_brute_force(wanted: int, most: int) -> None:
    ways = {figures(way) for way in found(f"{wanted} mg", f"{most} mL")}
    assert ways == brute(wanted, most)


def test_brute_force_finds_something_to_agree_with() -> None:
    assert len(brute(50, 100)) > 5


def test_one_by_hand() -> None:
    # 200 mg in 20 mL, 5 mL of which hold 50 mg: (1 + 6/200)(1 + 0.5/20)(1 + 0.25/5) = 1.1085
    assert (200, 20, 5) in [figures(way) for way in found()]


def test_least_weighed_out_comes_first_then_least_discarded() -> None:
    ways = found()
    keys = [(way.weighed.base, way.volume.base - way.taken.base) for way in ways]
    assert keys == sorted(keys)


def test_no_more_than_dissolves() -> None:
    # 10 mg in 1 mL: 200 mg in 20 mL and 500 mg in 50 mL at most
    ways = found(dissolves=Concentration.of("10 mg/mL"))
    assert ways
    assert all(way.weighed.base <= 10 * way.volume.base for way in ways)
    assert any(way.weighed.base > 10 * way.volume.base for way in found())


def test_no_more_than_fits() -> None:
    assert all(way.taken.base <= 5 for way in found(most="5 mL"))
    assert found(most="0.5 mL") == []  # the syringe is used from 1 mL


def test_what_comes_after_counts() -> None:
    # At 1.1085 for 200 mg in 20 mL, 5 mL: 1.1085 × 1.03 = 1.1417, 1.1085 × 1.04 = 1.1528
    one = (200, 20, 5)
    assert one in [figures(way) for way in found(rest=Fraction(3, 100))]
    assert one not in [figures(way) for way in found(rest=Fraction(4, 100))]


def test_the_minimum_holds_after_rounding() -> None:
    # 119.6 mg in the whole of a flask are weighed as 120 mg
    weighed = {way.weighed.base for way in found("119.6 mg")}
    assert 120 in weighed
    assert min(weighed) == 120


def test_each_volume_is_on_a_mark_of_what_takes_it() -> None:
    for way in found():
        assert (way.taken.base / way.taken_with.graduation.base).denominator == 1
        assert way.taken_with.takes(way.taken)
        assert way.volume == way.brought_with.capacity


def test_only_as_much_is_judged_as_is_asked_for() -> None:
    first = next(aliquots(Mass.of("50 mg"), most=Volume.of("1 L"), bench=BENCH, policy=LOOSE))
    assert first == found(most="1000 mL")[0]
