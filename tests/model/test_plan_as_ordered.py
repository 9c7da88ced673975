"""A stored plan whose label says another thing than its order or its steps is not read."""

import json
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.planning.plan import plan
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)


def tablets(**otherwise: Any) -> Tablets:
    return Tablets(strength="50 mg", weighed=20, together="3546 mg", **otherwise)


def liquid(volume: str = "150 mL", **otherwise: Any) -> Plan:
    form = OralLiquid(concentration="1 mg/mL", volume=volume, vehicle="Ora-Plus")
    return plan(Order(drug="naltrexone", form=form), tablets(**otherwise), on=ON)


def capsules() -> Plan:
    form = Capsules(strength="4.5 mg", quantity=90, shell="2")
    return plan(Order(drug="naltrexone", form=form), tablets(), on=ON)


@pytest.mark.parametrize(
    ("made", "changed", "said"),
    [
        # 1.5 mg are 1.5 mL of 1 mg/mL; by a label of 0.1 mg/mL they would be 15 mL
        (
            liquid,
            {"made": {"concentration": "0.1 mg/mL"}},
            "made, concentration: 0.1 mg/mL, yet 1 mg/mL by what it rests on; plan anew",
        ),
        (
            liquid,
            {"made": {"volume": "1500 mL"}},
            "made, volume: 1500 mL, yet 150 mL by what it rests on; plan anew",
        ),
        (
            liquid,
            {"order": {"form": {"concentration": "5 mg/mL"}}},
            "made, concentration: 1 mg/mL, yet 5 mg/mL by what it rests on; plan anew",
        ),
        (
            capsules,
            {"strength": "45 mg/unit"},
            "strength: 45 mg/unit, yet 4.5 mg/unit by what it rests on; plan anew",
        ),
    ],
)
def test_a_label_that_was_changed(made: Any, changed: dict[str, Any], said: str) -> None:
    document = json.loads(made().model_dump_json())
    _change(document, changed)
    with pytest.raises(ValidationError) as refused:
        Plan.model_validate_json(json.dumps(document))
    assert said in str(refused.value)


def test_half_tablets_make_more_than_was_ordered_and_it_reads_back() -> None:
    # 140 mg are five halves of 25 mg and more; six hold 150 mg, in 150 mL
    made = liquid("140 mL", use="half")
    assert made.bottled is not None
    assert str(made.bottled.volume) == "150 mL"
    assert Plan.model_validate_json(made.model_dump_json()) == made


def _change(document: dict[str, Any], changed: dict[str, Any]) -> None:
    for name, value in changed.items():
        if isinstance(value, dict):
            _change(document[name], value)
        else:
            document[name] = value
