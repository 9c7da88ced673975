"""A liquid on the calendar: supplies within their dates, and where a bottle that is held ends."""

from __future__ import annotations

from datetime import date

import pytest

from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.dispense import Dispensing, dispense
from ldn_compound.planning.kit import Portion, kit
from ldn_compound.planning.liquid_course import LiquidContent, liquid_course
from ldn_compound.quantity.kinds import Days, Mass, Volume

LADDER = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")
COURSE = liquid_course(LADDER, concentration="1.5 mg/mL")  # 1, 2 and 3 mL
DECEMBER = date(2026, 12, 1)


def content(contents: object) -> LiquidContent:
    assert isinstance(contents, LiquidContent)
    return contents


def test_supplies_do_not_outlive_their_dates() -> None:
    dispensed = dispense(LADDER, COURSE, first_day=DECEMBER, keeps="35 days", ahead="1 day")
    first, second = dispensed.supplies
    # made on 30 November as day 1, day 35 is 3 January: 34 days from 1 December, 14 × 1 + 14 × 2 +
    # 6 × 3 = 60 mL, × 1.05 = 63 mL; the 8 days that are left, 24 mL, 25.2, in whole mL 26
    assert (first.made_on, first.first_day, first.last_day) == (
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2027, 1, 3),
    )
    assert first.last_day == first.beyond_use_date
    assert content(first.contents).drawn == Volume.of("60 mL")
    assert content(first.contents).supplied == Volume.of("63 mL")
    assert content(second.contents).supplied == Volume.of("26 mL")
    assert dispensed.refills == (date(2027, 1, 4),)
    assert Dispensing.model_validate_json(dispensed.model_dump_json()) == dispensed


def test_the_periods_say_the_volume() -> None:
    dispensed = dispense(LADDER, COURSE, first_day=DECEMBER)
    assert [one.taken for one in dispensed.periods] == list(COURSE.draws)


@pytest.mark.parametrize(
    ("held", "days", "dose", "missing"),
    [
        # a day takes 1.05, 2.1 and 3.15 mL; 84 mL × 1.05 = 88.2 mL in all
        ("14.7 mL", 14, "3 mg", "73.5 mL"),
        ("16.7 mL", 14, "3 mg", "71.5 mL"),  # 2 mL are over, and the next day takes 2.1
        ("16.8 mL", 15, "3 mg", "71.4 mL"),
        ("88.1 mL", 41, "4.5 mg", "0.1 mL"),
    ],
)
def test_the_day_that_a_bottle_runs_out(held: str, days: int, dose: str, missing: str) -> None:
    out = dispense(LADDER, COURSE, first_day=DECEMBER, held=held).runs_out
    assert out is not None
    assert (out.days, out.dose, out.why) == (Days.of(days, "days"), Mass.of(dose), "used up")
    assert out.missing == Volume.of(missing)


def test_a_bottle_that_lasts() -> None:
    dispensed = dispense(LADDER, COURSE, first_day=DECEMBER, held=Volume.of("100 mL"))
    assert dispensed.runs_out is None
    # 100 − 88.2
    assert content(dispensed.supplies[0].contents).left_over == Volume.of("11.8 mL")


def test_a_bottle_that_may_not_be_used_for_so_long() -> None:
    out = dispense(
        LADDER, COURSE, first_day=DECEMBER, held="100 mL", keeps="14 days", ahead="0 days"
    ).runs_out
    assert out is not None
    assert (out.days, out.why) == (Days.of("14 days"), "beyond use")
    assert out.missing == Volume.of("73.5 mL")  # 14 × (2 + 3) × 1.05, all of it


def test_not_enough_for_one_day() -> None:
    dispensed = dispense(LADDER, COURSE, first_day=DECEMBER, held="1 mL")
    assert dispensed.supplies == ()
    assert dispensed.runs_out is not None
    assert dispensed.runs_out.missing == Volume.of("87.2 mL")  # 88.2 − 1


def test_what_is_held_is_of_the_same_kind() -> None:
    capsules = (Portion(strength="1.5 mg", units=63),)
    with pytest.raises(AmountError):
        dispense(LADDER, COURSE, first_day=DECEMBER, held=capsules)
    with pytest.raises(AmountError, match=r"'60 mL' is held, of a kit: write capsules"):
        dispense(LADDER, kit(LADDER), first_day=DECEMBER, held="60 mL")
    with pytest.raises(AmountError, match="above zero"):
        dispense(LADDER, COURSE, first_day=DECEMBER, held="0 mL")


def test_another_regimen() -> None:
    longer = LADDER.held("3 mg", days="28 days")
    with pytest.raises(AmountError, match=r"this liquid was made for another regimen"):
        dispense(longer, COURSE, first_day=DECEMBER)
