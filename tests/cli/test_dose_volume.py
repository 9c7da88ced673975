"""Doses as volumes, without an order."""

from collections.abc import Callable

import pytest
from typer.testing import Result

Ran = Callable[..., Result]
Refusal = Callable[..., str]


def cells(text: str, first: str) -> list[str]:
    """The cells of the row that starts so."""
    row = next(line for line in text.splitlines() if line.startswith(f"{first} "))
    return [cell.strip() for cell in row.split("  ") if cell.strip()]


def test_a_dose_on_a_mark(ran: Ran) -> None:
    result = ran("dose-volume", "--dose", "1.5 mg", "--concentration", "1 mg/mL")
    assert result.exit_code == 0
    # 1.5 mL, half of 3 mL; 0.05 ÷ 1.5 = 3.33 %
    assert cells(result.stdout, "1.5 mg") == [
        "1.5 mg",
        "1.5 mL",
        "3 mL by 0.1 mL",
        "1.5 mg",
        "0 %",
        "3.33 %",
        "50 %",
    ]
    assert "DOUBTFUL" not in result.stdout


def test_a_dose_between_two_marks_is_doubtful(ran: Ran) -> None:
    result = ran("dose-volume", "--dose", "4.5 mg", "--concentration", "1 mg/mL")
    assert result.exit_code == 0
    # 4.5 mL is drawn to 4.6 mL in the 5 mL syringe: 0.1 ÷ 4.5 = 2.22 %; 0.1 ÷ 4.6 = 2.17 %
    assert cells(result.stdout, "4.5 mg")[1:6] == [
        "4.6 mL",
        "5 mL by 0.2 mL",
        "4.6 mg",
        "2.22 %",
        "2.17 %",
    ]
    assert "LIQ501" in result.stdout


@pytest.mark.parametrize(
    ("concentration", "outside"),
    # 1.5 mg of 100 mg/mL: 0.015 mL, drawn to 0.02 mL, which hold 2 mg, 133.3 % of the dose;
    # of 16.5 mg/mL: 0.0909 mL, drawn to 0.09 mL, which hold 1.485 mg, 99 %
    [("100 mg/mL", True), ("16.5 mg/mL", False)],
)
def test_a_dose_outside_its_limits_is_said_first(
    ran: Ran, concentration: str, *, outside: bool
) -> None:
    text = ran("dose-volume", "--dose", "1.5 mg", "--concentration", concentration).stdout
    assert ("LIQ515" in text) is outside
    if outside:
        assert text.index("LIQ515") < text.index("LIQ501")


@pytest.mark.parametrize(
    ("syringe", "said"),
    [("10 mL by 0.1 mL", "4.5 mL"), ("10 mL", "4.5 mL"), ("20 mL", "5 mL")],
)
def test_in_a_syringe_of_one_s_own(ran: Ran, syringe: str, said: str) -> None:
    words = ("--dose", "4.5 mg", "--concentration", "1 mg/mL", "--syringe", syringe)
    assert cells(ran("dose-volume", *words).stdout, "4.5 mg")[1] == said


def test_several_doses_in_one_of_several_syringes(ran: Ran) -> None:
    doses = ("--dose", "1.5 mg", "--dose", "3 mg", "--concentration", "1 mg/mL")
    text = ran("dose-volume", *doses, "--syringe", "1 mL", "--syringe", "3 mL").stdout
    assert cells(text, "1.5 mg")[2] == cells(text, "3 mg")[2] == "3 mL by 0.1 mL"


def test_a_tenth_of_a_millilitre_is_doubted(ran: Ran) -> None:
    text = ran("dose-volume", "--dose", "0.5 mg", "--concentration", "5 mg/mL").stdout
    assert "LIQ503" in text  # 10 % of 1 mL
    assert "LIQ505" in text


def test_concentrations_are_suggested(ran: Ran) -> None:
    # of 0.5 mg/mL they are 1 mL, 3 mL and 9 mL: 0.25 ÷ 9 = 2.8 % of 10 mL by 0.5 mL
    doses = ("--dose", "0.5 mg", "--dose", "1.5 mg", "--dose", "4.5 mg")
    text = ran("dose-volume", *doses, "--suggest").stdout
    assert text.startswith("Concentrations for 0.5 mg, 1.5 mg and 4.5 mg")
    assert cells(text, "0.5 mg/mL") == [
        "0.5 mg/mL",
        "1 mL in 1 mL",
        "3 mL in 3 mL",
        "9 mL in 10 mL",
    ]


def test_nothing_to_suggest_says_so(ran: Ran) -> None:
    words = ("--dose", "0.1 mg", "--dose", "4.5 mg", "--suggest", "--syringe", "1 mL by 0.1 mL")
    assert "At no concentration does every dose fall on a mark" in ran("dose-volume", *words).stdout


def test_in_markdown(ran: Ran) -> None:
    words = ("--dose", "1.5 mg", "--concentration", "1 mg/mL", "--markdown")
    assert ran("dose-volume", *words).stdout.startswith("# Dose volumes: 1 mg/mL")


def test_no_syringe_holds_it(refusal: Refusal) -> None:
    said = refusal("dose-volume", "--dose", "45 mg", "--concentration", "1 mg/mL", code=1)
    assert said.startswith("no plan: 45 mg of 1 mg/mL is 45 mL, more than the 20 mL oral syringe")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--dose", "1,5 mg"), "--dose: '1,5 mg': write the decimal mark as a point, '1.5 mg'"),
        (("--dose", "1.5 mL"), "--dose: "),
        (("--dose", "0 mg"), "--dose: '0 mg': an amount above zero is wanted"),
        (("--dose", "1.5 mg", "--syringe", "7 mL"), "--syringe: '7 mL' is no syringe of the "),
        (("--dose", "1.5 mg", "--syringe", "3 mL by 0.1"), "--syringe: '0.1': a number without "),
        (("--dose", "1.5 mg", "--syringe", "3 mL by 4 mL"), "--syringe: '3 mL by 4 mL': its marks"),
    ],
)
def test_a_slip_names_its_flag(refusal: Refusal, words: tuple[str, ...], said: str) -> None:
    assert refusal("dose-volume", *words, "--concentration", "1 mg/mL").startswith(said)


def test_what_must_be_said(refusal: Refusal) -> None:
    assert refusal("dose-volume", "--dose", "1.5 mg").startswith("--concentration: missing; write ")
    said = refusal("dose-volume", "--concentration", "1 mg/mL")
    assert said.startswith("Missing option '--dose'")
    words = ("dose-volume", "--dose", "1.5 mg", "--concentration", "1 %")
    assert refusal(*words).startswith("--concentration: '1 %': ")
