"""From the doses to a kit or a liquid, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.dispense import Dispensing
from ldn_compound.planning.kit import Kit, kit
from ldn_compound.planning.liquid_course import LiquidCourse, liquid_course
from ldn_compound.records.directions import read_directions

Ran = Callable[..., Result]
Refusal = Callable[..., str]

LADDER = ("--start", "0.5 mg", "--step", "0.5 mg", "--every", "7 days", "--target", "4.5 mg")
REGIMEN = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_kit_and_its_directions(ran: Ran) -> None:
    result = ran("titrate", *LADDER)
    assert result.exit_code == 0
    shown = words(result.stdout)
    # 7 × (1 + 2 + 0 + 1 + 2 + 0 + 1 + 2 + 0) and 7 × (0 + 0 + 1 + 1 + 1 + 2 + 2 + 2 + 3)
    assert "0.5 mg 63 capsules 1.5 mg 84 capsules" in shown
    assert "Drug taken in all 157.5 mg Doses 63 Capsules taken 147 capsules" in shown
    assert "9. Take 3 capsules of 1.5 mg (4.5 mg) by mouth once a day for 7 days" in shown
    assert "SUPPLIES" not in shown


def test_from_a_first_day_a_calendar(ran: Ran) -> None:
    more = ("--pack", "30", "--first-day", "2026-12-01", "--keeps", "30 days", "--ahead", "2 days")
    shown = words(ran("titrate", *LADDER, *more).stdout)
    assert "2 2026-12-27 2026-12-29 2027-01-25 2027-01-25" in shown  # 29 November + 28 days
    assert "from 2026-12-01 to 2026-12-07" in shown
    assert "2027-02-01 Mon 3 3 capsules of 1.5 mg 4.5 mg ____________" in shown


def test_directions_in_markdown_read_back(ran: Ran) -> None:
    text = ran("titrate", *LADDER, "--first-day", "2026-12-01", "--markdown").stdout
    assert text.startswith("# Naltrexone, 0.5 mg to 4.5 mg: 63 days")
    lines = [line.partition(". ")[2] for line in text.splitlines() if ". Take " in line]
    assert read_directions("\n".join(lines)).regimen == REGIMEN


def test_html(ran: Ran) -> None:
    page = ran("titrate", *LADDER, "--first-day", "2026-12-01", "--html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<h2>Period ") == 9


def test_json(ran: Ran) -> None:
    text = ran("titrate", *LADDER, "--pack", "30", "--json").stdout
    assert Kit.model_validate_json(text) == kit(REGIMEN, pack=30)
    dated = ran("titrate", *LADDER, "--first-day", "2026-12-01", "--json").stdout
    assert str(Dispensing.model_validate_json(dated).last_day) == "2027-02-01"
    liquid = ran("titrate", *LADDER, "--concentration", "1 mg/mL", "--json").stdout
    again = LiquidCourse.model_validate_json(liquid)
    assert again == liquid_course(REGIMEN, concentration="1 mg/mL")
    assert json.loads(liquid)["kind"] == "oral liquid"


def test_a_starter_kit_that_stops_short(ran: Ran) -> None:
    held = ("--held", "63 of 0.5 mg", "--held", "63 of 1.5 mg")
    shown = words(ran("titrate", *LADDER, "--first-day", "2026-12-01", *held).stdout)
    assert (
        "The capsules last 56 days, to 2027-01-25. Missing from the dose of 4.5 mg on: 21 capsules "
        "of 1.5 mg."
    ) in shown
    assert "1 not stated 2026-12-01 2027-01-25 not stated" in shown


def test_what_the_house_makes_and_wishes(ran: Ran) -> None:
    more = ("--strength", "0.5 mg", "--strength", "1 mg", "--pack", "20")
    ten = ("--period", "1 mg for 10 days", "--period", "2 mg for 10 days")
    # 1 mg alone: 10 × 1 + 10 × 2 = 30, 10 left over; 0.5 mg alone: 10 × 2 + 10 × 4 = 60, none
    assert "1 mg 30 capsules 40 capsules 10 capsules" in words(ran("titrate", *ten, *more).stdout)
    none = words(ran("titrate", *ten, *more, "--wish", "left-over").stdout)
    assert "0.5 mg 60 capsules 60 capsules 0 capsules" in none
    few = ran("titrate", *LADDER, "--wish", "capsules a day", "--most-strengths", "1")
    assert few.exit_code == 1  # of 0.5 mg alone 4.5 mg are 9 capsules
    nine = ran("titrate", *LADDER, "--most-strengths", "1", "--most-a-dose", "9")
    assert "0.5 mg 315 capsules" in words(nine.stdout)  # 7 × 45


def test_a_liquid(ran: Ran) -> None:
    steps = ("--start", "1.5 mg", "--step", "1.5 mg", "--every", "14 days", "--target", "4.5 mg")
    shown = words(ran("titrate", *steps, "--concentration", "1.5 mg/mL").stdout)
    assert "Concentration 1.5 mg/mL" in shown
    assert "4.5 mg 3 mL 3 mL by 0.1 mL 4.5 mg 0 % 1.67 % 100 %" in shown
    # 14 × 6 = 84 mL, × 1.05 = 88.2 mL
    assert "Drawn 84 mL With what measuring loses 88.2 mL, 5 % more" in shown
    assert "To make, all at once 89 mL, 1 bottle of 90 mL" in shown
    assert "1. Take 1 mL (1.5 mg), measured in the 3 mL oral syringe, by mouth once" in shown
    assert "MG" not in shown
    less = words(ran("titrate", *steps, "--concentration", "1.5 mg/mL", "--loss", "0 %").stdout)
    assert "To make, all at once 84 mL" in less


def test_a_dose_between_two_marks_and_what_would_do(ran: Ran) -> None:
    shown = words(ran("titrate", *LADDER, "--concentration", "1 mg/mL").stdout)
    assert "LIQ501 3.5 mg: The dose lies between two marks." in shown
    assert "Every dose is on a mark at 2.5 mg/mL" in shown
    suggested = words(ran("titrate", *LADDER, "--suggest").stdout)
    assert "Concentration 2.5 mg/mL" in suggested
    assert "LIQ501" not in suggested


def test_a_bottle_that_is_held(ran: Ran) -> None:
    more = ("--concentration", "1 mg/mL", "--first-day", "2026-12-01", "--held", "20 mL")
    steps = ("--period", "1.5 mg for 30 days")
    # 1.5 × 1.05 = 1.575 mL a day: 12 days are 18.9 mL; 47.25 − 20 = 27.25 mL
    shown = words(ran("titrate", *steps, *more).stdout)
    said = "The liquid lasts 12 days, to 2026-12-12. Missing from the dose of 1.5 mg on: 27.25 mL."
    assert said in shown


def test_a_taper(ran: Ran) -> None:
    steps = ("--start", "4.5 mg", "--step", "1.5 mg", "--every", "7 days", "--down-to", "1.5 mg")
    shown = words(ran("titrate", *steps, "--hold", "14 days").stdout)
    assert shown.startswith("Naltrexone, 4.5 mg to 1.5 mg: 28 days")
    assert "3. Take 1 capsule of 1.5 mg (1.5 mg) by mouth once a day for 14 days" in shown


def test_a_last_step_cut_short_is_said(ran: Ran) -> None:
    steps = ("--start", "1 mg", "--step", "1.5 mg", "--every", "7 days", "--target", "3 mg")
    shown = words(ran("titrate", *steps).stdout)
    assert "Note: a step of 1.5 mg up from 2.5 mg would be 4 mg; this one ends at the" in shown


def test_several_times_a_day(ran: Ran) -> None:
    twice = ran("titrate", *LADDER, "--times-a-day", "2").stdout
    assert "Doses 126" in words(twice)
    shown = words(ran("titrate", "--period", "3 mg 3 times a day for 2 days").stdout)
    assert "3 mg 6 capsules" in shown
    assert "by mouth 3 times a day for 2 days" in shown


def test_no_kit(refusal: Refusal) -> None:
    said = refusal("titrate", "--period", "4.2 mg for 7 days", code=1)
    assert said.startswith("no plan: 4.2 mg cannot be made from 0.5 mg, 1 mg, 1.5 mg, 2 mg, 3 mg")
    assert "the nearest to 4.2 mg is 4 mg" in said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--down-to", "0.5 mg"), "--down-to: does not go with --target"),
        (("--period", "1 mg for 7 days"), "--start: does not go with --period"),
        (("--times-a-day", "0"), "--times-a-day: 0 times a day: write a whole number"),
        (("--times-a-day", "25"), "--times-a-day: 25 times a day: 24 are the most"),
        (("--hold", "7"), "--hold: '7': a number without its unit; write '7 days'"),
        (("--strength", "1,5 mg"), "--strength: '1,5 mg': write the decimal mark as a point"),
        (("--strength", "1 mg", "--strength", "1 mg"), "--strength: '1 mg' twice"),
        (("--pack", "0"), "--pack: "),
        (("--most-a-dose", "0"), "--most-a-dose: 0: write a whole number, 1 or more"),
        (("--most-strengths", "0"), "--most-strengths: 0: write a whole number, 1 or more"),
        (("--wish", "few"), "--wish: 'few': write 'strengths', 'capsules a day' or 'left over'"),
        (("--wish", "left over"), "'left over' among the wishes, and no pack"),
        (("--concentration", "1 mg/mL", "--pack", "30"), "--pack: of capsules, does not go with"),
        (("--concentration", "1 mg/mL", "--suggest"), "--suggest: finds a concentration"),
        (("--concentration", "1 %"), "--concentration: '1 %': "),
        (("--syringe", "3 mL"), "--syringe: add --concentration '1 mg/mL', or --suggest"),
        (("--suggest", "--syringe", "7 mL"), "--syringe: '7 mL' is no syringe"),
        (("--suggest", "--loss", "5"), "--loss: '5': a number without its unit"),
        (("--keeps", "30 days"), "--keeps: says something of days; add --first-day"),
        (("--first-day", "01.12.2026"), "--first-day: '01.12.2026': 2026-01-12 or 2026-12-01"),
        (("--first-day", "2026-12-01", "--keeps", "30"), "--keeps: '30': a number without"),
        (("--first-day", "2026-12-01", "--held", "63"), "--held: '63': write such as '63 of 0.5"),
        (
            ("--first-day", "2026-12-01", "--held", "1 of 1,5 mg"),
            "--held: '1,5 mg': write the decimal mark as a point",
        ),
        (
            ("--first-day", "2026-12-01", "--held", "9 of 0.5 mg", "--most-days", "28 days"),
            "--most-days: what is held is one supply",
        ),
        (
            ("--first-day", "2026-12-01", "--held", "9 of 0.5 mg", "--keeps", "30 days"),
            "--keeps: what is held was made before, and keeps from then on; add how long",
        ),
        (
            ("--first-day", "2026-12-01", "--held", "9 of 1 mg"),
            "--held: 1 mg is held, and this kit takes 0.5 mg, 1.5 mg; name the strengths",
        ),
        (
            ("--first-day", "2026-12-01", "--held", "9 of 0.5 mg", "--held", "1 of 0.5 mg"),
            "capsules of 0.5 mg are held twice: write their sum",
        ),
        (
            ("--first-day", "2026-12-01", "--suggest", "--held", "60 mg"),
            "--held: '60 mg': 'mg' is not a unit of what is wanted here",
        ),
        (
            ("--first-day", "2026-12-01", "--suggest", "--held", "60 mL", "--held", "1 mL"),
            "--held: write the volume of the liquid once",
        ),
        (("--first-day", "2099-12-01"), "63 days from 2099-12-01: past the end of 2099"),
        (("--json", "--html"), "--json, --markdown, --html: choose one"),
    ],
)
def test_a_slip_names_its_flag(refusal: Refusal, more: tuple[str, ...], said: str) -> None:
    assert refusal("titrate", *LADDER, *more).startswith(said)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ((), "missing --start, --step, --every, --target or --down-to; write --start '0.5 mg'"),
        (("--start", "0.5 mg", "--target", "4.5 mg"), "missing --step, --every; write"),
        (("--period", "4.5 mg"), "--period: '4.5 mg': write such as '1.5 mg twice a day for"),
        (("--period", "4,5 mg for 7 days"), "--period: '4,5 mg': write the decimal mark"),
        (("--period", "4.5 mg for 2 weeks"), "--period: '2 weeks': "),
        (
            ("--start", "4.5 mg", "--step", "1 mg", "--every", "7 days", "--target", "1 mg"),
            "a titration from 4.5 mg down to 1 mg: write the lower dose first",
        ),
        (
            ("--start", "1 mg", "--step", "1 mg", "--every", "7 days", "--down-to", "2,5 mg"),
            "--down-to: '2,5 mg': write the decimal mark",
        ),
        (
            ("--start", "1 mg", "--step", "0.001 mg", "--every", "7 days", "--target", "2 mg"),
            "steps of 0.001 mg from 1 mg to 2 mg: 1001 periods, and 400 are the most",
        ),
        (("--start", "\u0437 mg", *LADDER[2:]), "--start: '\u0437 mg': '\u0437' is U+0437"),
    ],
)
def test_what_is_no_regimen(refusal: Refusal, stated: tuple[str, ...], said: str) -> None:
    assert refusal("titrate", *stated).startswith(said)


def test_a_supply_that_is_past_its_date_before_it_starts(refusal: Refusal) -> None:
    days = ("--first-day", "2026-12-01", "--keeps", "2 days", "--ahead", "2 days")
    said = refusal("titrate", *LADDER, *days, code=1)
    assert said.startswith("no plan: a supply made on 2026-11-29 may be used until 2026-11-30")


def test_a_slip_in_a_dose_stands_above_the_directions(ran: Ran) -> None:
    result = ran("titrate", "--period", "45 mg for 90 days", "--concentration", "5 mg/mL")
    assert result.exit_code == 0
    assert "was 4.5 mg meant?" in words(result.stdout).split("LIQUID")[0]
