"""Records told apart by a tag: which they are, how they are described, and which are imported."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from ldn_compound import (
    AsIs,
    Bottled,
    Calibrated,
    Capsules,
    Estimated,
    Liquid,
    Measure,
    Measured,
    OralLiquid,
    Order,
    Packed,
    Plan,
    Powder,
    StockSolution,
    Tablets,
    plan,
)
from ldn_compound.forms.fills import Fill
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.plan import Made
from ldn_compound.model.steps import Step
from ldn_compound.model.top_up import TopUp
from ldn_compound.model.when_stated import OneOf

DAY = date(2026, 12, 1)
TABLETS = Tablets(strength="50 mg", weighed=20, together="3546 mg")
EACH = {"Step": Step, "Fill": Fill, "Made": Made}


def one_of(annotation: Any) -> OneOf:
    found = get_args(annotation)[1]
    assert isinstance(found, OneOf)
    return found


@pytest.fixture
def liquid() -> Plan:
    """100 mL of 2 mg/mL: 10 mL of a solution of 400 mg in 20 mL, brought to volume."""
    form = OralLiquid(concentration="2 mg/mL", volume="100 mL", vehicle="Ora-Sweet")
    powder = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
    cylinder = Measure(kind="cylinder", capacity="25 mL", graduation="0.2 mL")
    solution = StockSolution(
        of=powder, powder="400 mg", volume="20 mL", solvent="purified water", measure=cylinder
    )
    return plan(Order(drug="naltrexone", form=form), solution, on=DAY)


@pytest.mark.parametrize("name", EACH)
def test_each_record_has_the_tag_that_it_is_found_by(name: str) -> None:
    told_apart = one_of(EACH[name])
    for tag, record in zip(told_apart.tags, told_apart.records, strict=True):
        assert record.model_fields[told_apart.by].default == tag


@pytest.mark.parametrize("name", EACH)
def test_the_schema_names_every_record_once_by_its_tag(name: str) -> None:
    class Holder(BaseModel):
        held: EACH[name]  # type: ignore[valid-type]
        another: EACH[name]  # type: ignore[valid-type]

    schema = Holder.model_json_schema()
    told_apart = one_of(EACH[name])
    refs = {
        tag: f"#/$defs/{record.__name__}"
        for tag, record in zip(told_apart.tags, told_apart.records, strict=True)
    }
    for field in ("held", "another"):
        described = schema["properties"][field]
        assert described["discriminator"] == {"mapping": refs, "propertyName": told_apart.by}
        assert [one["$ref"] for one in described["oneOf"]] == list(refs.values())
    assert refs.keys() == {
        schema["$defs"][ref.rpartition("/")[2]]["properties"][told_apart.by]["const"]
        for ref in refs.values()
    }


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ({"kind": "estimated", "density": "0.4 g/mL"}, Estimated),
        ({"kind": "calibrated"}, Calibrated),
        ({"kind": "measured", "diluent": {"shells": 10, "together": "1702 mg"}}, Measured),
        (Measured(diluent=Packed(shells=10, together="1702 mg")), Measured),
        (Calibrated(), Calibrated),
    ],
)
def test_a_table_or_a_record_is_read_as_what_its_tag_says(stated: Any, kind: type[Any]) -> None:
    form = Capsules(strength="4.5 mg", quantity=90, shell="2", fill=stated)
    assert type(form.fill) is kind
    again = Capsules.model_validate_json(form.model_dump_json())
    assert again == form
    assert type(again.fill) is kind


def test_a_wrong_tag_and_a_wrong_field_of_a_record_are_refused_in_their_place() -> None:
    with pytest.raises(ValidationError) as refused:
        Capsules(strength="4.5 mg", quantity=90, fill={"kind": "tight"})
    assert refused.value.errors()[0]["loc"] == ("fill",)
    assert "'measured', 'calibrated', 'estimated'" in str(refused.value)
    with pytest.raises(ValidationError) as refused:
        Capsules(
            strength="4.5 mg", quantity=90, fill={"kind": "measured", "diluent": {"shells": 0}}
        )
    places = {error["loc"] for error in refused.value.errors()}
    assert places == {
        ("fill", "measured", "diluent", "shells"),
        ("fill", "measured", "diluent", "together"),
    }


def test_a_liquid_s_plan_comes_back_with_the_same_records(liquid: Plan) -> None:
    again = Plan.model_validate_json(liquid.model_dump_json())
    assert again == liquid
    assert [type(step) for step in again.steps] == [type(step) for step in liquid.steps]
    assert {MeasureOut, BringTo} <= {type(step) for step in again.steps}
    assert (type(again.made), type(again.stock)) == (Bottled, Liquid)


def test_a_calibrated_fill_comes_back_with_its_topping_up() -> None:
    form = Capsules(strength="4.5 mg", quantity=90, shell="2", fill=Calibrated())
    made = plan(Order(drug="naltrexone", form=form), TABLETS, on=DAY)
    again = Plan.model_validate_json(made.model_dump_json())
    assert again == made
    assert TopUp in {type(step) for step in again.steps}


@pytest.mark.parametrize("left_out", ["exclude_none", "exclude_defaults", "exclude_unset"])
def test_what_a_caller_leaves_out_is_left_out_of_them_too(liquid: Plan, left_out: str) -> None:
    options: Any = {left_out: True}
    told = json.loads(liquid.made.model_dump_json(**options))
    assert json.loads(liquid.model_dump_json(**options))["made"].keys() == told.keys()


def test_capsules_from_tablets_import_nothing_of_liquids() -> None:
    code = """
import sys
from datetime import date
import ldn_compound as ldn
form = ldn.Capsules(strength="4.5 mg", quantity=90, shell="2")
tablets = ldn.Tablets(strength="50 mg", weighed=20, together="3546 mg")
order = ldn.Order(drug="naltrexone", form=form)
ldn.worksheet(ldn.check(ldn.plan(order, tablets, on=date(2026, 12, 1))))
later = ("liquid", "liquid_steps", "top_up", "bottled", "house_fills")
print([name for name in sys.modules if name.startswith("ldn_") and name.endswith(later)])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_fault_of_a_stock_is_told_under_the_name_of_each_record_it_may_be(liquid: Plan) -> None:
    stored = json.loads(liquid.model_dump_json())
    del stored["stock"]["rests_on"]
    with pytest.raises(ValidationError) as refused:
        Plan.model_validate(stored)
    places = {".".join(map(str, error["loc"])) for error in refused.value.errors()}
    assert {"stock.Solid.potency", "stock.Liquid.rests_on"} <= places
    assert "stock.Liquid.concentration" not in places
