"""The dry run, by hand: what a unit holds, at worst too, what is left and what ran short."""

from datetime import date
from fractions import Fraction

import pytest

from ldn_compound import (
    Balance,
    Bench,
    Capsules,
    Mass,
    Order,
    PerTablet,
    PerUnit,
    Plan,
    PlanError,
    Ratio,
    Supply,
    TabletCount,
    Tablets,
    UnitCount,
    Volume,
    carry_out,
    explain,
    plan,
)
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.outcome import Constituent
from ldn_compound.model.steps import Count, Encapsulate, Mix, Package, Step, Weigh
from ldn_compound.quantity.kinds import Concentration

DRUG = "naltrexone hydrochloride"
CLASS_III = Balance(readability="1 mg", capacity="120 g", sensitivity="6 mg")  # ± 6 mg
USUAL = plan(
    Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100, shell="1")),
    Tablets(strength="50 mg", weight="200 mg"),
    on=date(2026, 12, 1),
    bench=Bench(balance=CLASS_III),
)
JAR = Supply(vessel="jar", material="powder", potency=Ratio.of("25 %"))
DILUENT = Supply(vessel="diluent jar", material="cellulose")


def planned(*steps: Step, supplies: tuple[Supply, ...] = (JAR, DILUENT)) -> Plan:
    """These steps, in a plan for 100 capsules of 4.5 mg."""
    return USUAL.model_copy(update={"steps": steps, "supplies": supplies})


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


BLEND: tuple[Step, ...] = (
    weigh("1800 mg", out_of="jar", into="mortar"),
    weigh("13200 mg", out_of="diluent jar", into="boat", carries_active=False),
    Mix(vessel="mortar", added="boat"),
)


class TestOneRun:
    def test_what_a_unit_holds(self) -> None:
        (run,) = carry_out(planned(*BLEND, encapsulate("mortar", 100))).runs
        # 1800 × 0.25 = 450 mg in 100: 4.5 each; (1800 + 13200) ÷ 100 = 150
        assert run.active == PerUnit.of("4.5 mg")
        assert run.part == Ratio.of("100 %")
        assert run.net_fill == PerUnit.of("150 mg")
        assert (run.run, run.units) == (1, UnitCount.of(100))

    def test_at_worst(self) -> None:
        (run,) = carry_out(planned(*BLEND, encapsulate("mortar", 100))).runs
        # 6 ÷ 1800 = 1/300 either way; the diluent decides nothing
        assert run.highest.base * 300 == 301
        assert run.lowest.base * 300 == 299
        assert run.weighing_error.base * 300 == 1
        assert [error.base * 300 for error in run.errors] == [1]

    def test_off_the_strength(self) -> None:
        (run,) = carry_out(planned(*BLEND, encapsulate("mortar", 90))).runs
        # 450 ÷ 90 = 5; 5 ÷ 4.5 = 10/9, and at worst 10/9 × 301/300
        assert run.active == PerUnit.of("5 mg")
        assert run.part.base * 9 == 10
        assert run.highest.base * 2700 == 3010

    def test_of_the_strength_as_the_source_counts_it(self) -> None:
        """4.5 mg of another form may be 5 mg of the one whose content is known."""
        other = planned(*BLEND, encapsulate("mortar", 100)).model_copy(
            update={"strength_in_source": PerUnit.of("5 mg")}
        )
        (run,) = carry_out(other).runs
        # 4.5 ÷ 5
        assert run.part == Ratio.of("90 %")

    def test_what_it_rests_on(self) -> None:
        outcome = carry_out(planned(*BLEND, encapsulate("mortar", 100)))
        assert outcome.rests_on == USUAL.stock.rests_on
        assert "by label claim" in outcome.rests_on

    def test_a_unit_explains_itself(self) -> None:
        (run,) = carry_out(planned(*BLEND, encapsulate("mortar", 100))).runs
        told = explain(run.active, name="content", unit="capsule")
        assert told.startswith("content 4.5 mg/capsule = content ÷ units")
        assert "1800 mg" in told


class TestSeveralRuns:
    def test_an_uneven_share(self) -> None:
        outcome = carry_out(
            planned(
                *BLEND,
                weigh("7600 mg", out_of="mortar", into="run 1"),
                encapsulate("run 1", 50),
                encapsulate("mortar", 50, run=2),
            )
        )
        first, last = outcome.runs
        # 450 × 7600 ÷ 15000 = 228, ÷ 50 = 4.56; the last run gets 450 − 228 = 222, ÷ 50 = 4.44
        assert first.active == PerUnit.of("4.56 mg")
        assert last.active == PerUnit.of("4.44 mg")
        assert outcome.left_over == ()

    def test_a_share_is_a_weighing_too(self) -> None:
        first, last = carry_out(
            planned(
                *BLEND,
                weigh("7500 mg", out_of="mortar", into="run 1"),
                encapsulate("run 1", 50),
                encapsulate("mortar", 50, run=2),
            )
        ).runs
        # 6 ÷ 1800 = 1/300 and 6 ÷ 7500 = 1/1250 together: 301/300 × 1251/1250
        for run in (first, last):
            assert {error.base for error in run.errors} == {Fraction(1, 300), Fraction(1, 1250)}
            assert run.part == Ratio.of("100 %")
            assert run.highest.base * 300 * 1250 == 301 * 1251
            assert run.lowest.base * 300 * 1250 == 299 * 1249

    def test_each_weighing_behind_a_run_counts(self) -> None:
        (run,) = carry_out(
            planned(
                weigh("600 mg", out_of="jar", into="one"),
                weigh("5400 mg", out_of="diluent jar", into="boat"),
                Mix(vessel="one", added="boat"),
                weigh("3000 mg", out_of="one", into="mortar"),
                encapsulate("mortar", 100),
            )
        ).runs
        # 600 × 0.25 = 150 mg in 6000; half of it, 75 mg, in 100: 0.75
        assert run.active == PerUnit.of("0.75 mg")
        # 6 ÷ 600, 6 ÷ 5400 and 6 ÷ 3000 together, for the diluent dilutes what is taken again
        assert run.highest.base == run.part.base * 606 * 5406 * 3006 / (600 * 5400 * 3000)


class TestShort:
    def test_it_is_said_and_the_rest_goes_on(self) -> None:
        jar = JAR.model_copy(update={"held": Mass.of("1600 mg")})
        outcome = carry_out(planned(*BLEND, encapsulate("mortar", 100), supplies=(jar, DILUENT)))
        # 1800 − 1600 = 200 short; 1600 × 0.25 = 400 in 100
        (short,) = outcome.shortages
        assert (short.step, short.vessel) == (1, "jar")
        assert (short.wanted, short.short) == (Mass.of("1800 mg"), Mass.of("200 mg"))
        assert outcome.runs[0].active == PerUnit.of("4 mg")

    def test_enough_is_no_shortage(self) -> None:
        jar = JAR.model_copy(update={"held": Mass.of("1800 mg")})
        outcome = carry_out(planned(*BLEND, encapsulate("mortar", 100), supplies=(jar, DILUENT)))
        assert outcome.shortages == ()
        assert outcome.left_over == ()

    def test_too_few_tablets(self) -> None:
        count = Count(
            what="tablets",
            tablets=TabletCount.of(9),
            weight=PerTablet.of("200 mg"),
            strength=PerTablet.of("50 mg"),
            into="grinding mortar",
            held=TabletCount.of(5),
        )
        outcome = carry_out(
            planned(
                count,
                weigh("1000 mg", out_of="grinding mortar", into="mortar"),
                encapsulate("mortar", 100),
            )
        )
        # 9 − 5 = 4 tablets, 4 × 200 = 800 mg
        (short,) = outcome.shortages
        assert (short.step, short.short) == (1, Mass.of("800 mg"))


def test_what_is_left_over() -> None:
    jar = JAR.model_copy(update={"held": Mass.of("2000 mg")})
    outcome = carry_out(planned(*BLEND, encapsulate("mortar", 100), supplies=(jar, DILUENT)))
    # 2000 − 1800 = 200 mg, a quarter of it drug
    (left,) = outcome.left_over
    assert left.vessel == "jar"
    assert set(left.constituents) == {
        Constituent(name=DRUG, mass=Mass.of("50 mg")),
        Constituent(name="rest of powder", mass=Mass.of("150 mg")),
    }


@pytest.mark.parametrize(
    "steps",
    [
        (encapsulate("mortar", 100),),
        (
            weigh("1800 mg", out_of="diluent jar", into="mortar", carries_active=False),
            encapsulate("mortar", 100),
        ),
        (*BLEND, encapsulate("mortar", 50), encapsulate("mortar", 50, run=2)),
        (*BLEND, encapsulate("", 100)),
    ],
    ids=["empty", "no drug", "emptied before", "no name"],
)
def test_capsules_without_drug_are_no_outcome(steps: tuple[Step, ...]) -> None:
    with pytest.raises(PlanError, match=r"run \d is filled from a vessel that holds no drug") as it:
        carry_out(planned(*steps))
    assert it.value.remedy == "the steps that fill it must come before it"


def test_a_liquid() -> None:
    stock = Supply(vessel="stock", material="solution", concentration=Concentration.of("50 mg/mL"))
    (run,) = carry_out(
        planned(
            MeasureOut(
                what="stock solution",
                volume=Volume.of("10 mL"),
                out_of="stock",
                into="beaker",
                measure="10 mL cylinder",
                least=Volume.of("2 mL"),
                error=Volume.of("0.1 mL"),
                carries_active=True,
            ),
            BringTo(
                vessel="beaker",
                volume=Volume.of("100 mL"),
                what="water",
                out_of="water",
                measure="100 mL cylinder",
                error=Volume.of("0.5 mL"),
                carries_active=True,
            ),
            Package(units=UnitCount.of(1), container="bottle", vessel="beaker"),
            supplies=(stock,),
        )
    ).runs
    # 10 × 50 = 500 mg; 0.1 ÷ 10 = 1 % and 0.5 ÷ 100 = 0.5 % together: 1.01 × 1.005 = 1.01505
    assert run.active == PerUnit.of("500 mg")
    assert run.highest.base == run.part.base * Ratio.of("101.505 %").base
    assert run.lowest.base == run.part.base * Ratio.of("98.505 %").base  # 0.99 × 0.995


def test_the_usual_plan_by_hand() -> None:
    outcome = carry_out(USUAL)
    # 100 × 4.5 = 450 mg; 450 ÷ (50 ÷ 200) = 1800 mg of powder, of 10 tablets (1836 ÷ 200 = 9.18)
    (run,) = outcome.runs
    assert run.active == PerUnit.of("4.5 mg")
    assert outcome.shortages == ()
    (left,) = outcome.left_over
    # 2000 − 1800 = 200 mg, a quarter of it drug
    assert {one.name: one.mass for one in left.constituents}[DRUG] == Mass.of("50 mg")


def test_an_outcome_does_not_change_its_plan() -> None:
    before = USUAL.model_dump_json()
    assert carry_out(USUAL) == carry_out(USUAL)
    assert USUAL.model_dump_json() == before
