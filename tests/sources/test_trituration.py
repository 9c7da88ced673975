"""Triturations stated as a source, and of one another, by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from pydantic import ValidationError

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Mix, Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.sources.powder import Anhydrous, AsIs, Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

POWDER = Powder(
    substance="naltrexone hydrochloride",
    certificate=Anhydrous(assay="99.5 %", water="8.5 %"),
    lots=({"number": "P-3", "expiry": "2028-06"},),
)
TENFOLD = Trituration(of=POWDER, powder="510 mg", diluent="4590 mg")
HUNDREDFOLD = Trituration(of=TENFOLD, powder="400 mg", diluent="3600 mg")


def test_its_potency_is_the_powders_in_all_of_it() -> None:
    # 510 of 5100 mg: a tenth of 0.995 × 0.915 = 0.910425
    stock = TENFOLD.stock()
    assert stock.potency.base == Fraction("0.0910425")
    assert stock.nominal.base == Fraction(1, 10)
    assert stock.held == Mass.of("5100 mg")
    assert HUNDREDFOLD.stock().potency.base == Fraction("0.00910425")


def test_it_keeps_the_drug_the_lots_and_what_they_rest_on() -> None:
    stock = HUNDREDFOLD.stock()
    assert stock.active == "naltrexone hydrochloride"
    assert stock.lots == POWDER.lots
    assert stock.rests_on == "by certificate, 99.5 % on the anhydrous basis"
    assert stock.leaves_suspended


def test_an_assay_above_the_whole_is_capped_in_it_as_in_the_powder() -> None:
    strong = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="101 %"))
    capped = Trituration(of=strong, powder="500 mg", diluent="4500 mg").stock()
    assert capped.potency.base == Fraction("0.101")
    assert capped.potency_if_capped is not None
    assert capped.potency_if_capped.base == Fraction("0.1")


def test_each_stage_has_a_mortar_of_its_own() -> None:
    assert (TENFOLD.stage, TENFOLD.vessel) == (1, "trituration mortar 1")
    assert (HUNDREDFOLD.stage, HUNDREDFOLD.vessel) == (2, "trituration mortar 2")


def test_it_is_made_stage_by_stage() -> None:
    ready = HUNDREDFOLD.prepare(Mass.of("200 mg"), bench=Bench(), policy=Policy.usp())
    weighed = [
        (one.amount.base, one.out_of, one.into) for one in ready.steps if one.verb == "weigh"
    ]
    assert weighed == [
        (510, "drug jar", "trituration mortar 1"),
        (4590, "microcrystalline cellulose jar", "diluent boat 1"),
        (400, "trituration mortar 1", "trituration mortar 2"),
        (3600, "microcrystalline cellulose jar", "diluent boat 2"),
    ]
    assert all(one.carries_active for one in ready.steps if isinstance(one, Weigh))
    assert (ready.vessel, ready.available) == ("trituration mortar 2", Mass.of("4000 mg"))


def test_the_diluent_goes_in_by_portions_of_what_the_mortar_holds() -> None:
    (mix,) = (
        one
        for one in TENFOLD.prepare(Mass.of("1 g"), bench=Bench(), policy=Policy.usp()).steps
        if isinstance(one, Mix)
    )
    # 510, then 1020, then 2040 mg as the mortar doubles, about; the last is what remains
    assert mix.added == "diluent boat 1"
    assert [round(one.base, -1) for one in mix.portions[:3]] == [510, 1000, 2000]


def test_capsules_from_a_trituration_that_is_stated() -> None:
    # 100 × 0.5 = 50 mg ÷ 0.0910425 = 549.19 mg, 549 mg on the balance;
    # 549 × 0.0910425 = 49.98233 mg, 0.4998233 mg in each; 5100 − 549 = 4551 mg left
    order = Order(drug="naltrexone", form=Capsules(strength="0.5 mg", quantity=100, shell="3"))
    made = plan(order, TENFOLD, on=date(2026, 12, 1))
    assert made.taken == Mass.of("549 mg")
    outcome = carry_out(made)
    assert outcome.runs[0].active.base == Fraction("49.9823325") / 100
    left = {
        one.vessel: sum(part.mass.base for part in one.constituents) for one in outcome.left_over
    }
    assert left["trituration mortar 1"] == 4551
    assert not outcome.shortages


def test_more_than_there_is_of_it_runs_short() -> None:
    # 100 × 4.9 = 490 mg ÷ 0.0910425 = 5382 mg of 5100 mg
    order = Order(drug="naltrexone", form=Capsules(strength="4.9 mg", quantity=100, shell="0"))
    (short,) = carry_out(plan(order, TENFOLD, on=date(2026, 12, 1))).shortages
    assert (short.wanted.base, short.short.base) == (5382, 282)


def test_it_may_be_of_tablets() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    of_tablets = Trituration(of=tablets, powder="500 mg", diluent="1500 mg")
    # 50 ÷ 177.3 in a quarter of it
    assert of_tablets.stock().potency.base == Fraction(500, 1773) / 4
    ready = of_tablets.prepare(Mass.of("1 g"), bench=Bench(), policy=Policy.usp())
    # 510 mg with 2 % in reserve, 177.3 mg a tablet: 3
    assert ready.tablets is not None
    assert ready.tablets.base == 3


def test_a_liquid_is_not_triturated() -> None:
    shelf = Prepared(
        name="solution",
        number="S",
        made=date(2026, 11, 1),
        beyond_use="2027-01-31",
        concentration="1 mg/mL",
    )
    with pytest.raises(PlanError, match="solution is a liquid; a powder is to be weighed"):
        Trituration(of=shelf, powder="500 mg", diluent="4500 mg").stock()


def test_it_reads_back_from_json_with_what_it_is_of() -> None:
    assert Trituration.model_validate_json(HUNDREDFOLD.model_dump_json()) == HUNDREDFOLD


@pytest.mark.parametrize("name", ["naltrexone", "naltrexone hydrochloride", "talcum", ""])
def test_it_is_diluted_with_an_excipient(name: str) -> None:
    with pytest.raises(ValidationError, match="is no excipient of the catalogue"):
        Trituration(of=POWDER, powder="500 mg", diluent="4500 mg", diluent_name=name)


@pytest.mark.parametrize(
    ("powder", "diluent", "said"),
    [
        ("500.4 mg", "4500 mg", "500.4 mg .* reads 1 mg; write '500 mg'"),
        ("500 mg", "4500.5 mg", "4500.5 mg .* reads 1 mg; write '4501 mg'"),
    ],
)
def test_it_is_weighed_on_the_balance_there_is(powder: str, diluent: str, said: str) -> None:
    stated = Trituration(of=POWDER, powder=powder, diluent=diluent)
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100, shell="1"))
    with pytest.raises(PlanError, match=said):
        plan(order, stated, on=date(2026, 12, 1), bench=Bench.usual())
