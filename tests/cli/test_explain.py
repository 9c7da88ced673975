"""The working of an amount, from the command line."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Ran = Callable[..., Result]
Refusal = Callable[..., str]


def test_an_amount_is_explained(ran: Ran, order: Path) -> None:
    result = ran("explain", order, "taken")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("taken 1436 mg (weigh: rounded half up to 1 mg)")
    assert lines[1].startswith("  before rounding 1436.13 mg = active ÷ potency")
    assert result.stderr == ""


def test_an_amount_s_name_may_be_a_weighing_s(ran: Ran, order: Path) -> None:
    assert ran("explain", order, "ground_tablet").stdout.startswith("ground tablet 1436 mg")


def test_an_unknown_name_lists_those_there_are(refusal: Refusal, order: Path) -> None:
    said = refusal("explain", order, "tken")
    assert said.startswith("'tken': the plan's amounts are ")
    assert "taken" in said


def test_the_day_and_the_policy_may_be_given(ran: Ran, order: Path) -> None:
    text = order.read_text().replace("on = 2026-12-01", "").encode()
    result = ran("explain", "-", "active", "--on", "2026-12-01", "--policy", "nrf", stdin=text)
    assert result.stdout.startswith("active 445.5 mg")  # 405 mg × 1.10
