"""A trituration or solution from the shelf: its date is a component's."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.liquid import Liquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.stock import Solid
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.check import check
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)


def shelf(**stated: Any) -> Prepared:
    usual = {
        "name": "naltrexone trituration 1:10",
        "number": "T-7",
        "made": date(2026, 10, 1),
        "beyond_use": "2027-03-01",
    }
    return Prepared.model_validate(usual | stated)


def capsules(source: Any) -> Plan:
    form = Capsules(strength="1.5 mg", quantity=100, shell="3")
    return plan(Order(drug="naltrexone", form=form), source, on=ON)


def test_a_powder_of_a_potency() -> None:
    stock = shelf(potency="10 %", mass="50 g").stock()
    assert isinstance(stock, Solid)
    assert (stock.potency.base, stock.nominal.base) == (Fraction(1, 10), Fraction(1, 10))
    assert stock.held == Mass.of("50 g")
    assert stock.rests_on == "by its compounding record"


def test_a_liquid_of_a_concentration() -> None:
    stock = shelf(concentration="10 mg/mL", volume="100 mL").stock()
    assert isinstance(stock, Liquid)
    assert stock.concentration.base == 10
    assert stock.held is not None
    assert stock.held.base == 100


@pytest.mark.parametrize("stated", [{}, {"potency": "10 %", "concentration": "10 mg/mL"}])
def test_it_is_one_of_the_two(stated: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="state its potency"):
        shelf(**stated)


@pytest.mark.parametrize(
    ("active", "most", "more", "said"),
    [
        # 377.86 / 341.41 = 110.67630 %, 413.90 / 341.41 = 121.23254 %
        ("naltrexone hydrochloride", "110.67 %", "110.68 %", "110.6763 %"),
        ("naltrexone hydrochloride dihydrate", "121.23 %", "121.24 %", "121.2325 %"),
        ("naltrexone", "100 %", "100.1 %", "100 %"),
    ],
)
def test_no_more_of_it_is_drug_than_all_of_it(active: str, most: str, more: str, said: str) -> None:
    shelf(active=active, potency=most)
    with pytest.raises(ValidationError, match=f"potency {more}; all of it would .* at {said} of"):
        shelf(active=active, potency=more)


def test_it_is_to_be_used_by_no_day_before_it_was_made() -> None:
    shelf(potency="10 %", beyond_use="2026-10-01")
    with pytest.raises(ValidationError, match="made 2026-10-01, to be used by 2026-09-30; write"):
        shelf(potency="10 %", beyond_use="2026-09-30")


def test_its_number_and_date_are_a_components() -> None:
    (lot,) = shelf(potency="10 %").stock().lots
    assert lot.number == "T-7"
    assert (lot.beyond_use, lot.expiry) == (date(2027, 3, 1), None)


def test_nothing_is_done_to_it_before_it_is_weighed() -> None:
    source = shelf(potency="10 %")
    ready = source.prepare(Mass.of("1 g"), bench=Bench(), policy=Policy.usp())
    assert ready.steps == ()
    assert [one.vessel for one in ready.supplies] == ["shelf preparation"]


def test_capsules_from_it() -> None:
    # 150 mg ÷ 0.1 = 1500 mg
    made = capsules(shelf(potency="10 %"))
    assert made.taken == Mass.of("1500 mg")
    assert carry_out(made).runs[0].active.base == Fraction(3, 2)


def test_more_than_there_is_of_it_runs_short() -> None:
    # 1500 mg of 1200 mg
    (short,) = carry_out(capsules(shelf(potency="10 %", mass="1200 mg"))).shortages
    assert (short.wanted.base, short.short.base) == (1500, 300)


def test_a_volume_of_which_there_is_less_runs_short() -> None:
    # 100 mL of 1 mg/mL: 10 mL of 10 mg/mL, of which there are 8 mL
    form = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="purified water")
    source = shelf(concentration="10 mg/mL", volume="8 mL")
    outcome = carry_out(plan(Order(drug="naltrexone", form=form), source, on=ON))
    (short,) = outcome.shortages
    assert (short.wanted.base, short.short.base) == (10, 2)
    assert outcome.runs[0].active.base == 80


@pytest.mark.parametrize(("beyond_use", "past"), [("2026-12-01", False), ("2026-11-30", True)])
def test_it_may_be_used_up_to_its_date(beyond_use: str, past: bool) -> None:
    found = {
        one.code for one in check(capsules(shelf(potency="10 %", beyond_use=beyond_use))).findings
    }
    assert ("BUD701" in found) == past
    assert "SRC204" not in found  # said once


def test_its_date_is_a_day() -> None:
    with pytest.raises(ValidationError, match="write the day too"):
        shelf(potency="10 %", beyond_use="2026-11")


def test_it_may_be_diluted_further() -> None:
    further = Trituration(of=shelf(potency="10 %"), powder="500 mg", diluent="4500 mg")
    assert further.stock().potency.base == Fraction(1, 100)
    assert further.stock().lots == shelf(potency="10 %").stock().lots


def test_it_reads_back_from_json() -> None:
    one = shelf(concentration="10 mg/mL", volume="100 mL")
    assert Prepared.model_validate_json(one.model_dump_json()) == one
    made = capsules(shelf(potency="10 %"))
    assert Plan.model_validate_json(made.model_dump_json()) == made
