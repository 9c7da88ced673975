"""60 capsules of 0.05 mg on a class III balance, triturated twice, worked by hand.

The powder carries 0.995 × (1 − 0.085) = 0.910425 mg in each mg. 60 × 0.05 = 3 mg of drug are
3 ÷ 0.910425 = 3.29516 mg of powder; the balance weighs 120 mg at least, 6 mg being 5 % of that.

One stage, tenfold at most: 32.95 mg, still too little. Two, each tenfold: 329.516 mg, 330 mg on
the balance, of a mixture with 1 mg of powder in 100 mg.

  stage 1   236 mg of powder and 9 × 236 = 2124 mg of diluent: 2360 mg
  stage 2  2341 mg of that and 9 × 2341 = 21069 mg of diluent: 23410 mg
  capsules  330 mg of that: 3.3 mg of powder, 3.3 × 0.910425 = 3.0044025 mg of drug,
            0.050073375 mg in each, 100.14675 %
  diluent  60 × 0.30 mL × 0.46 g/mL = 8280 mg fill the shells; 8280 − 330 = 7950 mg

Each weighing may be 6 mg off: (1 + 6/236) (1 + 6/2124) (1 + 6/2341) (1 + 6/21069) (1 + 6/330)
= 1.0254237 × 1.0028249 × 1.0025630 × 1.0002848 × 1.0181818 = 1.0499996, within 5 %.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import prod

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.rules.check import check
from ldn_compound.sources.powder import Anhydrous, Powder
from ldn_compound.verify.outcome import carry_out

CLASS_III = Balance(readability="1 mg", sensitivity="6 mg", capacity="120 g")
DECIDING = (236, 2124, 2341, 21069, 330)


@pytest.fixture(scope="module")
def planned() -> Plan:
    powder = Powder(
        substance="naltrexone hydrochloride",
        certificate=Anhydrous(assay="99.5 %", water="8.5 %"),
    )
    order = Order(drug="naltrexone", form=Capsules(strength="0.05 mg", quantity=60, shell="3"))
    return plan(order, powder, on=date(2026, 12, 1), bench=Bench(balance=CLASS_III))


def worst(masses: tuple[int, ...]) -> Fraction:
    return prod((1 + Fraction(6, mass) for mass in masses), start=Fraction(1))


def test_the_weighings_are_those_of_the_hand_sum(planned: Plan) -> None:
    said = [(step.what, step.amount.base) for step in planned.steps if isinstance(step, Weigh)]
    assert said == [
        ("naltrexone hydrochloride powder", 236),
        ("diluent for trituration 1", 2124),
        ("trituration 1", 2341),
        ("diluent for trituration 2", 21069),
        ("trituration 2", 330),
        ("diluent", 7950),
    ]


def test_each_capsule_holds_what_the_hand_sum_says(planned: Plan) -> None:
    (run,) = carry_out(planned).runs
    assert run.active.base == Fraction("0.050073375")
    assert run.part.base == Fraction("1.0014675")


def test_the_worst_case_is_compounded_over_all_five_weighings(planned: Plan) -> None:
    (run,) = carry_out(planned).runs
    assert run.weighing_error.base == worst(DECIDING) - 1
    assert round(run.weighing_error.base, 7) == Fraction("0.0499996")
    # Down: (1 − 6/236) (1 − 6/2124) (1 − 6/2341) (1 − 6/21069) (1 − 6/330) of 100.14675 %
    lowest = prod((1 - Fraction(6, mass) for mass in DECIDING), start=Fraction("1.0014675"))
    assert run.lowest.base == lowest
    assert run.highest.base == Fraction("1.0014675") * worst(DECIDING)


def test_a_milligram_less_of_the_drug_would_be_too_uncertain() -> None:
    # 235 mg make 2350 mg; even with all of that diluted, the capsules are 5.01 % off at worst.
    assert worst((235, 9 * 235, 2350, 9 * 2350, 330)) > Fraction("1.05") >= worst(DECIDING)


def test_a_milligram_less_of_the_first_trituration_would_be_too_uncertain() -> None:
    assert worst((236, 2124, 2340, 9 * 2340, 330)) > Fraction("1.05")


def test_what_is_thrown_away_is_left_in_the_mortars(planned: Plan) -> None:
    left = {
        one.vessel: sum(part.mass.base for part in one.constituents)
        for one in carry_out(planned).left_over
    }
    # 2360 − 2341 = 19 mg and 23410 − 330 = 23080 mg
    assert left == {"trituration mortar 1": 19, "trituration mortar 2": 23080}


def test_no_rule_finds_a_weighing_too_small_or_too_uncertain(planned: Plan) -> None:
    found = {one.code for one in check(planned).findings}
    assert not found & {"WGH301", "WGH302", "WGH303", "WGH304", "OUT801", "OUT802", "OUT803"}
