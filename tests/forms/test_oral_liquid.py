"""Oral liquids by hand: solutions, suspensions, whole tablets, vehicles made in house."""

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
from ldn_compound.model.bottled import Bottled
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.measure import Measure
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.steps import Count, Package, Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, UnitCount, Volume
from ldn_compound.quantity.rounding import Rounding
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)
CLASS_III = Balance(readability="1 mg", sensitivity="6 mg", capacity="120 g")
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
TABLETS = Tablets(strength="50 mg", weighed=20, together="3546 mg")
WHOLE = TABLETS.model_copy(update={"use": "whole"})
SHELF = Prepared(
    name="naltrexone 10 mg/mL",
    number="S-4",
    made=date(2026, 11, 2),
    beyond_use="2027-01-15",
    concentration="10 mg/mL",
)


SYRINGE = {"capacity": "3 mL", "graduation": "0.1 mL"}


def made(
    concentration: str,
    volume: str,
    source: Any = PURE,
    *,
    vehicle: str = "purified water",
    measures: tuple[Measure, ...] = (),
    **form: Any,
) -> Plan:
    liquid = OralLiquid(concentration=concentration, volume=volume, vehicle=vehicle, **form)
    bench = Bench(balance=CLASS_III, measures=measures)
    return plan(Order(drug="naltrexone", form=liquid), source, on=ON, bench=bench)


class TestVehicleOfTheHouse:
    """The policy's, where the order names none."""

    def test_it_is_taken(self) -> None:
        order = Order(drug="naltrexone", form=OralLiquid(concentration="1 mg/mL", volume="150 mL"))
        house = Policy(vehicle="Ora-Plus")
        one = plan(order, PURE, on=ON, bench=Bench(balance=CLASS_III), policy=house)
        assert bottled(one).vehicle == "Ora-Plus"

    def test_the_order_s_comes_before_it(self) -> None:
        liquid = OralLiquid(concentration="1 mg/mL", volume="150 mL", vehicle="purified water")
        order = Order(drug="naltrexone", form=liquid)
        one = plan(order, PURE, on=ON, policy=Policy(vehicle="Ora-Plus"))
        assert bottled(one).vehicle == "purified water"

    def test_none_is_no_plan(self) -> None:
        order = Order(drug="naltrexone", form=OralLiquid(concentration="1 mg/mL", volume="150 mL"))
        with pytest.raises(PlanError, match="no vehicle is named; write one in the order or"):
            plan(order, PURE, on=ON)


class TestRoundingOfTheHouse:
    """3.25 mL of 10 mg/mL for 32.5 mL of 1 mg/mL, by marks of 0.2 mL: 3.2 or 3.4 mL."""

    MEASURES = (
        Measure(kind="oral syringe", capacity="10 mL", graduation="0.2 mL"),
        Measure(kind="cylinder", capacity="50 mL", graduation="0.5 mL"),
    )

    @pytest.mark.parametrize(
        ("mode", "taken"), [("half up", "3.2 mL"), ("up", "3.4 mL"), ("down", "3.2 mL")]
    )
    def test_of_what_is_measured(self, mode: str, taken: str) -> None:
        order = Order(
            drug="naltrexone",
            form=OralLiquid(concentration="1 mg/mL", volume="32.5 mL", vehicle="purified water"),
        )
        bench = Bench(balance=CLASS_III, measures=self.MEASURES)
        house = Policy.model_validate({"rounding": {"measure": mode}})
        one = plan(order, SHELF, on=ON, bench=bench, policy=house)
        assert one.taken == Volume.of(taken)

    @pytest.mark.parametrize(("mode", "volume"), [("half up", "142 mL"), ("up", "144 mL")])
    def test_of_the_volume_that_whole_tablets_fill(self, mode: str, volume: str) -> None:
        """70 mg wanted, 2 tablets of 50 mg: 100 ÷ 0.7 = 142.86 mL, by marks of 2 mL."""
        order = Order(
            drug="naltrexone",
            form=OralLiquid(concentration="0.7 mg/mL", volume="100 mL", vehicle="purified water"),
        )
        cylinder = Measure(kind="cylinder", capacity="250 mL", graduation="2 mL")
        house = Policy.model_validate({"rounding": {"measure": mode}})
        bench = Bench(balance=CLASS_III, measures=(cylinder,))
        one = plan(order, WHOLE, on=ON, bench=bench, policy=house)
        assert bottled(one).volume == Volume.of(volume)

    def test_no_more_is_measured_than_there_is(self) -> None:
        """All of 10.2 mL is wanted; up, by marks of 0.5 mL, it would be 10.5 mL."""
        solution = StockSolution(
            of=PURE,
            powder="1000 mg",
            volume="10.2 mL",
            solvent="purified water",
            measure=Measure(kind="cylinder", capacity="25 mL", graduation="0.01 mL"),
        )
        order = Order(
            drug="naltrexone",
            form=OralLiquid(concentration="10 mg/mL", volume="100 mL", vehicle="purified water"),
        )
        measures = (
            Measure(kind="oral syringe", capacity="12 mL", graduation="0.5 mL"),
            Measure(kind="cylinder", capacity="250 mL", graduation="2 mL"),
        )
        house = Policy.model_validate({"rounding": {"measure": "up"}, "most_stages": 0})
        bench = Bench(balance=CLASS_III, measures=measures)
        one = plan(order, solution, on=ON, bench=bench, policy=house)
        assert one.wanted == Volume.of("10.2 mL")
        assert one.taken == Volume.of("10 mL")


def bottled(one: Plan) -> Bottled:
    assert one.bottled is not None
    return one.bottled


def steps(one: Plan, kind: type) -> list[Any]:
    return [step for step in one.steps if isinstance(step, kind)]


def drug(one: Plan) -> Fraction:
    (run,) = carry_out(one).runs
    return run.active.base


class TestPowderWeighed:
    """150 mL of 1 mg/mL: 150 mg, dissolved and brought to 150 mL."""

    one = property(lambda self: made("1 mg/mL", "150 mL"))

    def test_the_drug_is_weighed(self) -> None:
        (weigh,) = steps(self.one, Weigh)
        assert weigh.amount.base == 150

    def test_it_is_brought_to_volume_and_not_added_to(self) -> None:
        (bring,) = steps(self.one, BringTo)
        # a 250 mL cylinder, marks of 2 mL, half of that off
        assert (bring.volume.base, bring.measure, bring.error.base) == (150, "250 mL cylinder", 1)
        assert not steps(self.one, MeasureOut)

    def test_what_it_holds_and_how_far_off_that_may_be(self) -> None:
        (run,) = carry_out(self.one).runs
        assert run.active.base == 150
        # 6/150 = 4 % and 1/150: 1.04 × 151/150 − 1
        assert run.weighing_error.base == Fraction("1.04") * Fraction(151, 150) - 1

    def test_it_is_a_solution_whose_powder_takes_some_room(self) -> None:
        found = bottled(self.one)
        assert not found.suspension
        # 0.150 g × 0.72 mL/g
        assert found.displaced is not None
        assert found.displaced.base == Fraction("0.108")

    def test_the_bottle_is_the_next_larger(self) -> None:
        found = bottled(self.one)
        assert (found.bottle.base, found.bottles.base) == (180, 1)
        (package,) = steps(self.one, Package)
        assert package.container == "tight, light-resistant amber bottle"


def test_too_little_to_weigh_goes_through_a_stock_solution() -> None:
    one = made("1 mg/mL", "50 mL")
    (weigh,) = steps(one, Weigh)
    flask, bottle = steps(one, BringTo)
    (measure,) = steps(one, MeasureOut)
    assert weigh.amount.base >= 120
    # what is weighed × part measured = 50 mg, and 50 mL in the end
    assert weigh.amount.base * measure.volume.base / flask.volume.base == drug(one) == 50
    assert (bottle.volume.base, measure.out_of) == (50, "stock solution")
    (run,) = carry_out(one).runs
    off = (
        6 / weigh.amount.base,
        flask.error.base / flask.volume.base,
        measure.error.base / measure.volume.base,
        Fraction(1, 100),  # half of 1 mL on 50 mL
    )
    worst = Fraction(1)
    for part in off:
        worst *= 1 + part
    assert run.weighing_error.base == worst - 1 <= Fraction(5, 100)


class TestWholeTablets:
    """90 mL of 1 mg/mL are 90 mg: two tablets of 50 mg make 100 mL."""

    def test_the_volume_grows_to_the_tablets(self) -> None:
        one = made("1 mg/mL", "90 mL", WHOLE)
        (count,) = steps(one, Count)
        (bring,) = steps(one, BringTo)
        assert (count.tablets.base, bring.volume.base) == (2, 100)
        assert drug(one) == 100
        assert carry_out(one).runs[0].part.base == 1
        assert not steps(one, Weigh)

    def test_it_is_a_suspension(self) -> None:
        assert bottled(made("1 mg/mL", "90 mL", WHOLE)).suspension

    def test_a_volume_that_the_tablets_fill_stays(self) -> None:
        assert bottled(made("1 mg/mL", "100 mL", WHOLE)).volume.base == 100

    def test_the_volume_grown_lies_on_a_mark(self) -> None:
        # 0.7 × 90 = 63 mg, 2 tablets; 100 ÷ 0.7 = 142.86 mL; marks of 2 mL: 142 mL
        one = made("0.7 mg/mL", "90 mL", WHOLE)
        assert bottled(one).volume.base == 142
        # 100 mg in 142 mL of 0.7 mg/mL: 100 ÷ 99.4 = 100.6 %
        assert carry_out(one).runs[0].part.base == Fraction(1000, 994)

    def test_halves_grow_it_less(self) -> None:
        # 60 mg: 2 tablets make 100 mL; 3 halves, 75 mg, make 75 mL
        halves = WHOLE.model_copy(update={"use": "half"})
        one = made("1 mg/mL", "60 mL", halves)
        assert bottled(one).volume.base == 75
        assert steps(one, Count)[0].tablets.base == Fraction(3, 2)

    def test_the_order_keeps_what_was_ordered(self) -> None:
        assert made("1 mg/mL", "90 mL", WHOLE).order.form.volume.base == 90


class TestVehicleMadeInHouse:
    """100 mL of the ascorbic acid and glycerol vehicle: 0.5 g, 100 mg of benzoate and 20 mL."""

    one = property(lambda self: made("1.5 mg/mL", "100 mL", vehicle="Fawcett vehicle"))

    def test_what_the_balance_weighs_is_weighed(self) -> None:
        amounts = {step.what: step.amount.base for step in steps(self.one, Weigh)}
        assert amounts["ascorbic acid"] == 500
        assert amounts["naltrexone hydrochloride powder"] >= 150

    def test_benzoate_is_too_little_to_weigh_and_comes_from_a_solution(self) -> None:
        (weigh,) = (step for step in steps(self.one, Weigh) if "benzoate" in step.what)
        (flask,) = (step for step in steps(self.one, BringTo) if "benzoate" in step.vessel)
        (measure,) = (step for step in steps(self.one, MeasureOut) if "benzoate" in step.out_of)
        assert weigh.amount.base >= 120
        held = weigh.amount.base * measure.volume.base / flask.volume.base
        # within the rounding tolerance of 1 % of the 100 mg wanted
        assert abs(held / 100 - 1) <= Fraction(1, 100)
        off = (1 + 6 / weigh.amount.base) * (1 + flask.error.base / flask.volume.base)
        off *= 1 + measure.error.base / measure.volume.base
        assert off <= Fraction("1.05")

    def test_glycerol_is_measured_and_water_brings_it_to_volume(self) -> None:
        (glycerol,) = (step for step in steps(self.one, MeasureOut) if step.what == "glycerol")
        assert glycerol.volume.base == 20
        last = steps(self.one, BringTo)[-1]
        assert (last.what, last.volume.base) == ("purified water", 100)

    def test_the_ledger_knows_what_is_in_the_bottle_and_what_is_left(self) -> None:
        outcome = carry_out(self.one)
        (run,) = outcome.runs
        assert abs(run.active.base / 150 - 1) <= Fraction(1, 100)
        assert not outcome.shortages
        (weigh,) = (step for step in steps(self.one, Weigh) if "benzoate" in step.what)
        (measure,) = (step for step in steps(self.one, MeasureOut) if "benzoate" in step.out_of)
        (flask,) = (step for step in steps(self.one, BringTo) if "benzoate" in step.vessel)
        (left,) = (
            one.constituents[0].mass.base for one in outcome.left_over if "benzoate" in one.vessel
        )
        assert left == weigh.amount.base * (1 - measure.volume.base / flask.volume.base)

    def test_that_it_dissolves_is_said_to_be_assumed(self) -> None:
        assert any("sodium benzoate dissolves" in said for said in self.one.assumptions)

    def test_a_solution_may_be_all_that_fits(self) -> None:
        # 25 mL: 25 mg of benzoate, 125 mg of ascorbic acid and 5 mL of glycerol
        one = made("6 mg/mL", "25 mL", vehicle="Fawcett vehicle")
        poured = [
            step.volume.base for step in steps(one, MeasureOut) if step.into == "mixing mortar"
        ]
        assert sum(poured) <= 25


class TestSolutionOrSuspension:
    """100 mg of the hydrochloride dissolve in 1 mL of water."""

    def test_below_and_above_what_dissolves(self) -> None:
        assert not bottled(made("100 mg/mL", "10 mL")).suspension
        above = bottled(made("101 mg/mL", "10 mL"))
        assert above.suspension

    def test_ground_tablets_leave_powder_suspended(self) -> None:
        assert bottled(made("5 mg/mL", "100 mL", TABLETS)).suspension
        assert bottled(made("5 mg/mL", "100 mL", TABLETS)).displaced is None


class TestVolumesOnMarks:
    def test_a_volume_between_two_marks_is_made_up_to_the_next(self) -> None:
        # 155.3 mL in a cylinder with marks of 2 mL: 156 mL, and 156 mg in it
        one = made("1 mg/mL", "155.3 mL")
        assert bottled(one).volume.base == 156
        assert drug(one) == 156
        assert one.order.form.volume.base == Fraction("155.3")

    def test_every_volume_is_on_a_mark_of_its_measure(self) -> None:
        marks = {str(one): one.graduation for one in Bench().graduated}
        for one in (
            made("1.5 mg/mL", "100 mL", vehicle="Fawcett vehicle"),
            made("1 mg/mL", "50 mL"),
            made("0.3 mg/mL", "131 mL", WHOLE),
        ):
            for step in (*steps(one, MeasureOut), *steps(one, BringTo)):
                assert Rounding("", marks[step.measure]).holds(step.volume)

    def test_a_batch_above_the_largest_cylinder_goes_into_a_marked_bottle(self) -> None:
        (bring,) = steps(made("1 mg/mL", "2500 mL"), BringTo)
        # three fillings of 1000 mL, each half of 10 mL off
        assert (bring.measure, bring.error.base) == ("bottle marked with a 1000 mL cylinder", 15)

    def test_no_measure_takes_so_little(self) -> None:
        with pytest.raises(PlanError, match="1 mL: no measure on the bench"):
            made("100 mg/mL", "1 mL")

    def test_no_measure_takes_an_ingredient(self) -> None:
        # 20 mL of glycerol in 100 mL: a bench with one 100 mL cylinder takes 20 mL; 15 mL in 75 not
        only = Measure(kind="cylinder", capacity="100 mL", graduation="1 mL")
        with pytest.raises(PlanError, match="15 mL of glycerol: no measure"):
            made("10 mg/mL", "75 mL", vehicle="Fawcett vehicle", measures=(only,))

    def test_no_measure_takes_the_source(self) -> None:
        # 75 mg ÷ 10 mg/mL = 7.5 mL
        only = Measure(kind="cylinder", capacity="100 mL", graduation="1 mL")
        with pytest.raises(PlanError, match=r"no measure on the bench takes 7\.5 mL"):
            made("1 mg/mL", "75 mL", SHELF, measures=(only,))


class TestFromALiquid:
    def test_it_is_measured_out_and_diluted(self) -> None:
        # 100 mg ÷ 10 mg/mL = 10 mL, in the 10 mL cylinder; 0.05/10 and 0.5/100 off
        one = made("1 mg/mL", "100 mL", SHELF)
        (measure,) = steps(one, MeasureOut)
        assert (measure.volume.base, measure.measure) == (10, "10 mL cylinder")
        assert drug(one) == 100
        (run,) = carry_out(one).runs
        assert run.weighing_error.base == Fraction("1.005") * Fraction("1.005") - 1

    def test_more_of_it_than_is_to_be_made_is_refused(self) -> None:
        # 100 × 12 ÷ 10 = 120 mL of it in 100 mL
        with pytest.raises(PlanError, match=r"120 mL of liquids .* in 100 mL; take a stronger"):
            made("12 mg/mL", "100 mL", SHELF)

    def test_all_of_it_is_no_more_than_is_to_be_made(self) -> None:
        assert drug(made("10 mg/mL", "100 mL", SHELF)) == 1000

    def test_capsules_are_not_filled_with_it(self) -> None:
        order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100))
        with pytest.raises(PlanError, match="is a liquid; a powder is to be weighed"):
            plan(order, SHELF, on=ON)


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(lambda: made("1 mg/mL", "50 mL", doses=["1.5 mg"]), id="stock solution"),
        pytest.param(lambda: made("1 mg/mL", "90 mL", WHOLE), id="whole tablets"),
        pytest.param(lambda: made("1 mg/mL", "100 mL", SHELF), id="from the shelf"),
        pytest.param(
            lambda: made("1 mg/mL", "100 mL", vehicle="Fawcett vehicle"), id="made in house"
        ),
    ],
)
def test_a_plan_reads_back_from_json(one: Any) -> None:
    planned = one()
    text = planned.model_dump_json()
    again = Plan.model_validate_json(text)
    assert again == planned
    assert again.model_dump_json() == text


class TestTheOrder:
    form = OralLiquid(concentration="1 mg/mL", volume="90.5 mL", vehicle="Fawcett vehicle")

    def test_a_vehicle_is_named_as_the_catalogue_names_it(self) -> None:
        assert self.form.vehicle == "ascorbic acid and glycerol vehicle"

    def test_a_vehicle_nobody_knows_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="elixir of life"):
            OralLiquid(concentration="1 mg/mL", volume="90 mL", vehicle="elixir of life")

    def test_its_strength_is_what_all_of_it_holds(self) -> None:
        assert self.form.active == Mass.of("90.5 mg")
        assert self.form.strength.base == Fraction("90.5")
        assert self.form.units == UnitCount.of(1)

    def test_another_size_asks_for_another_amount(self) -> None:
        assert self.form.active.base == Fraction("90.5")  # asked first: nothing of it may stay
        assert self.form.of_size(120).active.base == 120
        assert self.form.size == 91
        assert self.form.size_said(120) == "120 mL"

    def test_an_overage_is_more_of_the_drug(self) -> None:
        # 100 mL of 2 mg/mL and 3 % more: 206 mg
        assert made("2 mg/mL", "100 mL", overage="3 %").active.base == 206

    def test_what_the_container_says_of_preservation_counts(self) -> None:
        assert bottled(made("2 mg/mL", "100 mL")).preserved == "no"
        assert bottled(made("2 mg/mL", "100 mL", preserved=True)).preserved == "yes"
        syrspend = "SyrSpend SF PH4 liquid"
        assert bottled(made("2 mg/mL", "100 mL", vehicle=syrspend)).preserved == "unknown"


class TestHarmedByCold:
    @pytest.mark.parametrize(
        "words", ["no", "None", "nothing", "n/a", "-", "...", "no.", " none ", "Not applicable"]
    )
    def test_none_is_no_harm(self, words: str) -> None:
        with pytest.raises(ValidationError, match="leave refrigeration_harms out"):
            kept(storage="room temperature", refrigeration_harms=words)

    @pytest.mark.parametrize("words", ["", "  ", "it thickens", "no longer pours"])
    def test_what_is_one_or_is_left_out(self, words: str) -> None:
        found = kept(storage="room temperature", refrigeration_harms=words).refrigeration_harms
        assert found == words.strip()

    @pytest.mark.parametrize("storage", [{}, {"storage": "refrigerator"}])
    def test_kept_where_it_is_harmed(self, storage: dict[str, Any]) -> None:
        with pytest.raises(ValidationError, match="write storage = 'room temperature'"):
            kept(refrigeration_harms="it thickens", **storage)


def kept(**stated: Any) -> OralLiquid:
    return OralLiquid.model_validate(
        {"concentration": "1 mg/mL", "volume": "100 mL", "vehicle": "purified water"} | stated
    )


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"syringes": ({"kind": "cylinder", **SYRINGE},)}, "a 3 mL cylinder measures no dose"),
        (
            {"syringes": ({"kind": "oral syringe", **SYRINGE},) * 2},
            "2 syringes for 3 doses: write one for all of them, or one for each",
        ),
    ],
)
def test_syringes_that_are_not_for_these_doses(stated: dict[str, object], said: str) -> None:
    liquid = {"concentration": "1 mg/mL", "volume": "100 mL", "vehicle": "purified water"}
    doses = ("1.5 mg", "2 mg", "3 mg")
    with pytest.raises(ValidationError, match=said):
        OralLiquid.model_validate({**liquid, "doses": doses, **stated})
    periods = tuple(Period(dose=dose, days="7 days") for dose in doses)
    with pytest.raises(ValidationError, match=said):
        Order(
            drug="naltrexone",
            form=OralLiquid.model_validate({**liquid, **stated}),
            directions=Regimen(periods=periods),
        )
