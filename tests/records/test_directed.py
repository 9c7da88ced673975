"""The directions on the sheet: in capsules or mL where they make the dose, else in mg alone."""

from __future__ import annotations

from datetime import date

import pytest

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.plan import plan
from ldn_compound.records.directed import directed
from ldn_compound.records.directions import read_directions
from ldn_compound.records.sheet import Facts, Heading
from ldn_compound.records.worksheet import worksheet
from ldn_compound.rules.check import check

ON = date(2026, 12, 1)
LADDER = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4 mg", hold="1 day")


def rows(plan) -> dict[str, object]:
    [_, facts] = directed(plan, plan.order.directions)
    assert isinstance(facts, Facts)
    return {row.label: row.value for row in facts.rows}


def test_capsules_are_counted_where_they_make_the_dose(reviewed):
    made = reviewed(strength="1.5 mg", order={"directions": LADDER}).plan
    assert rows(made) == {
        "Days 1 to 14": "Take 1 capsule of 1.5 mg (1.5 mg) by mouth once a day for 14 days",
        "Days 15 to 28": "Take 2 capsules of 1.5 mg (3 mg) by mouth once a day for 14 days",
        "Day 29": "Take 4 mg by mouth once a day for 1 day",  # 4 ÷ 1.5 is no whole number
        "Note": "a step of 1.5 mg up from 3 mg would be 4.5 mg; this one ends at the target, 4 mg",
        "In all": "67 mg in 29 days",  # 14 × 1.5 + 14 × 3 + 4
    }


def test_of_a_kit_the_doses_are_said_in_mg(reviewed):
    order = {"directions": LADDER, "beside": ("0.5 mg", "3 mg")}
    found = rows(reviewed(strength="1.5 mg", order=order).plan)
    assert found["Days 1 to 14"] == "Take 1.5 mg by mouth once a day for 14 days"
    assert found["Other strengths of the kit"] == "capsules of 0.5 mg and 3 mg"


def test_a_liquid_is_said_as_it_is_drawn(powder):
    form = OralLiquid(concentration="1 mg/mL", volume="70 mL", vehicle="purified water")
    order = Order(drug="naltrexone", form=form, directions=LADDER)
    found = rows(plan(order, powder, on=ON))
    assert found["Days 1 to 14"] == (
        "Take 1.5 mL (1.5 mg), measured in the 3 mL oral syringe, by mouth once a day for 14 days"
    )
    assert found["Day 29"] == (
        "Take 4 mL (4 mg), measured in the 5 mL oral syringe, by mouth once a day for 1 day"
    )


def test_a_dose_that_no_syringe_takes_is_said_in_mg(powder):
    form = OralLiquid(concentration="1 mg/mL", volume="70 mL", vehicle="purified water")
    regimen = Regimen.constant("0.001 mg", days="3 days")
    order = Order(drug="naltrexone", form=form, directions=regimen)
    assert rows(plan(order, powder, on=ON))["Days 1 to 3"] == (
        "Take 0.001 mg by mouth once a day for 3 days"
    )


def test_what_is_printed_reads_back_as_the_directions(reviewed):
    regimen = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")
    found = rows(reviewed(strength="1.5 mg", order={"directions": regimen}).plan)
    lines = [str(value) for label, value in found.items() if label.startswith("Day")]
    assert read_directions("\n".join(lines)).regimen == regimen


@pytest.mark.parametrize("stated", [True, False])
def test_a_worksheet_has_directions_where_they_are_stated(reviewed, approve, stated):
    regimen = Regimen.constant("4.5 mg", days="90 days")
    review = reviewed(order={"directions": regimen} if stated else {})
    for sheet in (worksheet(review), worksheet(approve(review))):
        assert (Heading("Directions") in sheet.blocks) is stated


def test_directions_are_printed_where_the_steps_are_withheld(reviewed, tablets):
    old = tablets.model_copy(update={"release": "modified"})
    order = {"directions": Regimen.constant("4.5 mg", days="90 days")}
    review = check(reviewed(source=old, order=order).plan)
    assert review.absolute
    assert Heading("Directions") in worksheet(review).blocks
