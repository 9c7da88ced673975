"""Directions in plain words, and their way back."""

import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import dispense
from ldn_compound.planning.kit import Combination, Portion, kit
from ldn_compound.planning.liquid_course import InSyringe, liquid_course
from ldn_compound.quantity.kinds import Mass, PerUnit, Volume
from ldn_compound.records.directions import (
    Directions,
    Instruction,
    directions,
    read_directions,
)

TWO_MG = Combination(
    portions=(Portion(strength="1.5 mg", units=1), Portion(strength="0.5 mg", units=1))
)


def instruction(days: str = "7 days", *, times_a_day: int = 1, first: date | None = None) -> str:
    period = Period(dose="2 mg", days=days, times_a_day=times_a_day)
    return Instruction(period=period, taken=TWO_MG, first_day=first).text


def test_with_dates() -> None:
    assert instruction(first=date(2026, 12, 1)) == (
        "Take 1 capsule of 1.5 mg and 1 capsule of 0.5 mg (2 mg) by mouth once a day for 7 days, "
        "from 2026-12-01 to 2026-12-07"
    )


def test_without_dates() -> None:
    assert instruction() == (
        "Take 1 capsule of 1.5 mg and 1 capsule of 0.5 mg (2 mg) by mouth once a day for 7 days"
    )


def test_one_day() -> None:
    assert instruction("1 day", first=date(2026, 12, 1)).endswith("for 1 day, on 2026-12-01")


@pytest.mark.parametrize(
    ("times_a_day", "said"),
    [(1, "once a day"), (2, "twice a day"), (3, "3 times a day"), (4, "4 times a day")],
)
def test_how_often(times_a_day: int, said: str) -> None:
    assert f"by mouth {said} for 7 days" in instruction(times_a_day=times_a_day)


def test_three_strengths() -> None:
    regimen = Regimen.constant("9 mg", days="7 days")
    made = kit(
        Regimen(periods=(*regimen.periods, Period(dose="0.5 mg", days="7 days"))),
        strengths=("0.5 mg", "4 mg", "4.5 mg"),
        most_a_dose=3,
    )
    assert directions(made).text.splitlines()[0] == (
        "Take 2 capsules of 4.5 mg (9 mg) by mouth once a day for 7 days"
    )
    parts = tuple(Portion(strength=one, units=1) for one in ("4.5 mg", "4 mg", "0.5 mg"))
    period = Period(dose="9 mg", days="7 days")
    assert Instruction(period=period, taken=Combination(portions=parts)).text.startswith(
        "Take 1 capsule of 4.5 mg, 1 capsule of 4 mg and 1 capsule of 0.5 mg (9 mg) by mouth"
    )


def test_a_line_for_each_period_of_what_is_dispensed() -> None:
    regimen = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")
    said = directions(dispense(regimen, kit(regimen), first_day="2026-12-01"))
    assert said.text == (
        "Take 1 capsule of 1.5 mg (1.5 mg) by mouth once a day for 14 days, "
        "from 2026-12-01 to 2026-12-14\n"
        "Take 2 capsules of 1.5 mg (3 mg) by mouth once a day for 14 days, "
        "from 2026-12-15 to 2026-12-28\n"
        "Take 3 capsules of 1.5 mg (4.5 mg) by mouth once a day for 14 days, "
        "from 2026-12-29 to 2027-01-11"
    )
    assert read_directions(said.text) == said
    assert said.regimen == regimen


def test_no_trailing_zero_even_of_a_reading() -> None:
    period = Period(dose=Mass.reading("2.0 mg"), days="7 days")
    portion = Portion(strength=PerUnit.reading("1.00 mg"), units=2)
    said = Instruction(period=period, taken=Combination(portions=(portion,)))
    assert said.text == "Take 2 capsules of 1 mg (2 mg) by mouth once a day for 7 days"


def test_mcg_and_g_read_back() -> None:
    regimen = Regimen.constant("0.0005 mg", days="7 days")
    made = kit(regimen, strengths=("500 ng",))
    assert read_directions(directions(made).text).regimen == regimen
    large = Regimen.constant("400 g", days="7 days")
    made = kit(large, strengths=("100 g",))
    assert "(400 g)" in directions(made).text
    assert read_directions(directions(made).text).regimen == large


GOOD = "Take 2 capsules of 1.5 mg (3 mg) by mouth once a day for 7 days"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Take 1 capsule of 3 mg nightly", "write a line such as 'Take 1 capsule of 1.5 mg"),
        (GOOD.replace("3 mg", "4.5 mg"), r"the capsules make 3 mg; correct the capsules"),
        (GOOD.replace("3 mg", "3.0 mg"), r"\(3\.0 mg\).*: write 'Take 2 .* \(3 mg\) by mouth"),
        (GOOD.replace("1.5 mg", "1,5 mg"), "1,5 mg"),
        (GOOD.replace("1.5 mg", ".15 mg"), "0.15 mg"),
        (GOOD.replace("1.5 mg", "1.5 mL"), "1.5 mL"),
        (GOOD.replace("2 capsules", "2 capsule"), "write 'Take 2 capsules of"),
        (GOOD.replace("2 capsules", "0 capsules"), "2 capsules of 1.5 mg"),
        (GOOD.replace("2 capsules", "02 capsules"), "2 capsules of 1.5 mg"),
        (GOOD.replace("2 capsules", "two capsules"), "2 capsules of 1.5 mg"),
        (GOOD.replace("once", "1 times"), "by mouth once a day"),
        (GOOD.replace("once", "2 times"), "by mouth twice a day"),
        (GOOD.replace("7 days", "7 day"), "for 7 days'"),
        (GOOD + ".", "write a line such as"),
        (GOOD + ", on 2026-12-01", "7 days from 2026-12-01 end on 2026-12-07, not on 2026-12-01"),
        (GOOD + ", from 2026-12-01 to 2026-12-08", "end on 2026-12-07, not on 2026-12-08"),
        (GOOD + ", from 2026-12-01 to 1/7/2027", "1/7/2027"),
        (
            GOOD.replace("2 capsules of 1.5 mg", "1 capsule of 1.5 mg and 1 capsule of 1.5 mg"),
            "once",
        ),
        (GOOD.replace("by mouth", "rectally"), "write a line such as"),
        ("Take " + "9" * 500, "write a line such as"),
    ],
)
def test_a_line_that_is_not_directions(line: str, said: str) -> None:
    with pytest.raises(AmountError, match=said) as refused:
        read_directions(line)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("once", "25 times"), "25 times a day: 24 are the most"),
        (
            GOOD.replace("2 capsules of 1.5 mg", "1 capsule of 0.5 mg and 1 capsule of 2.5 mg"),
            "0.5 mg, 2.5 mg: write each strength once, the largest first",
        ),
        ("\n".join([GOOD] * 401), "401 periods: write 1 to 400 of them"),
    ],
)
def test_what_no_directions_can_say_is_one_line(text: str, said: str) -> None:
    with pytest.raises(AmountError) as refused:
        read_directions(text)
    assert str(refused.value) == said


def test_nothing_is_not_directions() -> None:
    with pytest.raises(AmountError, match="write a line for each period"):
        read_directions(" \n ")


def test_blank_lines_and_margins_do_not_matter() -> None:
    assert read_directions(f"\n  {GOOD}  \n\n{GOOD}\n").text == f"{GOOD}\n{GOOD}"


@pytest.mark.parametrize("start", ["2026-12-07", "2026-12-09", ""])
def test_periods_follow_each_other(start: str) -> None:
    first = f"{GOOD}, from 2026-12-01 to 2026-12-07"
    ends = {"2026-12-07": "2026-12-13", "2026-12-09": "2026-12-15"}
    second = f"{GOOD}, from {start} to {ends[start]}" if start else GOOD
    with pytest.raises(AmountError, match="starts on the day after the one before"):
        read_directions(f"{first}\n{second}")


def test_an_instruction_makes_its_dose() -> None:
    with pytest.raises(ValidationError, match=r"capsules that make 2 mg for a dose of 3 mg"):
        Instruction(period=Period(dose="3 mg", days="7 days"), taken=TWO_MG)


def test_json_and_pickle() -> None:
    regimen = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="2 mg")
    said = directions(dispense(regimen, kit(regimen), first_day="2026-12-01"))
    assert Directions.model_validate_json(said.model_dump_json()) == said
    assert pickle.loads(pickle.dumps(said)).text == said.text


DRAWN = "Take 1.5 mL (1.5 mg), measured in the 3 mL oral syringe, by mouth once a day for 7 days"


def test_a_liquid() -> None:
    regimen = Regimen.titration("1.5 mg", step="1.5 mg", every="7 days", target="3 mg")
    course = liquid_course(regimen, concentration="1 mg/mL")
    assert directions(course).text.splitlines() == [
        DRAWN,
        DRAWN.replace("1.5 mL (1.5 mg)", "3 mL (3 mg)"),
    ]
    dated = directions(dispense(regimen, course, first_day="2026-12-01"))
    assert dated.text.splitlines()[1].endswith("for 7 days, from 2026-12-08 to 2026-12-14")
    for said in (directions(course), dated):
        assert read_directions(said.text) == said
        assert read_directions(said.text).regimen == regimen
    assert Directions.model_validate_json(dated.model_dump_json()) == dated


def test_a_volume_off_its_dose_still_says_the_dose_that_was_ordered() -> None:
    # 1 mg of 0.7 mg/mL: 1.43 mL, 1.4 mL on a mark
    regimen = Regimen.constant("1 mg", days="7 days")
    said = directions(liquid_course(regimen, concentration="0.7 mg/mL"))
    assert said.text.startswith("Take 1.4 mL (1 mg), measured in the 3 mL oral syringe")
    assert said.regimen == regimen


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (DRAWN.replace("1.5 mL", "1.50 mL"), r"write 'Take 1\.5 mL \(1\.5 mg\), measured"),
        (DRAWN.replace("1.5 mL", "1,5 mL"), r"1\.5 mL"),
        (DRAWN.replace("1.5 mL", ".5 mL"), r"0\.5 mL"),
        (DRAWN.replace("1.5 mL", "1.5 cc"), "cc"),
        (DRAWN.replace("1.5 mL", "1.5 mg"), "mg"),
        (DRAWN.replace("1.5 mL", "0 mL"), "'0 mL': an amount above zero"),
        (DRAWN.replace("(1.5 mg", "(0 mg"), "'0 mg': an amount above zero"),
        (DRAWN.replace("1.5 mL", "4 mL"), "4 mL in a 3 mL oral syringe, which holds no more"),
        (DRAWN.replace("the 3 mL", "a 3 mL"), "write a line such as"),
        (DRAWN.replace("1.5 mL", "2 capsules of 1.5 mg"), "2 capsules"),
        (DRAWN.replace(", measured in the 3 mL oral syringe,", ""), "write capsules such as"),
    ],
)
def test_a_line_that_is_no_direction_for_a_liquid(line: str, said: str) -> None:
    with pytest.raises(AmountError, match=said):
        read_directions(line)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        # 1.5 mL are 1.5 mg in the first line, and 3 mg in the second
        ("1.5 mL (3 mg)", "' is of 1 mg/mL, and 'Take 1.5 mL (3 mg), measured in the 3 mL oral"),
        # mg and mL taken for each other: 3 ÷ 0.3 = 10 mg/mL
        ("0.3 mL (3 mg)", "of 10 mg/mL: one liquid is taken; correct the mL or the mg"),
        # 1.5 ÷ 1.9 = 0.789, of which 1 is 127 %; 110 ÷ 90 is 122 %, and 1 ÷ (1.5 ÷ 1.8) 120 %
        ("1.9 mL (1.5 mg)", "(1.5 mg), measured in the 3 mL oral syringe, by mouth once a day for"),
    ],
)
def test_lines_of_which_no_one_liquid_is(second: str, said: str) -> None:
    text = f"{DRAWN}\n{DRAWN.replace('1.5 mL (1.5 mg)', second)}"
    with pytest.raises(AmountError) as refused:
        read_directions(text)
    assert said in str(refused.value)


@pytest.mark.parametrize("second", ["1.8 mL (1.5 mg)", "2.9 mL (3 mg)"])
def test_lines_that_marks_may_have_moved(second: str) -> None:
    text = f"{DRAWN}\n{DRAWN.replace('1.5 mL (1.5 mg)', second)}"
    assert read_directions(text).text == text


def test_an_amount_that_was_read_off_loses_its_trailing_zeros() -> None:
    period = Period(dose="3 mg", days="7 days")
    taken = InSyringe(volume=Volume.reading("3.0 mL"), capacity="3 mL")
    assert Instruction(period=period, taken=taken).text.startswith("Take 3 mL (3 mg)")
