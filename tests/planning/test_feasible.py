"""A bench so coarse that nothing works: the refusal names what would, and not a step more does."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.plan import plan
from ldn_compound.planning.reach import ways
from ldn_compound.planning.settled import settled
from ldn_compound.quantity.kinds import Mass
from ldn_compound.sources.powder import Anhydrous, Powder
from ldn_compound.sources.tablets import Tablets

POWDER = Powder(
    substance="naltrexone hydrochloride", certificate=Anhydrous(assay="99.5 %", water="8.5 %")
)
HALF_MILLIGRAM = {"strength": "0.1 mg", "quantity": 1, "shell": "3"}
FIVE = {"strength": "0.5 mg", "quantity": 5, "shell": "3"}
COARSE = {"readability": "1 mg", "sensitivity": "20 mg", "capacity": "20 g"}
COARSER = {"readability": "100 mg", "sensitivity": "100 mg", "capacity": "500 g"}
BETWEEN_MARKS = {"readability": "1 mg", "minimum_weighable": "300.5 mg", "capacity": "20 g"}

EACH = pytest.mark.parametrize(
    ("capsules", "balance"),
    [
        pytest.param(HALF_MILLIGRAM, COARSE, id="one capsule of 0.1 mg"),
        pytest.param(FIVE, COARSER, id="five of 0.5 mg on a kitchen balance"),
        pytest.param(HALF_MILLIGRAM, BETWEEN_MARKS, id="a minimum that is no mark"),
    ],
)


def works(capsules: dict[str, Any], balance: dict[str, Any], source: Any = POWDER) -> bool:
    """Whether there is a plan; `plan` would say so too, and then search for a remedy."""
    order = Order(drug="naltrexone", form=Capsules.model_validate(capsules))
    bench = Bench(balance=Balance(**balance))
    asked = Asked(order, source, bench, Policy.usp(), date(2026, 12, 1), order.form)
    found = next(ways(settled(asked)), None)
    if found is None:
        return False
    assert plan(order, source, on=date(2026, 12, 1), bench=bench).steps == found.steps
    return True


def refusal(capsules: dict[str, Any], balance: dict[str, Any], source: Any = POWDER) -> PlanError:
    order = Order(drug="naltrexone", form=Capsules.model_validate(capsules))
    with pytest.raises(PlanError) as refused:
        plan(order, source, on=date(2026, 12, 1), bench=Bench(balance=Balance(**balance)))
    return refused.value


def named(remedy: str, before: str) -> str:
    """The amount that the remedy names after so many words."""
    found = re.search(re.escape(before) + r" (\d+(?:\.\d+)?(?: (?:mg|g|mL))?)", remedy)
    assert found, remedy
    return found[1]


def read(remedy: str, balance: dict[str, Any]) -> str:
    """What the balance reads that the remedy asks for."""
    readability: str = balance["readability"]
    return named(remedy, "a balance that reads") if "that reads" in remedy else readability


def more(text: str, step: str, times: int = 1) -> str:
    return f"{float(Mass.of(text).base + times * Mass.of(step).base)} mg"


@EACH
def test_the_balance_that_is_named_works_and_one_step_worse_does_not(
    capsules: dict[str, Any], balance: dict[str, Any]
) -> None:
    remedy = refusal(capsules, balance).remedy
    minimum = named(remedy, "a minimum weighable of")
    capacity = named(remedy, "a capacity of")
    step = read(remedy, balance)
    told = {"readability": step, "minimum_weighable": minimum, "capacity": capacity}
    assert works(capsules, told)
    assert not works(capsules, told | {"minimum_weighable": more(minimum, step)})
    assert not works(capsules, told | {"capacity": more(capacity, step, -1)})


@EACH
def test_the_batch_that_is_named_works_and_one_capsule_fewer_does_not(
    capsules: dict[str, Any], balance: dict[str, Any]
) -> None:
    quantity = int(named(refusal(capsules, balance).remedy, "make at least"))
    assert quantity > capsules["quantity"]
    assert works(capsules | {"quantity": quantity}, balance)
    assert not works(capsules | {"quantity": quantity - 1}, balance)


def test_the_problem_says_what_was_tried() -> None:
    # 5 % of the smallest weighing are 20 mg: 400 mg
    assert refusal(HALF_MILLIGRAM, COARSE).problem == (
        "no way within 3 dilutions keeps every weighing at 400 mg or more and a unit within 5 %"
    )


def test_an_accepted_error_that_is_not_the_usual_one_is_named_with_the_minimum() -> None:
    # 2000 × 0.41 × 1 mg = 820 mg at 0.1 %
    exact = {"readability": "1 mg", "repeatability": "0.3 mg", "capacity": "2 g"}
    remedy = refusal(HALF_MILLIGRAM, exact).remedy
    minimum = named(remedy, "a minimum weighable of")
    assert f"{minimum} or less (at 0.1 % accepted error)" in remedy
    # half of 1 mg is 0.1 % of 500 mg, and with less than that alone there is a way
    assert "a balance that reads 0.1 mg, with" in remedy
    told = {"readability": "0.1 mg", "accepted_error": "0.1 %"}
    told |= {"capacity": named(remedy, "a capacity of")}
    assert works(HALF_MILLIGRAM, told | {"minimum_weighable": minimum})
    assert not works(HALF_MILLIGRAM, told | {"minimum_weighable": more(minimum, "0.1 mg")})


def test_a_batch_of_whole_tablets_is_counted_anew() -> None:
    # Half a tablet of 50 mg makes 5 capsules of 5 mg in which 5 × 138 − 88.65 = 601 mg of diluent
    # are to be weighed, on a balance that weighs 1000 mg at least; a whole one makes 10, and
    # 10 × 138 − 177.3 = 1203 mg. Between them there is no way but 10.
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="half")
    capsules = {"strength": "5 mg", "quantity": 5, "shell": "3"}
    balance = {"readability": "1 mg", "minimum_weighable": "1 g", "capacity": "120 g"}
    quantity = int(named(refusal(capsules, balance, tablets).remedy, "make at least"))
    assert quantity == 6  # rounded up to the 10 that one tablet fills
    assert works(capsules | {"quantity": 6}, balance, tablets)


def test_a_liquid_is_told_its_least_volume() -> None:
    # 1 mg/mL of a powder of 100 %: directly, V mg ± 6 mg in V mL ± half a mark.
    bench = Bench(balance=Balance(readability="1 mg", sensitivity="6 mg", capacity="120 g"))
    suspended = Tablets(strength="50 mg", weight="50.5 mg", lots=())

    def made(volume: str) -> None:
        form = OralLiquid(concentration="0.05 mg/mL", volume=volume, vehicle="purified water")
        plan(Order(drug="naltrexone", form=form), suspended, on=date(2026, 12, 1), bench=bench)

    with pytest.raises(PlanError) as refused:
        made("3 mL")
    volume = named(refused.value.remedy, "make at least")
    made(volume)
    with pytest.raises(PlanError):
        made(f"{Fraction(volume.removesuffix(' mL')) - 1} mL")
