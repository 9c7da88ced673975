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
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.plan import plan
from ldn_compound.planning.reach import ways
from ldn_compound.planning.settled import settled
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.check import check
from ldn_compound.sources.powder import Anhydrous, AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

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


def made_of(powder: str, diluent: str, quantity: int = 100) -> Plan:
    """Capsules of 4.5 mg of a trituration that the house states."""
    pure = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
    return plan(
        Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=quantity, shell="3")),
        Trituration(of=pure, powder=powder, diluent=diluent),
        on=date(2026, 12, 1),
    )


def test_more_of_a_trituration_than_was_made_is_said_before_any_balance() -> None:
    # 100 × 4.5 = 450 mg, tenfold 4500 mg; of 100 mg and 900 mg there are 1000 mg
    with pytest.raises(PlanError) as refused:
        made_of("100 mg", "900 mg")
    assert refused.value.problem == "trituration 1: 4500 mg wanted, and 1000 mg made"
    assert refused.value.remedy == "make at least 4500 mg of it, or make fewer units"
    assert carry_out(made_of("450 mg", "4050 mg")).shortages == ()


def test_enough_of_a_trituration_is_no_shortage() -> None:
    # 20 × 4.5 = 90 mg, tenfold 900 mg of 1000 mg; 100 mg are less than the balance's 120 mg
    with pytest.raises(PlanError, match="no way within 3 dilutions"):
        made_of("100 mg", "900 mg", 20)


def of_a_lot(amount: str | None, balance: dict[str, Any], quantity: int = 5) -> Plan:
    """Capsules of 0.5 mg of so much powder, with one dilution to twice its mass at most."""
    powder = Powder(
        substance="naltrexone hydrochloride",
        certificate=AsIs(assay="100 %"),
        lots=({"number": "A", "amount": amount},),
    )
    return plan(
        Order(drug="naltrexone", form=Capsules(strength="0.5 mg", quantity=quantity, shell="3")),
        powder,
        on=date(2026, 12, 1),
        bench=Bench(balance=Balance(**balance)),
        policy=Policy(most_stages=1, largest_fold=2),
    )


CLASS_III = {"readability": "1 mg", "sensitivity": "6 mg", "capacity": "120 g"}


def test_no_batch_is_named_that_the_powder_does_not_make() -> None:
    # Of 100 mg at most 100 are weighed, fewer than 120; and twofold 6/100 twice is 12 %.
    with pytest.raises(PlanError) as refused:
        of_a_lot("100 mg", CLASS_III)
    assert "make at least" not in refused.value.remedy
    with pytest.raises(PlanError, match="make at least"):
        of_a_lot(None, CLASS_III)


def test_the_balance_that_is_named_weighs_what_there_is() -> None:
    # 5 × 0.5 = 2.5 mg of 5 mg
    with pytest.raises(PlanError) as refused:
        of_a_lot("5 mg", CLASS_III)
    remedy = refused.value.remedy
    balance = {
        "readability": read(remedy, CLASS_III),
        "minimum_weighable": named(remedy, "a minimum weighable of"),
        "capacity": named(remedy, "a capacity of"),
    }
    assert carry_out(of_a_lot("5 mg", balance)).shortages == ()


def test_more_tablets_than_there_are_is_said_before_any_balance() -> None:
    # 100 × 4.5 = 450 mg are 9 tablets; a balance that weighs 30 g at least weighs no diluent
    tablets = Tablets(
        strength="50 mg", weight="177.3 mg", use="whole", lots=({"number": "A", "tablets": 1},)
    )
    capsules = {"strength": "4.5 mg", "quantity": 100, "shell": "3"}
    balance = {"readability": "1 mg", "minimum_weighable": "30 g", "capacity": "120 g"}
    refused = refusal(capsules, balance, tablets)
    assert "9 tablets wanted, and 1 tablet there" in refused.problem
    assert refused.remedy == "have more of it, or state all its lots, or make fewer units"


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


@pytest.mark.parametrize(("overage", "quantity"), [("8 %", 1), ("6 %", 1), ("8 %", 3)])
def test_what_is_named_is_within_the_limits_of_content_too(overage: str, quantity: int) -> None:
    """5 % off is within reach, and with 8 % of overage 113.4 %: another refusal in its place."""
    capsules = {"strength": "0.5 mg", "quantity": quantity, "shell": "3", "overage": overage}
    remedy = refusal(capsules, COARSE).remedy
    step = read(remedy, COARSE)
    told = {
        "readability": step,
        "minimum_weighable": named(remedy, "a minimum weighable of"),
        "capacity": named(remedy, "a capacity of"),
    }
    order = Order(drug="naltrexone", form=Capsules.model_validate(capsules))
    bench = Bench(balance=Balance(**told))
    found = check(plan(order, POWDER, on=date(2026, 12, 1), bench=bench))
    assert "OUT802" not in {finding.code for finding in found.findings}
    if "make at least" in remedy:
        larger = capsules | {"quantity": int(named(remedy, "make at least"))}
        order = Order(drug="naltrexone", form=Capsules.model_validate(larger))
        bench = Bench(balance=Balance(**COARSE))
        found = check(plan(order, POWDER, on=date(2026, 12, 1), bench=bench))
        assert "OUT802" not in {finding.code for finding in found.findings}


def test_where_the_overage_alone_is_beyond_the_limits_a_balance_is_still_named() -> None:
    capsules = {"strength": "0.5 mg", "quantity": 1, "shell": "3", "overage": "12 %"}
    assert "a minimum weighable of" in refusal(capsules, COARSE).remedy
