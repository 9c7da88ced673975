"""The example orders, each worked by hand in its own comment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from ldn_compound.model.steps import Count
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.review import Review

ORDERS = Path("examples/orders")
Ran = Callable[..., Result]


@pytest.mark.parametrize(
    ("name", "code", "taken", "tablets"),
    [
        ("capsules-from-tablets", 0, "1436 mg", [9]),  # 405 × 177.3 ÷ 50 = 1436.13; 8.26 tablets
        ("capsules-from-powder", 0, "494 mg", []),  # 450 ÷ 0.910425 = 494.27
        # 90 × 3 × 377.86 ÷ 341.41 = 298.83; × 177.3 ÷ 50 = 1059.64; × 1.02 ÷ 177.3 = 6.10 tablets
        ("base-order", 0, "1060 mg", [7]),
        ("capsules-low-strength", 1, "53 mg", [1]),  # 15 × 177.3 ÷ 50 = 53.19; 0.31 tablets
        ("oral-liquid", 0, "165 mg", []),  # 150 ÷ 0.910425 = 164.76
        # 198 × 177.3 ÷ 50 = 702.11; × 1.02 ÷ 177.3 = 4.04 tablets
        ("titration", 0, "702 mg", [5]),
    ],
)
def test_an_example(ran: Ran, name: str, code: int, taken: str, tablets: list[int]) -> None:
    path = ORDERS / f"{name}.toml"
    result = ran("plan", path, "--json")
    assert result.exit_code == code
    plan = Review.model_validate_json(result.stdout).plan
    assert plan.taken == Mass.of(taken)
    assert [step.tablets.base for step in plan.steps if isinstance(step, Count)] == tablets
    assert f"Weigh {taken}" in ran("plan", path).stdout
    assert f"Weigh {taken}" in ran("plan", path, "--markdown").stdout


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("capsules-from-tablets", set()),
        ("capsules-from-powder", set()),
        ("base-order", {"RX103"}),
        ("oral-liquid", set()),
        ("titration", set()),
        ("whole-tablets", set()),
    ],
)
def test_what_an_example_is_warned_of(ran: Ran, name: str, warned: set[str]) -> None:
    review = Review.model_validate_json(ran("plan", ORDERS / f"{name}.toml", "--json").stdout)
    assert {one.code for one in review.findings if one.severity != "note"} == warned


def test_the_order_that_cannot_pass(ran: Ran) -> None:
    path = ORDERS / "capsules-low-strength.toml"
    review = Review.model_validate_json(ran("plan", path, "--json").stdout)
    assert "WGH301" in {finding.code for finding in review.errors}


def test_the_order_that_cannot_pass_is_made_by_dilution(ran: Ran) -> None:
    text = (ORDERS / "capsules-low-strength.toml").read_text(encoding="utf-8")
    diluted, _, policy = text.partition("\n[policy]\n")
    assert policy == "most_stages = 0\n"
    assert ran("plan", "-", stdin=diluted.encode()).exit_code == 0


def test_the_liquid_s_vehicle_is_made_in_house(ran: Ran) -> None:
    text = ran("plan", ORDERS / "oral-liquid.toml").stdout
    # 500 mg, 100 mg and 20 mL in 100 mL, for 150 mL
    for said in (
        "Weigh 750 mg of ascorbic acid",
        "Weigh 150 mg of sodium benzoate",
        "Measure 30 mL of glycerol",
        "Bring the mixing mortar to 150 mL in all with purified water",
    ):
        assert said in text
    assert "capsule" not in text.replace("APPENDIX", "").lower()


def test_whole_tablets_are_not_weighed(ran: Ran) -> None:
    path = ORDERS / "whole-tablets.toml"
    plan = Review.model_validate_json(ran("plan", path, "--json").stdout).plan
    # 150 mg ÷ 33 = 4.545 mg; ÷ 34 = 4.412 mg; 450 mg ÷ 100 = 4.5 mg
    offered = [(way.tablets.base, way.units.base) for way in plan.whole_tablet_ways]
    assert offered[:2] == [(3, 33), (3, 34)]
    assert (9, 100) in offered
    assert plan.units.base == 33
    text = ran("plan", path).stdout
    assert "Weigh" in text
    assert "of ground tablet out of" not in text


def test_directions_are_printed_and_last_for_the_quantity(ran: Ran) -> None:
    path = ORDERS / "titration.toml"
    text = " ".join(ran("plan", path).stdout.split())
    assert (
        "Days 29 to 58 Take 3 capsules of 1.5 mg (4.5 mg) by mouth once a day for 30 days" in text
    )
    review = Review.model_validate_json(ran("plan", path, "--json").stdout)
    assert not {one.code for one in review.findings if one.code.startswith("REG")}


def test_ways_are_compared(ran: Ran) -> None:
    result = ran("compare", ORDERS / "compare.toml")
    assert result.exit_code == 0
    for name in ("ground tablets", "whole tablets", "powder"):
        assert name in result.stdout
    # 6 ÷ 479 = 1.2526 % and 6 ÷ 148 = 4.0541 %, rounded up to 3 figures
    assert "1.26 %" in result.stdout
    assert "4.06 %" in result.stdout


def test_every_example_is_run() -> None:
    assert {path.stem for path in ORDERS.iterdir()} == {
        "base-order",
        "capsules-from-powder",
        "capsules-from-tablets",
        "capsules-low-strength",
        "compare",
        "oral-liquid",
        "titration",
        "whole-tablets",
    }
