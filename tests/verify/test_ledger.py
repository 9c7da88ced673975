"""The ledger, by hand: what is taken of a vessel, what is left, and what was never there."""

import ast
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ldn_compound import (
    Capsules,
    Concentration,
    Mass,
    OralLiquid,
    Order,
    PerTablet,
    Plan,
    Powder,
    Ratio,
    Supply,
    TabletCount,
    Tablets,
    UnitCount,
    Volume,
    plan,
)
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.steps import Comminute, Count, Encapsulate, Mix, Package, Step, Weigh
from ldn_compound.model.top_up import TopUp
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Given
from ldn_compound.verify import ledger as module
from ldn_compound.verify.ledger import Ledger

DRUG = "naltrexone hydrochloride"
REST = "rest of tablets"
DAY = date(2026, 12, 1)
TABLETS = Tablets(strength="50 mg", weight="200 mg")
USUAL = plan(
    Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100, shell="1")),
    TABLETS,
    on=DAY,
)
DILUENT = Supply(vessel="diluent jar", material="cellulose")


def carried_out(*steps: Step, supplies: tuple[Supply, ...] = (DILUENT,)) -> Ledger:
    """A ledger of these steps, in a plan for 100 capsules of 4.5 mg."""
    return Ledger(USUAL.model_copy(update={"steps": steps, "supplies": supplies}))


def count(tablets: int, **more: Any) -> Count:
    """Tablets of 200 mg, 50 mg of it drug."""
    return Count(
        what="tablets",
        tablets=TabletCount.of(tablets),
        weight=PerTablet.of("200 mg"),
        strength=PerTablet.of("50 mg"),
        into="grinding mortar",
        **more,
    )


def weigh(amount: str, *, out_of: str, into: str, carries_active: bool = True) -> Weigh:
    return Weigh(
        what="powder",
        amount=Mass.of(amount),
        out_of=out_of,
        into=into,
        carries_active=carries_active,
    )


def encapsulate(vessel: str, units: int, run: int = 1) -> Encapsulate:
    return Encapsulate(
        vessel=vessel, units=UnitCount.of(units), shell="size 1", run=run, net_fill=None
    )


def held(contents: dict[str, Mass]) -> dict[str, Fraction]:
    return {name: mass.value for name, mass in contents.items()}


def behind(amount: Amount) -> list[Amount]:
    """An amount and all that it came from."""
    inputs = amount.origin.inputs if isinstance(amount.origin, Derived) else ()
    return [amount, *(one for _, each in inputs for one in behind(each))]


class TestTablets:
    def test_counted_weighed_mixed_and_filled(self) -> None:
        done = carried_out(
            count(10),
            Comminute(vessel="grinding mortar"),
            weigh("1800 mg", out_of="grinding mortar", into="mixing mortar"),
            weigh("13200 mg", out_of="diluent jar", into="boat", carries_active=False),
            Mix(vessel="mixing mortar", added="boat"),
            encapsulate("mixing mortar", 100),
        )
        # 10 × 200 = 2000 mg, of it 10 × 50 = 500 drug and 1500 rest; of 1800 mg 9 tenths:
        # 450 and 1350; 50 and 150 stay
        (filled,) = done.filled
        assert held(filled.contents) == {DRUG: 450, REST: 1350, "cellulose": 13200}
        assert filled.units == UnitCount.of(100)
        assert {vessel: held(contents) for vessel, contents in done.remaining()} == {
            "grinding mortar": {DRUG: 50, REST: 150}
        }
        assert done.shortages == []

    def test_more_is_weighed_than_was_ground(self) -> None:
        done = carried_out(
            count(10), weigh("2100 mg", out_of="grinding mortar", into="mixing mortar")
        )
        # 2100 − 2000 = 100 were never there
        (short,) = done.shortages
        assert (short.step, short.vessel) == (2, "grinding mortar")
        assert (short.wanted, short.short) == (Mass.of("2100 mg"), Mass.of("100 mg"))
        assert held(done.vessels["mixing mortar"]) == {DRUG: 500, REST: 1500}
        assert dict(done.remaining()) == {
            "mixing mortar": {DRUG: Mass.of("500 mg"), REST: Mass.of("1500 mg")}
        }

    def test_fewer_tablets_than_are_counted(self) -> None:
        done = carried_out(count(10, held=TabletCount.of(8)))
        # 2 of 10 are missing, 2 × 200 = 400 mg
        (short,) = done.shortages
        assert (short.step, short.vessel) == (1, "tablets")
        assert (short.wanted, short.short) == (Mass.of("2000 mg"), Mass.of("400 mg"))
        assert held(done.vessels["grinding mortar"]) == {DRUG: 400, REST: 1200}

    def test_enough_tablets(self) -> None:
        done = carried_out(count(8, held=TabletCount.of(8)))
        assert done.shortages == []

    def test_counted_twice_into_one_vessel(self) -> None:
        done = carried_out(count(3), count(2))
        # 5 × 50 = 250; 5 × 150 = 750
        assert held(done.vessels["grinding mortar"]) == {DRUG: 250, REST: 750}


class TestSupplies:
    jar = Supply(
        vessel="drug jar",
        material="powder",
        potency=Ratio.of("90 %"),
        held=Mass.of("1000 mg"),
    )

    def test_a_jar_that_holds_so_much(self) -> None:
        done = carried_out(
            weigh("600 mg", out_of="drug jar", into="a"),
            weigh("500 mg", out_of="drug jar", into="b"),
            supplies=(self.jar,),
        )
        # 600 × 0.9 = 540; then 400 are left, 360 of it drug, and 500 − 400 = 100 short
        assert held(done.vessels["a"]) == {DRUG: 540, "rest of powder": 60}
        assert held(done.vessels["b"]) == {DRUG: 360, "rest of powder": 40}
        assert [one.short for one in done.shortages] == [Mass.of("100 mg")]
        assert [one.step for one in done.shortages] == [2]

    def test_a_jar_that_holds_enough(self) -> None:
        endless = self.jar.model_copy(update={"held": None})
        done = carried_out(weigh("5000 mg", out_of="drug jar", into="a"), supplies=(endless,))
        # 5000 × 0.9
        assert held(done.vessels["a"]) == {DRUG: 4500, "rest of powder": 500}
        assert done.shortages == []

    def test_a_vessel_that_nobody_filled(self) -> None:
        done = carried_out(weigh("500 mg", out_of="nowhere", into="a"))
        (short,) = done.shortages
        assert (short.step, short.vessel) == (1, "nowhere")
        assert short.wanted == short.short == Mass.of("500 mg")
        assert dict(done.remaining()) == {}

    def test_topping_up_takes_of_the_jar(self) -> None:
        done = carried_out(
            count(9),
            weigh("1800 mg", out_of="grinding mortar", into="mixing mortar"),
            TopUp(
                vessel="mixing mortar",
                units=UnitCount.of(100),
                shell="size 1",
                what="cellulose",
                out_of="diluent jar",
                about=Mass.of("4200 mg"),
            ),
        )
        assert held(done.vessels["mixing mortar"]) == {DRUG: 450, REST: 1350, "cellulose": 4200}

    def test_topping_up_from_a_jar_that_holds_less(self) -> None:
        jar = DILUENT.model_copy(update={"held": Mass.of("4000 mg")})
        done = carried_out(
            count(9),
            TopUp(
                vessel="grinding mortar",
                units=UnitCount.of(100),
                shell="size 1",
                what="cellulose",
                out_of="diluent jar",
                about=Mass.of("4200 mg"),
            ),
            supplies=(jar,),
        )
        # 4200 − 4000
        (short,) = done.shortages
        assert (short.step, short.vessel) == (2, "diluent jar")
        assert (short.wanted, short.short) == (Mass.of("4200 mg"), Mass.of("200 mg"))

    def test_an_empty_boat_adds_nothing(self) -> None:
        done = carried_out(count(9), Mix(vessel="grinding mortar", added="boat"))
        assert held(done.vessels["grinding mortar"]) == {DRUG: 450, REST: 1350}  # 9 × 50, 9 × 150


class TestTriturations:
    def test_a_dilution_of_a_dilution(self) -> None:
        jar = Supply(vessel="drug jar", material="powder", potency=Ratio.of("100 %"))
        done = carried_out(
            weigh("200 mg", out_of="drug jar", into="one"),
            weigh("1800 mg", out_of="diluent jar", into="boat"),
            Mix(vessel="one", added="boat"),
            weigh("200 mg", out_of="one", into="two"),
            weigh("1800 mg", out_of="diluent jar", into="boat"),
            Mix(vessel="two", added="boat"),
            weigh("300 mg", out_of="two", into="mixing mortar"),
            supplies=(jar, DILUENT),
        )
        # 200 in 2000 is a tenth: 20 in 200; 20 in 2000 is a hundredth: 3 in 300
        assert done.vessels["mixing mortar"][DRUG] == Mass.of("3 mg")
        assert done.vessels["two"][DRUG] == Mass.of("17 mg")  # 20 − 3
        assert done.vessels["one"][DRUG] == Mass.of("180 mg")  # 200 − 20


class TestRuns:
    def test_each_run_takes_its_share(self) -> None:
        done = carried_out(
            count(10),
            weigh("1800 mg", out_of="grinding mortar", into="mixing mortar"),
            weigh("600 mg", out_of="mixing mortar", into="run 1"),
            encapsulate("run 1", 40),
            encapsulate("mixing mortar", 60, run=2),
        )
        # 600 of 1800 is a third: 150 of 450; the last run gets the 300 that are left
        first, last = done.filled
        assert held(first.contents) == {DRUG: 150, REST: 450}
        assert held(last.contents) == {DRUG: 300, REST: 900}
        assert [vessel for vessel, _ in done.remaining()] == ["grinding mortar"]


def measure(volume: str, *, out_of: str, into: str) -> MeasureOut:
    return MeasureOut(
        what="stock solution",
        volume=Volume.of(volume),
        out_of=out_of,
        into=into,
        measure="20 mL cylinder",
        least=Volume.of("4 mL"),
        error=Volume.of("0.1 mL"),
        carries_active=True,
    )


def bring_to(volume: str, *, vessel: str) -> BringTo:
    return BringTo(
        vessel=vessel,
        volume=Volume.of(volume),
        what="water",
        out_of="water",
        measure="100 mL cylinder",
        error=Volume.of("0.5 mL"),
        carries_active=True,
    )


class TestLiquids:
    vial = Supply(
        vessel="vial",
        material="solution",
        concentration=Concentration.of("50 mg/mL"),
        volume=Volume.of("20 mL"),
    )

    def test_measured_out_and_brought_to_volume(self) -> None:
        done = carried_out(
            measure("8 mL", out_of="vial", into="beaker"),
            bring_to("100 mL", vessel="beaker"),
            measure("25 mL", out_of="beaker", into="bottle"),
            supplies=(self.vial,),
        )
        # 8 × 50 = 400 mg in 100 mL; a quarter of it in 25 mL; 12 × 50 stay in the vial
        assert held(done.vessels["bottle"]) == {DRUG: 100}
        assert held(done.vessels["beaker"]) == {DRUG: 300}
        assert held(done.vessels["vial"]) == {DRUG: 600}
        assert done.shortages == []

    def test_more_than_the_vial_holds(self) -> None:
        done = carried_out(measure("25 mL", out_of="vial", into="beaker"), supplies=(self.vial,))
        # 25 − 20 = 5 mL were never there; 20 × 50 = 1000 mg were
        (short,) = done.shortages
        assert (short.step, short.vessel) == (1, "vial")
        assert (short.wanted, short.short) == (Volume.of("25 mL"), Volume.of("5 mL"))
        assert held(done.vessels["beaker"]) == {DRUG: 1000}

    def test_what_is_measured_out_is_gone(self) -> None:
        done = carried_out(
            measure("8 mL", out_of="vial", into="beaker"),
            measure("15 mL", out_of="vial", into="flask"),
            supplies=(self.vial,),
        )
        # 20 − 8 = 12 mL are left, 15 − 12 = 3 short; 12 × 50 = 600 mg
        assert [one.short for one in done.shortages] == [Volume.of("3 mL")]
        assert held(done.vessels["flask"]) == {DRUG: 600}
        assert done.volumes["vial"] == Volume.of("0 mL")

    def test_measured_out_of_a_vessel_that_nobody_filled(self) -> None:
        done = carried_out(
            weigh("500 mg", out_of="diluent jar", into="boat"),
            measure("5 mL", out_of="nowhere", into="beaker"),
        )
        short = done.shortages[-1]
        assert (short.step, short.vessel) == (2, "nowhere")
        assert short.wanted == short.short == Volume.of("5 mL")
        assert done.vessels["beaker"] == {}
        # that nothing was there is the ledger's own word
        assert ("the ledger", "0 mL") in [
            (one.origin.by, one.origin.text)
            for one in behind(short.short)
            if isinstance(one.origin, Given)
        ]

    def test_brought_to_volume_in_a_vessel_of_its_own(self) -> None:
        done = carried_out(
            bring_to("100 mL", vessel="flask"),
            measure("25 mL", out_of="flask", into="beaker"),
            measure("8 mL", out_of="vial", into="flask"),
            supplies=(self.vial,),
        )
        assert done.vessels["beaker"] == {}
        assert held(done.vessels["flask"]) == {DRUG: 400}  # 8 × 50
        assert done.shortages == []

    def test_a_bottle_is_filled_from_a_vessel(self) -> None:
        done = carried_out(
            measure("8 mL", out_of="vial", into="beaker"),
            bring_to("100 mL", vessel="beaker"),
            Package(units=UnitCount.of(1), container="bottle", vessel="beaker"),
            supplies=(self.vial,),
        )
        (filled,) = done.filled
        assert (filled.run, filled.units, filled.vessel) == (1, UnitCount.of(1), "beaker")
        assert held(filled.contents) == {DRUG: 400}


def powder(**certificate: str) -> Powder:
    return Powder.model_validate(
        {"substance": DRUG, "certificate": {"basis": "anhydrous", **certificate}}
    )


def _capsules(**stated: Any) -> Order:
    return Order(drug="naltrexone", form=Capsules(**{"strength": "4.5 mg", **stated}))


REAL = {
    "usual": USUAL,
    "three runs": plan(
        _capsules(quantity=250, spare=3), Tablets(strength="50 mg", weight="177.3 mg"), on=DAY
    ),
    "triturated": plan(
        _capsules(strength="0.5 mg", quantity=30), powder(assay="99.5 %", water="8.5 %"), on=DAY
    ),
    "calibrated": plan(
        _capsules(quantity=90, shell="1", fill={"kind": "calibrated"}), TABLETS, on=DAY
    ),
    "few tablets": plan(
        _capsules(quantity=90),
        Tablets.model_validate(
            {"strength": "50 mg", "weight": "200 mg", "lots": [{"number": "a", "tablets": 5}]}
        ),
        on=DAY,
    ),
    "liquid": plan(
        Order(
            drug="naltrexone",
            form=OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="Ora-Plus"),
        ),
        TABLETS,
        on=DAY,
    ),
}


def _gone_in(planned: Plan) -> Fraction:
    """All that came to the bench: supplies that hold so much, tablets that were there, and what
    was weighed out of a supply that holds enough."""
    endless = {one.vessel for one in planned.supplies if one.held is None and one.volume is None}
    total = sum((one.held.base for one in planned.supplies if one.held is not None), Fraction(0))
    for step in planned.steps:
        if isinstance(step, Count):
            there = step.tablets if step.held is None else min(step.tablets, step.held)
            total += there.base * step.weight.base
        if isinstance(step, Weigh) and step.out_of in endless:
            total += step.amount.base
        if isinstance(step, TopUp) and step.out_of in endless:
            total += step.about.base
    return total


@pytest.mark.parametrize("planned", REAL.values(), ids=REAL)
def test_nothing_is_lost_and_nothing_made(planned: Plan) -> None:
    done = Ledger(planned)
    filled = [mass for one in done.filled for mass in one.contents.values()]
    left = [mass for _, contents in done.remaining() for mass in contents.values()]
    out = sum((mass.base for mass in (*filled, *left)), Fraction(0))
    assert out == _gone_in(planned)
    assert all(mass.base >= 0 for mass in (*filled, *left))
    assert filled


def test_it_shares_no_arithmetic_with_the_planner() -> None:
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    imported = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ldn_compound.")
    }
    assert {name for name in imported if ".equations." in str(name)} == {
        "ldn_compound.equations.balance"
    }
    assert not {name for name in imported if ".planning" in str(name) or ".sources" in str(name)}
    operators = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp)]
    annotations = [node for node in operators if isinstance(node.op, ast.BitOr)]
    assert operators == annotations, "its sums are equations, so that outcomes explain themselves"
