"""A calibrated fill: part of the diluent first, the rest to top the shells up."""

from datetime import date

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Calibrated
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Encapsulate, Inspect, TopUp, Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.origins import Given
from ldn_compound.sources.powder import AsIs, Powder

PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))


def made(first: str) -> Plan:
    capsules = Capsules(strength="4.5 mg", quantity=100, shell="3", fill=Calibrated())
    order = Order(drug="naltrexone", form=capsules)
    return plan(order, PURE, on=date(2026, 12, 1), policy=Policy(first_diluent=first))


@pytest.mark.parametrize(("first", "weighed"), [("75 %", "10013 mg"), ("50 %", "6675 mg")])
def test_the_part_that_goes_in_first_is_the_house_s(first: str, weighed: str) -> None:
    # 0.3 mL × 0.46 g/mL = 138 mg; less 4.5 mg, 133.5 mg × 100 = 13350 mg; 75 %: 10012.5 mg
    steps = made(first).steps
    (diluent,) = (step for step in steps if isinstance(step, Weigh) and step.what == "diluent")
    assert diluent.amount == Mass.of(weighed)
    assert any(isinstance(step, TopUp) for step in steps)


def test_nothing_left_to_top_up_with_is_no_plan() -> None:
    """99.999 % of 13350 mg are 13349.87 mg, weighed as 13350 mg."""
    with pytest.raises(PlanError, match=r"13350 mg of diluent go in first, .* nothing is left"):
        made("99.999 %")


def test_a_number_says_whose_it_is() -> None:
    steps = made("75 %").steps
    said = {
        step.verb: step.units.origin.by
        for step in steps
        if isinstance(step, Encapsulate | Inspect) and isinstance(step.units.origin, Given)
    }
    assert said == {
        "encapsulate": "the capsule machine's runs",
        "inspect": "the capsules weighed together",
    }
