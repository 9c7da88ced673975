"""The sheet of a regimen: what is made, how it is taken, and when."""

from __future__ import annotations

from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import dispense
from ldn_compound.planning.kit import Portion, kit
from ldn_compound.planning.liquid_course import liquid_course
from ldn_compound.records.directions import directions
from ldn_compound.records.sheet import Heading, Notice, Numbered
from ldn_compound.records.titration import titration_sheet
from ldn_compound.render.html import as_html
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text

LADDER = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")
KIT = kit(LADDER)


def headings(sheet: object) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_a_kit_has_no_calendar_before_its_first_day_is_known() -> None:
    assert headings(titration_sheet(KIT)) == ["Kit", "Directions"]
    dated = titration_sheet(dispense(LADDER, KIT, first_day="2026-12-01"))
    periods = [f"Period {number}" for number in range(1, 10)]
    assert headings(dated) == ["Kit", "Directions", "Supplies", *periods]


def test_each_line_of_the_directions_is_a_step() -> None:
    for of in (KIT, dispense(LADDER, KIT, first_day="2026-12-01"), liquid_course(LADDER)):
        (steps,) = (one for one in titration_sheet(of).blocks if isinstance(one, Numbered))
        assert "\n".join(item.text for item in steps.items) == directions(of).text


def test_a_supply_that_ends_too_soon_is_said_first() -> None:
    held = (Portion(strength="0.5 mg", units=63), Portion(strength="1.5 mg", units=63))
    sheet = titration_sheet(dispense(LADDER, KIT, first_day="2026-12-01", held=held))
    first = sheet.blocks[0]
    assert isinstance(first, Notice)
    assert first.text.startswith("The capsules last 56 days")


def test_no_unit_is_written_in_capitals() -> None:
    for of in (KIT, liquid_course(LADDER, concentration="1 mg/mL")):
        sheet = titration_sheet(of)
        for printed in (as_text(sheet), as_markdown(sheet), as_html(sheet)):
            assert "MG" not in printed
            assert "ML" not in printed.replace("HTML", "")


def test_one_dose_throughout_is_named_once() -> None:
    regimen = Regimen.constant("4.5 mg", days="90 days")
    assert titration_sheet(kit(regimen)).title == "Naltrexone, 4.5 mg: 90 days"


def test_doses_that_go_up_and_down_are_named_by_the_least_and_the_largest() -> None:
    def title(*doses: str) -> str:
        periods = tuple(Period(dose=f"{dose} mg", days="7 days") for dose in doses)
        return titration_sheet(kit(Regimen(periods=periods))).title

    assert title("1.5", "4.5", "1.5") == "Naltrexone, 1.5 mg to 4.5 mg: 21 days"
    assert title("3", "1.5", "4.5") == "Naltrexone, 1.5 mg to 4.5 mg: 21 days"
    assert title("4.5", "3", "3", "1.5") == "Naltrexone, 4.5 mg to 1.5 mg: 28 days"
    assert title("1.5", "4.5") == "Naltrexone, 1.5 mg to 4.5 mg: 14 days"


def test_no_concentration_would_do() -> None:
    # 0.1 mg is a fifth of 1 mL at 0.5 mg/mL, and then 10.1 mg are 20.2 mL, more than any holds
    regimen = Regimen.titration("0.1 mg", step="10 mg", every="7 days", target="10.1 mg")
    course = liquid_course(regimen, concentration="0.7 mg/mL")
    assert "At no concentration does every dose" in as_text(titration_sheet(course), width=200)


def test_a_loss_that_nobody_confirmed_says_so() -> None:
    usual = as_text(titration_sheet(liquid_course(LADDER, concentration="1 mg/mL")), width=200)
    assert "5 % more (not confirmed in a source [this-library])" in usual
    own = liquid_course(LADDER, concentration="1 mg/mL", loss="3 %")
    assert "not confirmed" not in as_text(titration_sheet(own), width=200)
