"""The worksheet of an oral liquid: measured, brought to volume, and never said per capsule."""

from __future__ import annotations

from datetime import date

import pytest

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.order import Order
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Facts
from ldn_compound.records.steps import steps
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review

ON = date(2026, 12, 1)


def reviewed(source, volume: str = "100 mL") -> Review:
    """Purified water, 1 mg/mL; without findings, so that only the sheet's own words are read."""
    form = OralLiquid(
        concentration="1 mg/mL", volume=volume, vehicle="purified water", doses=("4.5 mg",)
    )
    review = check(plan(Order(drug="naltrexone", form=form), source, on=ON))
    return review.model_copy(update={"findings": ()})


@pytest.fixture
def solution(powder) -> Review:
    return reviewed(powder)


def facts(review: Review) -> dict[str, object]:
    blocks = (block for block in worksheet(review).blocks if isinstance(block, Facts))
    found: dict[str, object] = {}
    for row in (row for block in blocks for row in block.rows):
        found.setdefault(row.label, row.value)  # the head of the sheet; the label says some again
    return found


def test_strength_quantity_and_dosage_form(solution, tablets):
    assert worksheet(solution).title == "Compounding worksheet: naltrexone 1 mg/mL, 100 mL"
    said = facts(solution)
    assert said["Strength"] == "1 mg/mL; 1 mg counts naltrexone hydrochloride"
    assert said["Quantity"] == "100 mL"
    assert said["Doses"] == "4.5 mg"
    assert said["Dosage form"] == "oral solution"
    # Ground tablets leave their excipients suspended.
    assert facts(reviewed(tablets))["Dosage form"] == "oral suspension: shake before each dose"


def test_nothing_is_said_of_capsules(solution):
    text = as_text(worksheet(solution))
    assert "capsule" not in text.lower()
    assert "shell" not in text.lower()
    assert "What each preparation holds".upper() in text


def test_each_volume_is_said_once_with_boxes(solution):
    # 100 mg ÷ 0.990025 = 101 mg is below the 120 mg that can be weighed: a stock solution.
    pairs = zip(solution.plan.steps, steps(solution).items, strict=True)
    measured = [(s, item) for s, item in pairs if isinstance(s, MeasureOut | BringTo)]
    assert [item.text.split()[0] for _, item in measured] == ["Bring", "Measure", "Bring"]
    for step, item in measured:
        amount = write(step.volume)
        assert f" {amount} " in item.text
        assert [box.label for box in item.boxes][1:] == ["first check", "second check"]
        assert item.boxes[0].unit == "mL"


def test_bringing_to_is_not_adding(solution):
    last = [item for item in steps(solution).items if item.text.startswith("Bring")][-1]
    assert last.text.startswith("Bring the mixing mortar to 100 mL in all with purified water")
    assert "rinse what it was in" in last.lines[0]
    assert "Fill up to the mark, however much that takes" in last.lines[1]


def test_it_is_packed_in_its_bottles(solution):
    package = steps(solution).items[-1]
    assert package.text.startswith("Package all that is in the mixing mortar into 1 bottle of ")
    assert package.boxes[0].unit == "mL"
