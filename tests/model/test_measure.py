"""Measures: their marks, what they are used for, and which one takes a volume."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import ValidationError

from ldn_compound.errors import PlanError
from ldn_compound.model.bench import Bench
from ldn_compound.model.measure import Measure, bringing_to, measure_for, usual_measures
from ldn_compound.quantity.kinds import Volume

TEN = Measure(kind="cylinder", capacity="10 mL", graduation="0.1 mL")
HUNDRED = Measure(kind="cylinder", capacity="100 mL", graduation="1 mL")
SYRINGE = Measure(kind="oral syringe", capacity="10 mL", graduation="0.5 mL")
PIPETTE = Measure(kind="pipette", capacity="1 mL", graduation="0.01 mL")


def volume(text: str) -> Volume:
    return Volume.of(text)


def test_half_a_mark_is_its_error() -> None:
    assert TEN.error.base == Fraction("0.05")
    assert HUNDRED.error.base == Fraction("0.5")


def test_a_fifth_of_a_cylinder_or_syringe_is_the_least_it_is_used_for() -> None:
    assert TEN.least_volume.base == 2
    assert SYRINGE.least_volume.base == 2
    assert TEN.takes(volume("2 mL"))
    assert not TEN.takes(volume("1.9 mL"))
    assert TEN.takes(volume("10 mL"))
    assert not TEN.takes(volume("10.1 mL"))


def test_a_pipette_is_used_from_its_first_mark() -> None:
    assert PIPETTE.least_volume.base == Fraction("0.01")


def test_a_least_volume_that_is_stated_counts() -> None:
    stated = Measure(kind="cylinder", capacity="10 mL", graduation="0.1 mL", least="1 mL")
    assert stated.takes(volume("1 mL"))
    assert not stated.takes(volume("0.9 mL"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("0.5 mL", "1 mL oral syringe"),
        ("1 mL", "1 mL oral syringe"),
        ("1.1 mL", "3 mL oral syringe"),
        # 10 mL: the cylinder's marks of 0.1 mL are finer than the syringe's of 0.5 mL
        ("7 mL", "10 mL cylinder"),
        ("21 mL", "25 mL cylinder"),
        ("1000 mL", "1000 mL cylinder"),
    ],
)
def test_the_smallest_that_takes_a_volume(wanted: str, expected: str) -> None:
    found = measure_for(volume(wanted), measures=usual_measures())
    assert found is not None
    assert str(found) == expected


def test_none_takes_too_little_too_much_or_what_lies_between_two() -> None:
    assert measure_for(volume("0.1 mL"), measures=usual_measures()) is None
    assert measure_for(volume("1001 mL"), measures=usual_measures()) is None
    assert measure_for(volume("15 mL"), measures=(TEN, HUNDRED)) is None  # 10, and from 20


def test_a_volume_is_brought_to_its_mark_in_a_cylinder() -> None:
    # 7 mL would go in a syringe; one cannot be filled up to a mark with a powder in it
    brought = bringing_to(volume("10 mL"), measures=(SYRINGE, TEN, HUNDRED))
    assert (brought.said, brought.error, brought.graduation) == (
        "10 mL cylinder",
        TEN.error,
        TEN.graduation,
    )


def test_more_than_the_largest_cylinder_is_a_marked_bottle() -> None:
    # 250 mL with a 100 mL cylinder: three fillings, each off by half of 1 mL: 1.5 mL
    brought = bringing_to(volume("250 mL"), measures=(TEN, HUNDRED))
    assert brought.said == "bottle marked with a 100 mL cylinder"
    assert brought.error.base == Fraction("1.5")
    # 200 mL: two fillings
    assert bringing_to(volume("200 mL"), measures=(TEN, HUNDRED)).error.base == 1


@pytest.mark.parametrize("wanted", ["1 mL", "15 mL"])
def test_a_bottle_is_not_marked_for_less_than_a_cylinder(wanted: str) -> None:
    with pytest.raises(PlanError, match="no measure on the bench"):
        bringing_to(volume(wanted), measures=(TEN, HUNDRED))


def test_a_bench_without_cylinders_uses_what_it_has() -> None:
    assert bringing_to(volume("8 mL"), measures=(SYRINGE,)).said == "10 mL oral syringe"


def test_a_bench_that_states_measures_has_no_others() -> None:
    assert Bench(measures=(TEN,)).graduated == (TEN,)
    assert Bench().graduated == usual_measures()


def test_marks_farther_apart_than_it_is_long() -> None:
    with pytest.raises(ValidationError, match="marks 20 mL apart on a 10 mL oral syringe: correct"):
        Measure(kind="oral syringe", capacity="10 mL", graduation="20 mL")
    only_one = Measure(kind="pipette", capacity="10 mL", graduation="10 mL")
    assert only_one.least_volume == only_one.capacity
