"""Doses as volumes on a syringe's mark, worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.model.measure import Measure
from ldn_compound.planning.dose_volume import (
    DoseVolume,
    dose_volume,
    dose_volumes,
    oral_syringes,
    suggested_concentrations,
)
from ldn_compound.quantity.kinds import Concentration, Mass, Volume
from ldn_compound.quantity.rounding import Mode


def syringe(capacity: str, graduation: str) -> Measure:
    return Measure(kind="oral syringe", capacity=capacity, graduation=graduation)


ONE, THREE, TEN = (
    syringe("1 mL", "0.01 mL"),
    syringe("3 mL", "0.1 mL"),
    syringe("10 mL", "0.5 mL"),
)


def volume(dose: str, concentration: str, *syringes: Measure) -> DoseVolume:
    return dose_volume(
        Mass.of(dose), concentration=Concentration.of(concentration), syringes=syringes
    )


@pytest.mark.parametrize(
    ("mode", "drawn"), [(Mode.HALF_UP, "2.1 mL"), (Mode.DOWN, "2.1 mL"), (Mode.UP, "2.2 mL")]
)
def test_a_house_says_how_it_is_rounded(mode: Mode, drawn: str) -> None:
    # 1.5 ÷ 0.7 = 2.142857 mL, between 2.1 mL and 2.2 mL
    asked = {"concentration": Concentration.of("0.7 mg/mL"), "syringes": (THREE,), "mode": mode}
    assert dose_volume(Mass.of("1.5 mg"), **asked).volume == Volume.of(drawn)
    assert [one.volume for one in dose_volumes((Mass.of("1.5 mg"),), **asked)] == [Volume.of(drawn)]


def test_rounded_down_to_nothing_it_is_refused() -> None:
    # 0.05 ÷ 1 = 0.05 mL; the first mark is 0.1 mL
    with pytest.raises(PlanError, match=r"0\.05 mL, less than the first mark \(0\.1 mL\)"):
        dose_volume(
            Mass.of("0.05 mg"),
            concentration=Concentration.of("1 mg/mL"),
            syringes=(THREE,),
            mode=Mode.DOWN,
        )


def test_a_dose_between_two_marks() -> None:
    # 1.5 ÷ 0.7 = 2.142857 mL; the nearest mark is 2.1 mL; 2.1 × 0.7 = 1.47 mg; 1.47/1.5 − 1 = −2 %
    found = volume("1.5 mg", "0.7 mg/mL", THREE)
    assert found.wanted.base == Fraction(15, 7)
    assert found.volume.base == Fraction("2.1")
    assert found.delivered.base == Fraction("1.47")
    assert found.deviation.base == Fraction("-0.02")
    assert not found.exact
    # 0.05 ÷ 2.1 = 2.38 %; 2.1 ÷ 3 = 70 %
    assert found.mark_error.base == Fraction(5, 210)
    assert found.filled.base == Fraction(7, 10)


def test_a_tie_between_two_marks_goes_up() -> None:
    # 1.5 ÷ 1.2 = 1.25 mL, between 1.2 and 1.3 mL
    assert volume("1.5 mg", "1.2 mg/mL", THREE).volume.base == Fraction("1.3")


@pytest.mark.parametrize(
    ("dose", "accurate", "well_filled"),
    [
        # 10 mL, marks of 0.5 mL: half a mark is 0.25 mL, 5 % of 5 mL exactly.
        ("5 mg", True, True),
        ("4.5 mg", False, True),  # 0.25 ÷ 4.5 = 5.6 %
        # a fifth of 10 mL is 2 mL exactly
        ("2 mg", False, True),
        ("1.5 mg", False, False),
    ],
)
def test_the_limits_themselves_are_within(dose: str, accurate: bool, well_filled: bool) -> None:
    found = volume(dose, "1 mg/mL", TEN)
    assert (found.accurate, found.well_filled) == (accurate, well_filled)


def test_a_fifth_of_a_syringe_is_well_filled_and_a_mark_less_is_not() -> None:
    # 1 mL syringe: 0.2 mL of 1 mg/mL; half a mark is 0.005 mL, 2.5 %
    assert volume("0.2 mg", "1 mg/mL", ONE).well_filled
    assert not volume("0.19 mg", "1 mg/mL", ONE).well_filled


def test_the_smallest_syringe_within_both_limits_is_taken() -> None:
    # 0.5 mL: 1 mL syringe. 1.5 mL: 3 mL syringe, 0.05 ÷ 1.5 = 3.3 %. 8 mL: 10 mL, 0.25/8 = 3.1 %.
    for dose, capacity in (("0.5 mg", 1), ("1.5 mg", 3), ("8 mg", 10)):
        found = volume(dose, "1 mg/mL", TEN, THREE, ONE)
        assert found.syringe.capacity.base == capacity
        assert found.exact


def test_where_none_suits_the_least_error_on_a_mark_is_taken() -> None:
    # 0.1 mL: 0.005 ÷ 0.1 = 5 % but a tenth of 1 mL; in 3 mL it is 0.05 ÷ 0.1 = 50 %
    found = volume("0.1 mg", "1 mg/mL", THREE, ONE)
    assert found.syringe == ONE
    assert found.accurate
    assert not found.well_filled


def test_one_syringe_for_all_doses_where_one_suits_all() -> None:
    # 0.5, 1 and 1.5 mL: 1 mL is too small for the last, 3 mL takes 1 and 1.5 but 0.5 is 10 % off
    mixed = dose_volumes(
        (Mass.of("0.5 mg"), Mass.of("1.5 mg")),
        concentration=Concentration.of("1 mg/mL"),
        syringes=(ONE, THREE),
    )
    assert [one.syringe for one in mixed] == [ONE, THREE]
    # 1, 1.5 and 3 mL: half a mark of 3 mL is 5 % of 1 mL; 1 mL alone would go in the small one
    alike = dose_volumes(
        (Mass.of("1 mg"), Mass.of("1.5 mg"), Mass.of("3 mg")),
        concentration=Concentration.of("1 mg/mL"),
        syringes=(ONE, THREE),
    )
    assert [one.syringe for one in alike] == [THREE, THREE, THREE]


def test_a_volume_no_syringe_holds() -> None:
    # 4.5 ÷ 0.1 = 45 mL
    with pytest.raises(PlanError, match=r"45 mL, more than the 20 mL oral syringe holds"):
        volume("4.5 mg", "0.1 mg/mL")


def test_a_volume_below_the_first_mark() -> None:
    # 0.02 ÷ 10 = 0.002 mL, less than half of 0.01 mL
    with pytest.raises(PlanError, match=r"0\.002 mL, less than half of the first mark \(0\.01 mL"):
        volume("0.02 mg", "10 mg/mL")


def test_what_is_suggested_puts_every_dose_on_a_mark_within_the_limits() -> None:
    doses = (Mass.of("1.5 mg"), Mass.of("3 mg"), Mass.of("4.5 mg"))
    found = suggested_concentrations(doses)
    assert found
    for concentration in found:
        volumes = dose_volumes(doses, concentration=concentration)
        assert all(one.exact and one.accurate and one.well_filled for one in volumes)


def test_what_is_suggested_for_one_syringe_by_hand() -> None:
    # 1.5 and 3 mg in a 3 mL syringe with marks of 0.1 mL, used from 0.6 mL and accurate from 1 mL:
    # 1.5 ÷ c on a mark, from 1 mL, and 3 ÷ c up to 3 mL: c from 1 to 1.5 mg/mL in tenths.
    # 1.0: 1.5 and 3 mL; 1.1: 1.3636; 1.2: 1.25; 1.3: 1.1538; 1.4: 1.0714; 1.5: 1 and 2 mL.
    # Half a mark is 0.05 ÷ 1.5 = 3.3 % of the smaller volume at 1.0, and 5 % at 1.5 mg/mL.
    doses = (Mass.of("1.5 mg"), Mass.of("3 mg"))
    found = suggested_concentrations(doses, syringes=(THREE,))
    assert [one.base for one in found] == [1, Fraction("1.5")]


def test_no_concentration_is_suggested_where_none_does() -> None:
    # 0.1 mg and 10 mg are a hundredfold apart; a 3 mL syringe is accurate from 1 to 3 mL
    assert suggested_concentrations((Mass.of("0.1 mg"), Mass.of("10 mg")), syringes=(THREE,)) == ()


def test_the_usual_syringes_come_smallest_first() -> None:
    capacities = [one.capacity.base for one in oral_syringes()]
    assert capacities == sorted(capacities)
    assert capacities[0] == 1


def test_it_says_what_is_drawn_up_and_what_that_delivers() -> None:
    assert str(volume("1.5 mg", "0.7 mg/mL", THREE)) == (
        "1.5 mg = 2.1 mL in the 3 mL oral syringe (0.7 mg/mL), delivers 1.47 mg, -2 % off"
    )
