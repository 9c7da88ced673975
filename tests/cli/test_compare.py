"""Ways of one order, from a file to one sheet."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from ldn_compound.choosing.comparison import Comparison

Ran = Callable[..., Result]
Refusal = Callable[..., str]

WAYS = """drug = "naltrexone"
on = 2026-12-01
[capsules]
strength = "4.5 mg"
quantity = 100
shell = "3"
[ways."ground tablets".tablets]
strength = "50 mg"
weighed = 20
together = "3546 mg"
[ways.powder.powder]
substance = "naltrexone hydrochloride"
certificate = { basis = "as is", assay = "90 %" }
"""


def test_the_ways_are_side_by_side(ran: Ran) -> None:
    result = ran("compare", "-", stdin=WAYS.encode())
    assert result.exit_code == 0
    assert result.stderr == ""
    # 10 tablets of 50 mg; 450 ÷ 0.9 = 500 mg of powder, which holds 450 mg
    rows = [line.split("  ") for line in result.stdout.splitlines()]
    drug = next(row for row in rows if row[0] == "drug taken")
    assert [cell.strip() for cell in drug if cell] == ["drug taken", "500 mg", "450 mg"]


def test_the_same_as_json_markdown_and_html(ran: Ran) -> None:
    as_json = ran("compare", "-", "--json", stdin=WAYS.encode())
    assert [way.name for way in Comparison.model_validate_json(as_json.stdout).ways] == [
        "ground tablets",
        "powder",
    ]
    markdown = ran("compare", "-", "--markdown", stdin=WAYS.encode()).stdout
    assert markdown.startswith("# Ways compared: naltrexone 4.5 mg, 100 capsules")
    html = ran("compare", "-", "--html", stdin=WAYS.encode()).stdout
    assert html.startswith("<!DOCTYPE html>")


def test_one_kind_of_output(refusal: Refusal) -> None:
    said = refusal("compare", "-", "--json", "--html", stdin=WAYS.encode())
    assert said == "--json, --markdown, --html: choose one"


def test_the_day_and_the_policy_may_be_given_beside_the_file(ran: Ran) -> None:
    result = ran("compare", "-", "--on", "2027-01-05", "--policy", "nrf", stdin=WAYS.encode())
    assert "2027-01-05" in result.stdout
    assert "nrf" in result.stdout


def test_no_way_without_an_error_ends_with_1(ran: Ran) -> None:
    result = ran("compare", "-", stdin=WAYS.replace("4.5 mg", "45 mg", 1).encode())
    assert result.exit_code == 1
    assert "RX102" in result.stdout
    assert result.stderr == ("ldn-compound: no way is without an error, or none can be planned\n")


def test_one_way_with_an_error_beside_one_without_is_fine(ran: Ran) -> None:
    text = WAYS.replace('together = "3546 mg"', 'together = "3546 mg"\nrelease = "modified"')
    result = ran("compare", "-", stdin=text.encode())
    assert result.exit_code == 0
    assert "SRC201" in result.stdout


def test_a_file_of_one_source_is_not_compared(refusal: Refusal, order: Path) -> None:
    said = refusal("compare", order)
    assert said.startswith("one source is stated: to compare, write two or more as ways")


def test_a_file_of_ways_is_not_planned(refusal: Refusal) -> None:
    said = refusal("plan", "-", stdin=WAYS.encode())
    assert said.startswith("several ways are stated, 'ground tablets', 'powder': compare them")
