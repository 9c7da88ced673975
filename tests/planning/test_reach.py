"""What is within a balance's reach directly, once and twice diluted, and what a house allows."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.draft import Asked, TooSmall
from ldn_compound.planning.plan import plan
from ldn_compound.planning.reach import reaches, ways
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)
BENCH = Bench(balance=Balance(readability="1 mg", sensitivity="6 mg", capacity="120 g"))
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))


def capsules(strength: str, quantity: int, **more: Any) -> Order:
    form = Capsules(strength=strength, quantity=quantity, shell="3", **more)
    return Order(drug="naltrexone", form=form)


def liquid(volume: str) -> Order:
    form = OralLiquid(concentration="1 mg/mL", volume=volume, vehicle="purified water")
    return Order(drug="naltrexone", form=form)


def planned(order: Order, source: Any = PURE, **policy: Any) -> Plan:
    return plan(order, source, on=ON, bench=BENCH, policy=Policy(**policy))


def stages(made: Plan) -> int:
    return getattr(made.taken_from, "stage", 0)


@pytest.mark.parametrize(
    ("strength", "quantity", "expected"),
    [
        ("4 mg", 30, 0),  # 120 mg, the minimum, 5 % off at most
        ("4 mg", 29, 1),  # 116 mg
        ("0.5 mg", 30, 1),  # 15 mg; tenfold, 150 mg
        ("0.4 mg", 30, 2),  # 12 mg; tenfold, 120 mg, 5 % off, and nothing left for the dilution
        ("0.05 mg", 60, 2),  # 3 mg; a hundredfold, 300 mg
    ],
)
def test_no_more_stages_than_needed(strength: str, quantity: int, expected: int) -> None:
    made = planned(capsules(strength, quantity))
    assert stages(made) == expected
    assert reaches(made)
    (run,) = carry_out(made).runs
    assert run.weighing_error.base <= Fraction(5, 100)


def test_it_weighs_more_before_it_adds_a_stage() -> None:
    # 15 mg tenfold is 150 mg, 4 % off; (1 + 6/m)(1 + 6/9m) ≤ 1.05/1.04 = 1.009615: m is 695 or so
    made = planned(capsules("0.5 mg", 30))
    assert isinstance(made.taken_from, Trituration)
    mass = made.taken_from.powder.base
    assert made.taken_from.diluent.base == 9 * mass

    def worst(first: Fraction) -> Fraction:
        return (1 + 6 / first) * (1 + 6 / (9 * first)) * (1 + Fraction(6, 150))

    assert worst(mass) <= Fraction("1.05") < worst(mass - 1)


def test_the_diluent_of_a_trituration_counts_toward_the_capsules() -> None:
    # 30 × 138 mg = 4140 mg of fill, 150 mg of which are trituration: 3990 mg of diluent
    made = planned(capsules("0.5 mg", 30))
    weighed = [step for step in made.steps if isinstance(step, Weigh)]
    assert [step.amount.base for step in weighed][-2:] == [150, 3990]
    assert carry_out(made).runs[0].net_fill.base == 138


def test_a_dense_powder_does_not_make_its_trituration_dense() -> None:
    # The trituration packs as its diluent, 138 mg in a shell, whatever the drug does.
    heavy = PURE.model_copy(update={"tapped": None})
    dense = Powder(
        substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"), tapped="1 g/mL"
    )
    small = capsules("0.3 mg", 10)
    assert planned(small, dense).steps == planned(small, heavy).steps


def test_a_house_that_dilutes_nothing_gets_the_plan_as_it_comes() -> None:
    made = planned(capsules("0.5 mg", 30), most_stages=0)
    assert made.taken.base == 15
    assert not reaches(made)


def test_less_than_half_a_mark_without_dilution_is_refused_with_what_helps() -> None:
    with pytest.raises(TooSmall, match="allow a dilution"):
        planned(capsules("0.1 mg", 1), most_stages=0)


def test_a_house_that_dilutes_once_does_not_dilute_twice() -> None:
    with pytest.raises(PlanError, match="no way within 1 dilutions"):
        planned(capsules("0.05 mg", 60), most_stages=1)


def test_a_smaller_largest_fold_is_kept_to() -> None:
    made = planned(capsules("0.5 mg", 30), largest_fold=5)
    # 15 mg × 5 = 75 mg is too little, 15 × 5 × 5 = 375 mg is not
    source = made.taken_from
    assert stages(made) == 2
    while isinstance(source, Trituration):
        assert (source.powder.base + source.diluent.base) / source.powder.base <= 5
        source = source.of


def test_a_liquid_is_made_through_a_stock_solution_before_a_trituration() -> None:
    # 50 mg, too little to weigh
    made = planned(liquid("50 mL"))
    assert isinstance(made.taken_from, StockSolution)
    order = liquid("50 mL")
    every = ways(Asked(order, PURE, BENCH, Policy.usp(), ON, order.form))
    kinds = [type(one.taken_from) for one in islice(every, 20)]
    assert kinds == sorted(kinds, key=lambda kind: kind is Trituration)
    assert Trituration in kinds
    # The solutions: least weighed out first.
    masses = [one.taken_from.powder.base for one in islice(ways(
        Asked(order, PURE, BENCH, Policy.usp(), ON, order.form)), 5)]  # fmt: skip
    assert masses == sorted(masses)


def test_every_way_is_within_reach() -> None:
    order = capsules("0.5 mg", 30)
    found = list(islice(ways(Asked(order, PURE, BENCH, Policy.usp(), ON, order.form)), 6))
    assert len(found) == 6
    assert all(reaches(one) for one in found)
    assert [stages(one) for one in found] == sorted(stages(one) for one in found)


def test_an_order_that_cannot_be_planned_says_why_and_not_that_the_balance_is_coarse() -> None:
    # A size 4 shell of 0.21 mL holds 96.6 mg of powder of 0.46 g/mL; 200 mg do not go in.
    order = Order(drug="naltrexone", form=Capsules(strength="200 mg", quantity=10, shell="4"))
    with pytest.raises(PlanError, match="shell 4 holds"):
        planned(order)
