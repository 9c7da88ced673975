"""The search for folds and masses, in whole steps of a balance, by hand."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import Any

from ldn_compound.planning.dilutions import Dilution, Limits, dilutions
from ldn_compound.planning.weighings import Weighings
from ldn_compound.quantity.rounding import Mode, whole

DONE = Weighings(least=None, high=Fraction(1), low=Fraction(1), measurable=True)
CLASS_III = Limits(
    least=Fraction(120),
    capacity=120_000,
    error=Fraction(6),
    largest_error=Fraction(5, 100),
    largest_fold=10,
)


def found(wanted: str, stages: int, after: Weighings | None = DONE, **limits: Any):
    return dilutions(
        Fraction(wanted),
        stages=stages,
        limits=CLASS_III._replace(**limits),
        rounded=lambda value: whole(value, Mode.HALF_UP),
        finishing=lambda _: after,
    )


def worst(*masses: int) -> Fraction:
    return prod((1 + Fraction(6, mass) for mass in masses), start=Fraction(1))


def test_one_stage_by_hand() -> None:
    # 16.48 mg × 10 = 164.8 mg, 165 mg: 6/165 is 3.636 %. What is left of 5 % takes
    # (1 + 6/m) (1 + 6/9m) ≤ 1.05 ÷ 1.036364 = 1.013158: 6.667/m is about 1.3 %, m about 508.
    best = found("16.48", 1)[0]
    assert (best.folds, best.aliquot) == ((10,), 165)
    mass = best.weighed[0]
    assert worst(mass, 9 * mass, 165) <= Fraction("1.05") < worst(mass - 1, 9 * (mass - 1), 165)
    # 10 × m − 165 are thrown away
    assert best.discarded == 10 * mass - 165


def test_two_stages_by_hand() -> None:
    best = found("3.29516", 2)[0]
    assert best == Dilution(folds=(10, 10), weighed=(236, 2341), aliquot=330)
    # 2360 − 2341 = 19 and 23410 − 330 = 23080
    assert best.discarded == 19 + 23080


def test_least_weighed_out_comes_first_then_least_discarded_then_the_largest_fold() -> None:
    ways = found("40", 1)
    keys = [(way.weighed[0], way.discarded, -way.folds[0]) for way in ways]
    assert len(keys) > 2
    assert keys == sorted(keys)


def test_an_aliquot_below_the_minimum_after_rounding_is_none() -> None:
    # 11.94 × 10 = 119.4, weighed as 119; 11.95 × 10 = 119.5, weighed as 120, the minimum. At 5 %
    # for that alone, two more weighings are too many; at 20 % they are not.
    assert found("11.94", 1, largest_error=Fraction(1, 5)) == []
    assert {way.aliquot for way in found("11.95", 1, largest_error=Fraction(1, 5))} == {120}
    assert found("11.95", 1) == []


def test_an_aliquot_heavier_than_the_balance_takes_is_none() -> None:
    # 100 × 2 = 200 steps; m + m of 150 each could be weighed, 200 at once not.
    room = {"least": Fraction(50), "error": Fraction(1), "largest_fold": 2}
    assert found("100", 1, capacity=200, **room)
    assert found("100", 1, capacity=199, **room) == []


def test_what_comes_afterwards_counts() -> None:
    # One more weighing of 300 mg afterwards is 2 %: (165 mg alone are 3.6 %) too much.
    after = Weighings(Fraction(300), Fraction(102, 100), Fraction(98, 100), True)
    assert all(way.aliquot > 165 for way in found("16.48", 2, after))
    assert found("16.48", 1, after) == []
    # One that is too small to weigh, or cannot be made at all, rules every way out.
    assert found("16.48", 1, after._replace(least=Fraction(119))) == []
    assert found("16.48", 1, None) == []


def test_every_way_can_be_made() -> None:
    for way in found("3.29516", 2)[:50]:
        first, second = way.weighed
        assert first >= 120
        assert 120 <= second <= way.folds[0] * first
        assert 120 <= way.aliquot <= way.folds[1] * second
        assert all(
            (fold - 1) * mass <= 120_000 for fold, mass in zip(way.folds, way.weighed, strict=True)
        )
        diluents = [(fold - 1) * mass for fold, mass in zip(way.folds, way.weighed, strict=True)]
        assert worst(*way.weighed, *diluents, way.aliquot) <= Fraction("1.05")
