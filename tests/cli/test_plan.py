"""An order file in, a worksheet or a review out."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from ldn_compound.model.steps import Weigh
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.review import Review

Ran = Callable[..., Result]
Refusal = Callable[..., str]


def reviewed(result: Result) -> Review:
    return Review.model_validate_json(result.stdout)


def test_the_worksheet_is_text(ran: Ran, order: Path) -> None:
    result = ran("plan", order)
    assert result.exit_code == 0
    assert "Weigh 1436 mg of ground tablet" in result.stdout  # 405 mg × 177.3 ÷ 50 = 1436.13 mg
    assert "NOT APPROVED" in result.stdout  # nobody has approved it
    assert result.stderr == ""


def test_the_worksheet_as_markdown(ran: Ran, order: Path) -> None:
    result = ran("plan", order, "--markdown")
    assert result.exit_code == 0
    assert result.stdout.startswith("# Compounding worksheet")
    assert "Weigh 1436 mg of ground tablet" in result.stdout


def test_the_worksheet_as_a_page(ran: Ran, order: Path) -> None:
    result = ran("plan", order, "--html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")
    seen = re.sub("<[^>]*>", "", result.stdout).replace("\u00a0", " ")
    assert "Weigh 1436 mg of ground tablet" in seen
    assert "NOT APPROVED" in seen


def test_the_review_as_json(ran: Ran, order: Path) -> None:
    result = ran("plan", order, "--json")
    assert result.exit_code == 0
    assert reviewed(result).plan.taken == Mass.of("1436 mg")


def test_an_order_from_standard_input(ran: Ran, order: Path) -> None:
    from_stdin = ran("plan", "-", stdin=order.read_bytes())
    assert from_stdin.exit_code == 0
    assert from_stdin.stdout == ran("plan", order).stdout


def test_an_order_saved_with_a_byte_order_mark_or_on_windows(ran: Ran, order: Path) -> None:
    windows = b"\xef\xbb\xbf" + order.read_bytes().replace(b"\n", b"\r\n")
    assert ran("plan", "-", stdin=windows).stdout == ran("plan", order).stdout


def test_findings_of_severity_error_print_the_worksheet_and_end_with_1(
    ran: Ran, order: Path
) -> None:
    # 30 × 0.5 mg = 15 mg, in 53.19 mg of ground tablet: under 120 mg, and no dilution allowed
    text = order.read_text().replace("4.5 mg", "0.5 mg").replace("= 90", "= 30")
    result = ran("plan", "-", stdin=f"{text}[policy]\nmost_stages = 0\n".encode())
    assert result.exit_code == 1
    assert "NOT APPROVED" in result.stdout
    assert "WGH301" in result.stdout
    assert result.stderr.startswith("ldn-compound: not to be compounded: ")
    assert "WGH301" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_plan_is_one_line_with_its_remedy_and_ends_with_1(refusal: Refusal, order: Path) -> None:
    # 15.96 mg of powder do not go into 0.01 mL × 0.46 g/mL = 4.6 mg
    text = order.read_text().replace('"3"', "{ size = 'tiny', volume = '0.01 mL' }")
    said = refusal("plan", "-", stdin=text.encode(), code=1)
    assert said.startswith("no plan: shell tiny holds 4.6 mg/capsule of this powder")
    assert "take shell = " in said


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (("--quantity", "100"), "Weigh 1596 mg"),  # 450 mg × 177.3 ÷ 50 = 1595.7 mg
        (("--strength", "3 mg"), "Weigh 957 mg"),  # 270 mg × 177.3 ÷ 50 = 957.42 mg
        (("--on", "2027-01-05"), "2027-01-05"),
        # 10 % more, 445.5 mg: 445.5 × 177.3 ÷ 50 = 1579.743 mg; 1580 mg hold 110.02 %, or 110.0 %
        (("--policy", "nrf"), "Weigh 1580 mg"),
        (("--avoid", "gluten"), "Weigh 1436 mg"),
    ],
)
def test_flags_beside_a_file(ran: Ran, order: Path, flags: tuple[str, str], found: str) -> None:
    result = ran("plan", order, *flags)
    assert found in result.stdout


def test_what_is_to_be_avoided_is_added_to_the_file_s(ran: Ran, order: Path) -> None:
    text = f'avoid = ["gluten"]\n{order.read_text()}'
    result = ran("plan", "-", "--json", "--avoid", "soya", "--avoid", "egg", stdin=text.encode())
    assert reviewed(result).plan.order.avoid == ("gluten", "soya", "egg")


def test_flags_that_do_not_go_beside_a_file(refusal: Refusal, order: Path) -> None:
    # another shell would no longer be the one its fill was measured in
    assert refusal("plan", order, "--shell", "1").startswith("--shell: write it in the order file")
    assert refusal("plan", order, "--base").startswith("--base: write it in the order file")


def test_a_policy_of_the_file_s_own_is_not_overridden(refusal: Refusal, order: Path) -> None:
    text = f"{order.read_text()}[policy]\ngrinding_reserve = '0 %'\n"
    said = refusal("plan", "-", "--policy", "nrf", stdin=text.encode())
    assert said.startswith("--policy: the file has a table [policy] of its own")


def test_a_fault_is_placed_in_the_file_or_in_the_flag(refusal: Refusal, order: Path) -> None:
    assert refusal("plan", order, "--quantity", "-3").startswith(f"{order}: --quantity: '-3': ")
    text = order.read_text().replace("4.5 mg", "4,5 mg")
    assert refusal("plan", "-", stdin=text.encode()) == (
        "standard input: capsules.strength: '4,5 mg': write the decimal mark as a point, '4.5 mg'"
    )


def test_three_faults_are_said_and_the_rest_counted(refusal: Refusal, order: Path) -> None:
    text = order.read_text().replace(' = "', ' = 7 # "')
    said = refusal("plan", "-", stdin=text.encode())
    # drug, strength, shell, then the tablets' strength and what they weigh together
    assert said.startswith("standard input: drug: 7: write text, in quotes; capsules.strength: 7: ")
    assert said.endswith(" (and 2 more)")


def test_the_day_of_compounding_is_always_stated(refusal: Refusal, order: Path) -> None:
    text = order.read_text().replace("on = 2026-12-01", "")
    said = refusal("plan", "-", stdin=text.encode())
    assert said.endswith("on: missing; write on = '2026-12-01', or give --on 2026-12-01")


def test_one_kind_of_output(refusal: Refusal, order: Path) -> None:
    assert (
        refusal("plan", order, "--json", "--markdown") == "--json, --markdown, --html: choose one"
    )


def test_nothing_to_plan_says_how_an_order_is_written(refusal: Refusal) -> None:
    said = refusal("plan")
    assert said.startswith("missing --strength, --quantity, --on, --tablets or --powder; write an ")


def test_a_plan_that_breaks_shows_no_traceback(
    refusal: Refusal, order: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("a fault\nof two lines")

    monkeypatch.setattr("ldn_compound.planning.request.plan", broken)
    said = refusal("plan", order)
    assert said.startswith("a fault of this program, ZeroDivisionError: a fault; of two lines (")
    assert "test_plan.py, line " in said


def test_every_weighing_of_the_worksheet_is_in_the_review(ran: Ran, order: Path) -> None:
    text = ran("plan", order).stdout
    steps = reviewed(ran("plan", order, "--json")).plan.steps
    weighings = [step for step in steps if isinstance(step, Weigh)]
    assert len(weighings) == 2
    assert all(f"Weigh {step.amount}" in text for step in weighings)
