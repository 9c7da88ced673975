"""Stock solutions, by hand: 200 mg in 20 mL, of which 5 mL hold 50 mg."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.measure import Measure
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Volume
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
CLASS_III = Bench(balance=Balance(readability="1 mg", sensitivity="6 mg", capacity="120 g"))
FLASK = Measure(kind="cylinder", capacity="25 mL", graduation="0.2 mL")


def solution(of: Any = PURE, powder: str = "200 mg") -> StockSolution:
    return StockSolution(
        of=of, powder=powder, volume="20 mL", solvent="purified water", measure=FLASK
    )


def test_its_concentration_is_what_the_powder_carries_in_the_volume() -> None:
    # 200 ÷ 20 = 10 mg/mL; of 91 % 9.1 mg/mL, and promised are 10
    assert solution().stock().concentration.base == 10
    weak = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="91 %"))
    stock = solution(weak).stock()
    assert (stock.concentration.base, stock.nominal.base) == (Fraction("9.1"), 10)
    assert stock.held == Volume.of("20 mL")


def test_an_assay_above_the_whole_is_capped_in_it() -> None:
    strong = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="102 %"))
    stock = solution(strong).stock()
    assert stock.concentration.base == Fraction("10.2")
    assert stock.concentration_if_capped is not None
    assert stock.concentration_if_capped.base == 10


def test_it_is_brought_to_no_more_than_its_measure_holds() -> None:
    def brought_to(volume: str) -> StockSolution:
        return StockSolution(
            of=PURE, powder="200 mg", volume=volume, solvent="purified water", measure=FLASK
        )

    assert brought_to("25 mL").stock().concentration.base == 8  # 200 ÷ 25
    with pytest.raises(ValidationError, match=r"25\.2 mL in a 25 mL cylinder; write as measure"):
        brought_to("25.2 mL")


def test_it_is_weighed_and_brought_to_volume() -> None:
    ready = solution().prepare(Volume.of("5 mL"), bench=Bench(), policy=Policy.usp())
    weigh, bring, mix = ready.steps
    assert isinstance(weigh, Weigh)
    assert isinstance(bring, BringTo)
    assert (weigh.amount.base, weigh.into, weigh.carries_active) == (200, "stock solution", True)
    assert (bring.volume.base, bring.vessel, bring.error.base) == (
        20,
        "stock solution",
        Fraction("0.1"),
    )
    assert mix.verb == "mix"
    assert (ready.vessel, ready.available) == ("stock solution", Volume.of("20 mL"))


def test_a_liquid_from_a_solution_that_is_stated() -> None:
    # 100 mL of 1 mg/mL: 400 ÷ 20 = 20 mg/mL, 100 ÷ 20 = 5 mL of it; 15 mL and 300 mg are left.
    # 6/400, 0.1/20, 0.1/5 and 0.5/100: 1.015 × 1.005 × 1.02 × 1.005 = 1.0457
    form = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="purified water")
    source = solution(powder="400 mg")
    made = plan(Order(drug="naltrexone", form=form), source, on=date(2026, 12, 1))
    (measure,) = (step for step in made.steps if isinstance(step, MeasureOut))
    assert measure.volume.base == 5
    outcome = carry_out(made)
    assert outcome.runs[0].active.base == 100
    worst = Fraction("1.015") * Fraction("1.005") * Fraction("1.02") * Fraction("1.005")
    assert outcome.runs[0].weighing_error.base == worst - 1
    (left,) = outcome.left_over
    assert [(one.name, one.mass.base) for one in left.constituents if not one.mass.is_zero] == [
        ("naltrexone hydrochloride", 300)
    ]


def test_one_too_uncertain_is_refused_with_the_balance_that_would_do() -> None:
    # 200 mg in 20 mL, 5 mL of it in 50 mL: 6/200 alone is 3 %, 0.1/5 2 %, 0.5/50 1 %
    form = OralLiquid(concentration="1 mg/mL", volume="50 mL", vehicle="purified water")
    with pytest.raises(PlanError, match="and a capacity of 200 mg or more"):
        plan(Order(drug="naltrexone", form=form), solution(), on=date(2026, 12, 1))


def test_ground_tablets_in_it_stay_suspended() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    assert solution(tablets, "709.2 mg").stock().leaves_suspended
    # 709.2 mg are 4 tablets of 177.3 mg: 200 mg in 20 mL
    assert solution(tablets, "709.2 mg").stock().concentration.base == 10
    assert not solution().stock().leaves_suspended


def test_it_fills_no_capsules() -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="0.5 mg", quantity=100))
    with pytest.raises(PlanError, match="stock solution is a liquid"):
        plan(order, solution(), on=date(2026, 12, 1))


def test_it_is_made_of_a_powder() -> None:
    with pytest.raises(PlanError, match="is a liquid; a powder is to be weighed"):
        solution(solution()).stock()


def test_it_reads_back_from_json_with_what_it_is_of() -> None:
    one = solution()
    assert StockSolution.model_validate_json(one.model_dump_json()) == one


def test_none_is_chosen_of_the_base_which_water_does_not_dissolve() -> None:
    # 50 mg are below a class III balance's 120 mg; 110 % as hydrochloride is the base, all but pure
    form = OralLiquid(concentration="1 mg/mL", volume="50 mL", vehicle="purified water")

    def taken_from(substance: str, assay: str) -> Any:
        powder = Powder(
            substance=substance,
            certificate=AsIs(assay=assay),
            assay_as="naltrexone hydrochloride",
        )
        order = Order(drug="naltrexone", form=form)
        return plan(order, powder, on=date(2026, 12, 1), bench=CLASS_III).taken_from

    assert isinstance(taken_from("naltrexone hydrochloride", "100 %"), StockSolution)
    assert isinstance(taken_from("naltrexone hydrochloride dihydrate", "91 %"), StockSolution)
    assert isinstance(taken_from("naltrexone", "110 %"), Trituration)
