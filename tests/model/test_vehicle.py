"""A vehicle of the house's own."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.liquid_steps import MeasureOut
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.model.vehicle import Part, Vehicle
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, Volume
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review
from ldn_compound.sources.powder import AsIs, Powder

PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
OURS: dict[str, Any] = {
    "name": "our vehicle",
    "water": True,
    "preserved": "yes",
    "contains": ["benzoate"],
    "ad": "purified water",
    "parts": [
        {"name": "sodium benzoate", "amount": "100 mg"},
        {"name": "glycerol", "amount": "20 mL"},
    ],
    "cites": ["house record 2026-11"],
}


def made(vehicle: Any, **order: Any) -> Plan:
    liquid = OralLiquid(concentration="1 mg/mL", volume="150 mL", vehicle=vehicle, doses=["1.5 mg"])
    return plan(Order(drug="naltrexone", form=liquid, **order), PURE, on=date(2026, 12, 1))


def test_it_is_put_in_part_by_part() -> None:
    # 150 mL: 100 mg × 1.5 = 150 mg, 20 mL × 1.5 = 30 mL
    one = made(Vehicle.model_validate(OURS))
    weighed = {step.what: step.amount for step in one.steps if isinstance(step, Weigh)}
    measured = {step.what: step.volume for step in one.steps if isinstance(step, MeasureOut)}
    assert weighed["sodium benzoate"] == Mass.of("150 mg")
    assert measured["glycerol"] == Volume.of("30 mL")


def test_the_plan_has_all_of_it() -> None:
    one = made(Vehicle.model_validate(OURS))
    again = Plan.model_validate_json(one.model_dump_json())
    assert again == one
    assert again.bottled is not None
    assert again.bottled.entry.parts[0].amount == Mass.of("100 mg")
    assert again.model_dump_json() == one.model_dump_json()
    assert check(again).findings == check(one).findings


def test_a_policy_may_name_it() -> None:
    policy = Policy(vehicle=Vehicle.model_validate(OURS))
    assert Policy.model_validate_json(policy.model_dump_json()) == policy


@pytest.mark.parametrize(
    ("avoid", "found"),
    [
        ("benzoate", True),  # stated
        ("glycerol", True),  # a part
        ("parabens", False),
    ],
)
def test_what_a_patient_avoids_is_looked_for_in_it(avoid: str, found: bool) -> None:
    codes = {one.code for one in check(made(OURS, avoid=(avoid,))).findings}
    assert ("EXC603" in codes) is found


def test_what_a_part_contains_is_in_it() -> None:
    """Cellactose 80 is lactose and cellulose."""
    parts = [{"name": "Cellactose 80", "amount": "1 g"}]
    codes = {one.code for one in check(made({**OURS, "parts": parts}, avoid=("lactose",))).findings}
    assert "EXC603" in codes


BOUGHT: dict[str, Any] = {"name": "our syrup", "water": True, "preserved": "yes"}


@pytest.mark.parametrize(
    ("vehicle", "unread"),
    [
        (BOUGHT, ["our syrup: not all of its ingredients were read"]),
        ({**BOUGHT, "contains": ["sucrose"]}, ["our syrup: not all of its ingredients were read"]),
        ({**BOUGHT, "ingredients": ["sucrose", "purified water", "methylparaben"]}, []),
        (
            {**BOUGHT, "ingredients": ["sucrose", "cherry flavour"]},
            ["our syrup: 'cherry flavour' is not in the catalogue"],
        ),
        (OURS, []),  # made in house of its parts
    ],
)
def test_nobody_s_list_is_taken_for_whole(vehicle: dict[str, Any], unread: list[str]) -> None:
    found = check(made(vehicle, avoid=("lactose",))).findings
    assert [one.observed for one in found if one.code == "EXC605"] == unread


def test_what_the_label_of_a_ready_made_one_lists_is_looked_through() -> None:
    vehicle = {**BOUGHT, "ingredients": ["sucrose", "methylparaben"]}
    review = check(made(vehicle, avoid=("parabens",)))
    assert "EXC603" in {one.code for one in review.findings}
    assert Review.model_validate_json(review.model_dump_json()) == review


def test_a_suspension_where_it_holds_no_water() -> None:
    oil = {"name": "our oil", "water": False, "preserved": "no"}
    bottled = made(oil).bottled
    assert bottled is not None
    assert bottled.suspension  # naltrexone dissolves in water


@pytest.mark.parametrize(
    ("otherwise", "said"),
    [
        ({"name": "Ora-Plus"}, "'Ora-Plus' is a vehicle of the catalogue"),
        ({"name": "fawcett VEHICLE"}, "is a vehicle of the catalogue"),  # a synonym of one
        ({"name": "syrup"}, "is a vehicle of the catalogue"),  # of several
        ({"name": "our  vehicle"}, "stray spaces"),
        ({"name": "our véhicule"}, "is not plain"),
        ({"name": " "}, "write its name"),
        ({"ad": ""}, "parts go with ad"),
        ({"parts": []}, "parts go with ad"),
        ({"parts": [OURS["parts"][0], OURS["parts"][0]]}, "stated twice"),
        ({"parts": [{"name": "sucrose", "amount": "0 g"}]}, "above zero"),
        ({"parts": [{"name": "sucrose", "amount": "80"}]}, "80"),
        ({"parts": [{"name": "sucrose", "amount": "80 mg/mL"}]}, "80 mg/mL"),
        ({"ingredients": ["sodium benzoate", "glycerol"]}, "so leave them out"),
        ({"preserved": "perhaps"}, "preserved"),
        ({"water": None}, "water"),
        ({"wather": True}, "wather"),
    ],
)
def test_what_is_no_vehicle(otherwise: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Vehicle.model_validate(OURS | otherwise)


@pytest.mark.parametrize(
    ("otherwise", "named"),
    [
        ({}, "purified water"),  # what it is brought to volume with
        ({"ad": "Water, Purified"}, "Water, Purified"),  # by its synonym
        ({"ad": "water"}, "water"),
        ({"ad": "our oil", "parts": [{"name": "simple syrup", "amount": "5 mL"}]}, "simple syrup"),
        ({"ad": "", "parts": [], "ingredients": ["sucrose", "Syrup NF"]}, "Syrup NF"),
    ],
)
def test_water_in_it_and_said_to_be_none(otherwise: dict[str, Any], named: str) -> None:
    with pytest.raises(ValidationError, match=f"{named!r} is in it, which is aqueous; .*true"):
        Vehicle.model_validate({**OURS, "water": False} | otherwise)
    assert Vehicle.model_validate(OURS | otherwise).water


def test_an_oil_made_in_house_holds_no_water() -> None:
    parts = [{"name": "beeswax", "amount": "1 g"}]
    oil = {**OURS, "water": False, "ad": "medium-chain triglycerides", "parts": parts}
    assert not Vehicle.model_validate(oil).water
    read = {
        "name": "an oil",
        "water": False,
        "preserved": "no",
        "ingredients": ["huile d'amande é"],
    }
    assert not Vehicle.model_validate(read).water


def test_a_part_is_a_mass_or_a_volume() -> None:
    assert Part(name="glycerol", amount=Volume.of("20 mL")).amount == Volume.of("20 mL")
    assert Part.model_validate({"name": "sucrose", "amount": "80 g"}).amount == Mass.of("80 g")
