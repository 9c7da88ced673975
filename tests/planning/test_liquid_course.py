"""A regimen as a liquid: volumes on marks, one syringe, what measuring loses, bottles; by hand."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError, KindError, PlanError
from ldn_compound.model.measure import Measure
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import dispense
from ldn_compound.planning.dose_volume import dose_volume
from ldn_compound.planning.liquid_course import InSyringe, LiquidCourse, liquid_course, liquid_order
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, UnitCount, Volume
from ldn_compound.quantity.rounding import Mode
from ldn_compound.records.directed import directed
from ldn_compound.records.directions import directions
from ldn_compound.records.sheet import Facts
from ldn_compound.rules.check import check
from ldn_compound.sources.powder import AsIs, Powder

LADDER = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")


def syringe(capacity: str, graduation: str) -> Measure:
    return Measure(kind="oral syringe", capacity=capacity, graduation=graduation)


ONE, THREE, TEN = (
    syringe("1 mL", "0.01 mL"),
    syringe("3 mL", "0.1 mL"),
    syringe("10 mL", "0.2 mL"),
)


def volumes(course: LiquidCourse) -> list[str]:
    return [str(draw.volume) for draw in course.draws]


def test_one_syringe_for_every_step() -> None:
    # of 1.5 mg/mL 1.5 ÷ 1.5, 3 ÷ 1.5 and 4.5 ÷ 1.5 mL, the smallest a third of 3 mL
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    assert volumes(course) == ["1 mL", "2 mL", "3 mL"]
    assert [str(one) for one in course.syringes] == ["3 mL oral syringe"]
    assert course.exact
    assert course.delivered == LADDER.total


@pytest.mark.parametrize(("mode", "drawn"), [(Mode.DOWN, "1.2 mL"), (Mode.HALF_UP, "1.3 mL")])
def test_as_the_house_rounds(mode: Mode, drawn: str) -> None:
    # 1.25 ÷ 1 = 1.25 mL, by marks of 0.1 mL
    regimen = Regimen.constant("1.25 mg", days="10 days")
    course = liquid_course(regimen, concentration="1 mg/mL", syringes=(THREE,), mode=mode)
    assert volumes(course) == [drawn]
    assert LiquidCourse.model_validate_json(course.model_dump_json()) == course


def test_how_much_is_made() -> None:
    content = liquid_course(LADDER, concentration="1.5 mg/mL").content
    # 14 × (1 + 2 + 3) = 84 mL, 5 % more is 88.2 mL, in whole mL 89, of which 0.8 are over
    assert content.drawn == Volume.of("84 mL")
    assert content.wanted == Volume.of("88.2 mL")
    assert content.supplied == Volume.of("89 mL")
    assert content.left_over == Volume.of("0.8 mL")
    assert (content.bottle, content.bottles) == (Volume.of("90 mL"), UnitCount.of(1))


def test_a_house_s_own_loss() -> None:
    none = liquid_course(LADDER, concentration="1.5 mg/mL", loss="0 %").content
    assert (none.drawn, none.wanted, none.supplied) == (Volume.of("84 mL"),) * 3
    # 84 × 1.1 = 92.4 mL, in whole mL 93, in a bottle of 120 mL
    tenth = liquid_course(LADDER, concentration="1.5 mg/mL", loss="10 %").content
    assert (tenth.supplied, tenth.bottle) == (Volume.of("93 mL"), Volume.of("120 mL"))


def test_the_usual_loss_is_ours_and_says_so() -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    assert course.loss == Ratio.of("5 %")
    assert not fact("measuring_loss").confirmed
    assert "this-library" in explain(course.content.wanted)


def test_several_bottles() -> None:
    # 42 days of 45 mg at 1 mg/mL in a 60 mL syringe: 45 × 42 = 1890 mL, × 1.05 = 1984.5 mL,
    # 1985 mL; 1985 ÷ 480 = 4.1, 5 bottles
    large = syringe("60 mL", "1 mL")
    course = liquid_course(
        Regimen.constant("45 mg", days="42 days"), concentration="1 mg/mL", syringes=(large,)
    )
    assert (course.content.supplied, course.content.bottles) == (
        Volume.of("1985 mL"),
        UnitCount.of(5),
    )


def test_what_is_drawn_is_what_the_syringe_shows() -> None:
    # 1 mg of 0.7 mg/mL is 1.4286 mL, 1.4 mL on a mark: 0.98 mg, 2 % under
    course = liquid_course(Regimen.constant("1 mg", days="10 days"), concentration="0.7 mg/mL")
    (draw,) = course.draws
    assert (draw.volume, draw.delivered) == (Volume.of("1.4 mL"), Mass.of("0.98 mg"))
    assert draw.deviation.base == Fraction("-0.02")
    assert not course.exact
    assert course.content.drawn == Volume.of("14 mL")
    assert course.delivered == Mass.of("9.8 mg")


def test_of_two_syringes_that_suit_the_one_that_is_exact() -> None:
    # 3.5 mL lie between the marks of a 5 mL syringe (0.2 mL), and on one of 10 mL by 0.1 mL
    five, fine = syringe("5 mL", "0.2 mL"), syringe("10 mL", "0.1 mL")
    regimen = Regimen.titration("3.5 mg", step="1 mg", every="7 days", target="4.5 mg")
    course = liquid_course(regimen, concentration="1 mg/mL", syringes=(five, fine))
    assert course.exact
    assert course.syringes == (fine,)


def test_several_syringes_where_no_one_suits() -> None:
    # 0.5 and 4.5 mL: a ninth of what holds both is less than 20 % of it
    regimen = Regimen(
        periods=(Period(dose="0.5 mg", days="7 days"), Period(dose="4.5 mg", days="7 days"))
    )
    course = liquid_course(regimen, concentration="1 mg/mL", syringes=(ONE, THREE, TEN))
    assert course.syringes == (ONE, TEN)


def test_a_concentration_at_which_every_step_is_exact() -> None:
    course = liquid_course(LADDER)
    assert course.exact
    assert len(course.syringes) == 1
    for draw, period in zip(course.draws, LADDER.periods, strict=True):
        assert draw.volume.base * course.concentration.base == period.dose.base
        marks = draw.volume.base / draw.syringe.graduation.base
        assert marks.denominator == 1


def test_no_concentration_does() -> None:
    # marks of 0.1 mL up to 1 mL: 0.1 mg and 4.5 mg, 45 times as much
    regimen = Regimen.titration("0.1 mg", step="4.4 mg", every="7 days", target="4.5 mg")
    with pytest.raises(PlanError, match=r"does every dose, 0\.1 mg, 4\.5 mg, fall on a mark"):
        liquid_course(regimen, syringes=(syringe("1 mL", "0.1 mL"),))


def test_no_syringe_holds_a_dose() -> None:
    with pytest.raises(PlanError, match=r"is 30 mL, more than the 20 mL oral syringe holds"):
        liquid_course(LADDER, concentration="0.1 mg/mL")


@pytest.mark.parametrize(
    ("days", "drawn"),
    [
        ((14, 0, 0), "14 mL"),
        ((0, 3, 1), "9 mL"),  # 3 × 2 + 1 × 3
    ],
)
def test_a_part_of_the_days(days: tuple[int, ...], drawn: str) -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    assert course.for_days(days).drawn == Volume.of(drawn)


def test_several_doses_a_day() -> None:
    course = liquid_course(
        Regimen.constant("1.5 mg", days="10 days", times_a_day=2), concentration="1 mg/mL"
    )
    assert course.content.drawn == Volume.of("30 mL")  # 10 × 2 × 1.5


def test_json() -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    again = LiquidCourse.model_validate_json(course.model_dump_json())
    assert again == course
    assert explain(again.content.supplied) == explain(course.content.supplied)


def test_volumes_that_are_not_those_of_the_doses_are_refused() -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    stated = {"regimen": LADDER, "concentration": course.concentration}
    with pytest.raises(ValidationError, match="2 volumes for 3 periods"):
        LiquidCourse.model_validate({**stated, "draws": course.draws[:2]})
    with pytest.raises(ValidationError, match=r"a dose of 1\.5 mg is 1\.5 mg = 1 mL"):
        LiquidCourse.model_validate({**stated, "draws": course.draws[::-1]})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"concentration": "1 %"}, "1 %"),
        ({"concentration": "0 mg/mL"}, "above zero"),
        ({"concentration": "1,5 mg/mL"}, "1.5 mg/mL"),
        ({"concentration": "1 mg/mL", "loss": "-5 %"}, "-5 %"),
        ({"concentration": "1 mg/mL", "loss": "500 %"}, "500 %: write a part of the whole"),
    ],
)
def test_what_cannot_be_read(asked: dict[str, str], said: str) -> None:
    with pytest.raises((AmountError, ValidationError), match=said):
        liquid_course(LADDER, **asked)


def test_more_than_the_syringe_holds() -> None:
    with pytest.raises(ValidationError, match="4 mL in a 3 mL oral syringe, which holds no more"):
        InSyringe(volume="4 mL", capacity="3 mL")


def test_amounts_as_amounts() -> None:
    stated = Concentration.of("1.5 mg/mL")
    assert liquid_course(LADDER, concentration=stated).concentration is stated


def test_an_order_that_can_be_planned() -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    order = liquid_order(course, vehicle="purified water", avoid=("lactose",))
    assert order.directions == LADDER
    pure = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
    made = plan(order, pure, on=date(2026, 12, 1))
    assert made.bottled is not None
    # 89 mL, brought to the mark of a 100 mL cylinder; 89 × 1.5 = 133.5 mg of drug
    assert made.bottled.volume == Volume.of("89 mL")
    assert made.active == Mass.of("133.5 mg")
    more = liquid_order(course, vehicle="purified water", volume="100 mL")
    assert more.form.volume == Volume.of("100 mL")


PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
ON = date(2026, 12, 1)


def said_on_the_worksheet(order: Order, **by: Any) -> list[str]:
    """The lines of the directions, without their days."""
    made = plan(order, PURE, on=ON, **by)
    assert order.directions is not None
    (_, facts) = directed(made, order.directions)
    assert isinstance(facts, Facts)
    return [row.value for row in facts.rows if row.label.startswith("Day")]


def test_the_worksheet_names_the_syringes_and_volumes_of_the_course() -> None:
    # Of 1 mg/mL 1.5, 3 and 4.5 mL, in one syringe of 10 mL by 0.5 mL, which is not the usual choice
    ten = syringe("10 mL", "0.5 mL")
    course = liquid_course(LADDER, concentration="1 mg/mL", syringes=(ten,))
    order = liquid_order(course, vehicle="purified water")
    assert order.form.syringes == (ten,)
    assert said_on_the_worksheet(order) == directions(course).text.splitlines()
    codes = {one.code for one in check(plan(order, PURE, on=ON)).findings}
    assert not codes & {"REG902", "LIQ501"}


def test_each_dose_keeps_its_syringe_in_a_part_of_the_days() -> None:
    # Of 1 mg/mL, 1 mg in 1 mL and 2.5 in 3 mL, for 9 mg need another; without the 9 mg, one of
    # 3 mL would do for both. The directions of the whole course name 1 mL, and so does the order.
    regimen = Regimen(
        periods=tuple(Period(dose=dose, days="7 days") for dose in ("1 mg", "2.5 mg", "9 mg"))
    )
    course = liquid_course(regimen, concentration="1 mg/mL", syringes=(ONE, THREE, TEN))
    assert [draw.syringe for draw in course.draws] == [ONE, THREE, TEN]
    order = liquid_order(course, vehicle="purified water", days=(7, 7, 0))
    assert order.form.syringes == (ONE, THREE)
    assert said_on_the_worksheet(order) == directions(course).text.splitlines()[:2]
    assert Order.model_validate_json(order.model_dump_json()) == order


def test_an_order_of_one_supply_is_directed_for_its_days() -> None:
    # 28 days at a time: 14 × 1 + 14 × 2 = 42 mL, × 1.05 = 44.1, 45 mL; 14 × 3 × 1.05 = 44.1, 45 mL
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    dated = dispense(LADDER, course, first_day="2026-12-01", most_days="28 days")
    days = [dated.days_of(supply) for supply in dated.supplies]
    assert days == [(14, 14, 0), (0, 0, 14)]
    for supply, of_it in zip(dated.supplies, days, strict=True):
        order = liquid_order(course, vehicle="purified water", days=of_it)
        assert order.form.volume == supply.contents.supplied == Volume.of("45 mL")
        assert order.directions == LADDER.for_days(of_it)
        found = check(plan(order, PURE, on=ON)).findings
        assert "REG902" not in {one.code for one in found}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((14, 14), "days of 2 periods, and the regimen has 3: write a number for each"),
        ((15, 0, 0), "15 days of 1.5 mg, of a period of 14 days: write 0 to 14"),
        ((-1, 0, 0), "-1 days of 1.5 mg"),
        ((0.5, 0, 0), "0.5 days of 1.5 mg: write a whole number"),
        ((0, 0, 0), "0 periods: write 1 to 400 of them"),
    ],
)
def test_days_that_are_not_those_of_the_periods(days: Any, said: str) -> None:
    course = liquid_course(LADDER, concentration="1.5 mg/mL")
    with pytest.raises((AmountError, ValidationError), match=re.escape(said)):
        liquid_order(course, vehicle="purified water", days=days)


def test_doses_that_were_rounded_otherwise_than_the_policy_does() -> None:
    # 1.25 mL by marks of 0.1 mL: 1.2 mL in the directions, and 1.3 mL on a worksheet by the policy
    regimen = Regimen.constant("1.25 mg", days="10 days")
    course = liquid_course(
        regimen, concentration="1 mg/mL", syringes=(THREE,), mode=Mode.DOWN, loss="0 %"
    )
    order = liquid_order(course, vehicle="purified water", volume="20 mL")
    with pytest.raises(PlanError, match=r"rounded down to a mark, and by the policy half up;"):
        plan(order, PURE, on=ON)
    house = Policy(rounding={"dose_volume": "down"})
    assert said_on_the_worksheet(order, policy=house) == directions(course).text.splitlines()


def test_a_dose_in_two_syringes() -> None:
    regimen = Regimen(periods=(Period(dose="1 mg", days="7 days"),) * 2)
    draws = tuple(
        dose_volume(regimen.periods[0].dose, concentration=Concentration.of("1 mg/mL"), syringes=s)
        for s in ((ONE,), (THREE,))
    )
    course = LiquidCourse(regimen=regimen, concentration="1 mg/mL", draws=draws)
    with pytest.raises(AmountError, match="1 mg in the 1 mL oral syringe and in the 3 mL oral"):
        liquid_order(course, vehicle="purified water")


def test_what_is_no_regimen() -> None:
    with pytest.raises(KindError, match="is no regimen: write"):
        liquid_course("0.5 mg")


@pytest.mark.parametrize("concentration", ["1.5 mg/mL", None])
def test_what_no_patient_draws_a_dose_with(concentration: str | None) -> None:
    cylinder = Measure(kind="cylinder", capacity="10 mL", graduation="0.1 mL")
    with pytest.raises(AmountError, match="a 10 mL cylinder measures no dose"):
        liquid_course(LADDER, concentration=concentration, syringes=(cylinder,))
    with pytest.raises(KindError, match="'3 mL' is no syringe: write Measure"):
        liquid_course(LADDER, concentration=concentration, syringes=("3 mL",))
