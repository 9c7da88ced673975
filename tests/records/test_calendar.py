"""The calendar, row by row, as text, markdown and HTML."""

import re
from datetime import date, timedelta
from html import unescape

from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import dispense
from ldn_compound.planning.kit import Portion, kit
from ldn_compound.planning.liquid_course import liquid_course
from ldn_compound.quantity.kinds import Mass
from ldn_compound.records.calendar import Calendar, calendar
from ldn_compound.records.calendar_sheet import calendar_sheet, warnings
from ldn_compound.records.sheet import Table
from ldn_compound.render.html import as_html
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text

LADDER = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")
KIT = kit(LADDER, strengths=("0.5 mg", "1.5 mg"))
STARTER = (Portion(strength="0.5 mg", units=63), Portion(strength="1.5 mg", units=63))


def of_ladder() -> Calendar:
    return calendar(dispense(LADDER, KIT, first_day="2026-12-01", keeps="30 days"))


def of_starter() -> Calendar:
    return calendar(dispense(LADDER, KIT, first_day="2026-12-01", held=STARTER))


def tables(of: Calendar) -> list[Table]:
    return [block for block in calendar_sheet(of).blocks if isinstance(block, Table)]


def every_print(of: Calendar) -> tuple[str, ...]:
    """Text, markdown and HTML, on wide paper and without what only a browser or printer minds."""
    sheet = calendar_sheet(of)
    wide = as_text(sheet, width=200)
    page = re.sub("<[^>]*>", "", unescape(as_html(sheet)))
    return tuple(one.replace("\u00a0", " ") for one in (wide, as_markdown(sheet), page))


def test_every_day_once() -> None:
    made = of_ladder()
    assert [one.day for one in made.days] == [
        date(2026, 12, 1) + timedelta(days=number) for number in range(63)
    ]
    assert made.total == Mass.of("157.5 mg")  # 7 × 22.5
    assert made.regimen == LADDER


def test_a_row_says_what_is_taken() -> None:
    supplies, first, *_, last = tables(of_ladder())
    assert supplies.rows[0] == (
        "1",
        "2026-12-01",
        "2026-12-01",
        "2026-12-30",
        "2026-12-30",
        # 28 days are 7 × (1 + 2 + 0 + 1) of 0.5 mg and 7 × 2 of 1.5 mg; 2 days of 2.5 mg take
        # 2 × 2 and 2 × 1 more
        "32 capsules of 0.5 mg and 16 capsules of 1.5 mg",
    )
    assert first.columns == ("Date", "Day", "Supply", "Take", "Dose", "Taken")
    assert first.rows[0][:5] == ("2026-12-01", "Tue", "1", "1 capsule of 0.5 mg", "0.5 mg")
    assert last.rows[-1][:5] == ("2027-02-01", "Mon", "3", "3 capsules of 1.5 mg", "4.5 mg")
    assert len(first.rows) == 7


def test_a_box_for_each_dose_of_a_day() -> None:
    regimen = Regimen.constant("3 mg", days="2 days", times_a_day=3)
    made = calendar(dispense(regimen, kit(regimen), first_day="2026-12-01"))
    table = tables(made)[-1]
    assert table.columns[-3:] == ("Taken 1", "Taken 2", "Taken 3")
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert made.total == Mass.of("18 mg")  # 2 × 3 × 3


def test_where_the_capsules_run_out() -> None:
    made = of_starter()
    said = (
        "The capsules last 56 days, to 2027-01-25. "
        "Missing from the dose of 4.5 mg on: 21 capsules of 1.5 mg."
    )
    assert warnings(made) == (said,)
    assert [one.day for one in made.days if one.supply is None] == [
        date(2027, 1, 26) + timedelta(days=number) for number in range(7)
    ]
    assert tables(made)[-1].rows[0][2] == "none"
    for printed in every_print(made):
        assert said in printed


def test_where_they_are_not_enough_or_may_not_be_used() -> None:
    none = calendar(dispense(LADDER, KIT, first_day="2026-12-01", held=STARTER[1:]))
    assert warnings(none) == (
        "The capsules are not enough for one day. Missing from the dose of 0.5 mg on: 63 capsules "
        "of 0.5 mg and 21 capsules of 1.5 mg.",
    )
    kept = {"keeps": "14 days", "ahead": "0 days"}
    old = calendar(dispense(LADDER, KIT, first_day="2026-12-01", held=STARTER, **kept))
    assert warnings(old)[0].startswith("The capsules may be used for 14 days, to 2026-12-14.")


def test_a_last_step_cut_short_is_said() -> None:
    regimen = Regimen.titration("1 mg", step="1.5 mg", every="7 days", target="4.5 mg")
    made = calendar(dispense(regimen, kit(regimen), first_day="2026-12-01"))
    for printed in every_print(made):
        assert "this one ends at the target, 4.5 mg" in printed


def test_every_print_has_every_day() -> None:
    for printed in every_print(of_ladder()):
        for number in range(63):
            assert str(date(2026, 12, 1) + timedelta(days=number)) in printed
        assert "2 capsules of 1.5 mg" in printed
        assert "MG" not in printed


def test_periods_with_the_same_dose_stay_apart() -> None:
    regimen = Regimen(
        periods=(Period(dose="3 mg", days="2 days"), Period(dose="3 mg", days="3 days"))
    )
    made = calendar(dispense(regimen, kit(regimen), first_day="2026-12-01"))
    assert made.regimen == regimen


def test_a_liquid() -> None:
    regimen = Regimen.titration("1.5 mg", step="1.5 mg", every="7 days", target="4.5 mg")
    course = liquid_course(regimen, concentration="1.5 mg/mL")
    made = calendar(dispense(regimen, course, first_day="2026-12-01"))
    supplies, first, *_ = tables(made)
    # 7 × (1 + 2 + 3) = 42 mL, × 1.05 = 44.1 mL, in whole mL 45
    assert supplies.rows[0][-1] == "45 mL in 1 bottle of 60 mL"
    assert first.rows[0][3:5] == ("1 mL in the 3 mL oral syringe", "1.5 mg")
    assert made.total == regimen.total
    assert made.regimen == regimen
    for printed in every_print(made):
        assert "Take 1 mL (1.5 mg), measured in the 3 mL oral syringe, by mouth" in printed


def test_where_a_bottle_runs_out() -> None:
    regimen = Regimen.constant("1.5 mg", days="14 days")
    course = liquid_course(regimen, concentration="1.5 mg/mL")
    made = calendar(dispense(regimen, course, first_day="2026-12-01", held="8 mL"))
    # 1.05 mL a day: 7 days are 7.35 mL; 14 × 1.05 − 8 = 6.7 mL
    assert warnings(made) == (
        "The liquid lasts 7 days, to 2026-12-07. Missing from the dose of 1.5 mg on: 6.7 mL.",
    )
    none = calendar(dispense(regimen, course, first_day="2026-12-01", held="1 mL"))
    assert warnings(none)[0].startswith("The liquid is not enough for one day. Missing")
