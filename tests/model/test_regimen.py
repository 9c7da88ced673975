"""Ladders, tapers, held steps and irregular lists; what they come to; what is refused."""

import pickle
from fractions import Fraction

import pytest
from pydantic import ValidationError

from ldn_compound.equations.everyday import share
from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Concentration, Days, Mass, Volume


def written(regimen: Regimen) -> list[tuple[str, str]]:
    return [(str(period.dose), str(period.days)) for period in regimen.periods]


def test_a_titration() -> None:
    regimen = Regimen.titration(
        "1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg", hold="28 days"
    )
    assert written(regimen) == [
        ("1.5 mg", "14 days"),
        ("3 mg", "14 days"),
        ("4.5 mg", "28 days"),
    ]
    assert regimen.days == Days.of("56 days")  # 14 + 14 + 28
    assert regimen.doses == 56
    assert regimen.total == Mass.of("189 mg")  # 14 × 1.5 + 14 × 3 + 28 × 4.5 = 21 + 42 + 126
    assert regimen.volume("1.5 mg/mL") == Volume.of("126 mL")  # 189 ÷ 1.5
    assert regimen.notes == ()


def test_the_target_lasts_as_long_as_a_step_where_nothing_else_is_said() -> None:
    regimen = Regimen.titration("1 mg", step="1 mg", every="7 days", target="2 mg")
    assert written(regimen) == [("1 mg", "7 days"), ("2 mg", "7 days")]


def test_a_step_that_overshoots_ends_at_the_target_and_says_so() -> None:
    regimen = Regimen.titration("1 mg", step="1.5 mg", every="7 days", target="4.5 mg")
    assert [dose for dose, _ in written(regimen)] == ["1 mg", "2.5 mg", "4 mg", "4.5 mg"]
    said = "a step of 1.5 mg up from 4 mg would be 5.5 mg; this one ends at the target, 4.5 mg"
    assert regimen.notes == (said,)


def test_a_first_step_that_overshoots() -> None:
    regimen = Regimen.titration("3 mg", step="3 mg", every="7 days", target="4.5 mg")
    assert [dose for dose, _ in written(regimen)] == ["3 mg", "4.5 mg"]
    assert len(regimen.notes) == 1


def test_a_start_at_the_target_is_one_period() -> None:
    regimen = Regimen.titration(
        "4.5 mg", step="0.5 mg", every="7 days", target="4.5 mg", hold="30 days"
    )
    assert written(regimen) == [("4.5 mg", "30 days")]


def test_a_taper_and_its_last_step() -> None:
    regimen = Regimen.taper("4.5 mg", step="2 mg", every="7 days", target="1 mg", hold="3 days")
    assert written(regimen) == [("4.5 mg", "7 days"), ("2.5 mg", "7 days"), ("1 mg", "3 days")]
    said = "a step of 2 mg down from 2.5 mg would be 0.5 mg; this one ends at the target, 1 mg"
    assert regimen.notes == (said,)


def test_a_last_step_that_would_leave_nothing() -> None:
    regimen = Regimen.taper("1 mg", step="1 mg", every="7 days", target="0.5 mg")
    said = "a step of 1 mg down from 1 mg would be nothing; this one ends at the target, 0.5 mg"
    assert regimen.notes == (said,)


def test_one_dose_throughout() -> None:
    regimen = Regimen.constant("3 mg", days="30 days", times_a_day=2)
    assert regimen.doses == 60
    assert regimen.total == Mass.of("180 mg")  # 30 × 2 × 3


def test_any_list_of_periods() -> None:
    regimen = Regimen(
        periods=(
            Period(dose="1 mg", days="3 days"),
            Period(dose="0.5 mg", days="1 day", times_a_day=3),
            Period(dose="1 mg", days="10 days"),
        )
    )
    assert regimen.total == Mass.of("14.5 mg")  # 3 + 1.5 + 10
    assert regimen.doses == 16  # 3 + 3 + 10


def test_a_held_step() -> None:
    ladder = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")
    held = ladder.held("3 mg", days="28 days")
    assert written(held) == [("1.5 mg", "14 days"), ("3 mg", "28 days"), ("4.5 mg", "14 days")]
    assert ladder.days == Days.of("42 days")


@pytest.mark.parametrize("dose", ["2 mg", "1 mg"])
def test_a_step_to_hold_is_named_by_a_dose_that_occurs_once(dose: str) -> None:
    regimen = Regimen(
        periods=(
            Period(dose="1 mg", days="3 days"),
            Period(dose="3 mg", days="3 days"),
            Period(dose="1 mg", days="3 days"),
        )
    )
    with pytest.raises(AmountError, match="the doses are 1 mg, 3 mg, 1 mg; write the periods out"):
        regimen.held(dose, days="7 days")


def test_exact_steps_reach_their_target() -> None:
    # in binary, 0.1 + 0.1 + 0.1 is not 0.3, and a ladder of such steps would pass its target
    regimen = Regimen.titration("0.1 mg", step="0.1 mg", every="1 day", target="4.5 mg")
    assert len(regimen.periods) == 45
    assert regimen.notes == ()
    assert regimen.total == Mass.of("103.5 mg")  # 0.1 × 45 × 46 ÷ 2


def test_an_amount_shows_where_it_comes_from() -> None:
    regimen = Regimen.titration("3 mg", step="3 mg", every="7 days", target="4.5 mg")
    shown = explain(regimen.periods[-1].dose)
    assert "the least of dose + step and target" in shown
    assert "target 4.5 mg (given: the regimen, target)" in shown


def test_json_keeps_doses_origins_and_notes() -> None:
    regimen = Regimen.titration("1 mg", step="1.5 mg", every="7 days", target="4.5 mg")
    again = Regimen.model_validate_json(regimen.model_dump_json())
    assert again == regimen
    assert again.notes == regimen.notes
    assert explain(again.total) == explain(regimen.total)
    assert pickle.loads(pickle.dumps(regimen)).notes == regimen.notes


def test_a_regimen_is_read_from_plain_tables() -> None:
    regimen = Regimen.model_validate({"periods": [{"dose": "4.5 mg", "days": "30 days"}]})
    assert regimen == Regimen.constant("4.5 mg", days="30 days")


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"dose": "4,5 mg", "days": "7 days"}, r"write the decimal mark as a point, '4\.5 mg'"),
        ({"dose": "0 mg", "days": "7 days"}, "an amount above zero is wanted"),
        ({"dose": 4.5, "days": "7 days"}, r"a number needs its unit; .*'4\.5 mg'"),
        ({"dose": "1 mg", "days": 7}, "a number needs its unit; .*'7 days'"),
        ({"dose": "1 mg", "days": "0 days"}, "an amount above zero is wanted"),
        (
            {"dose": "1 mg", "days": Days.of(Fraction(1, 2), "days")},
            "write whole days, such as '180 days'",
        ),
        ({"dose": "1 mg", "days": "36601 days"}, "longer than 100 years; write fewer days"),
        ({"dose": "1 mg", "days": "7 days", "times_a_day": 0}, "write a whole number, such as 1"),
        ({"dose": "1 mg", "days": "7 days", "times_a_day": True}, "write a whole number"),
        ({"dose": "1 mg", "days": "7 days", "times_a_day": "2"}, "write a whole number"),
        ({"dose": "1 mg", "days": "7 days", "often": 2}, "often"),
    ],
)
def test_a_period_that_cannot_be_read(stated: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Period.model_validate(stated)


def test_a_dose_that_no_label_can_carry() -> None:
    with pytest.raises(ValidationError, match=r"is not the exact dose, 1/3 mg, which has no end"):
        Period(dose=share(Mass.of("1 mg"), parts=3), days="7 days")


def test_a_period_may_last_as_long_as_the_calendar() -> None:
    assert Period(dose="1 mg", days="36600 days").length == 36600  # 100 years, 2000 to 2099, of 366


def test_nothing_to_take_is_no_regimen() -> None:
    with pytest.raises(ValidationError, match="0 periods: write 1 to 400 of them"):
        Regimen(periods=())


def test_a_step_that_is_a_slip() -> None:
    with pytest.raises(AmountError, match=r"4000001 periods, and 400 are the most; .* larger step"):
        Regimen.titration("0.5 mg", step="1 ng", every="7 days", target="4.5 mg")


def test_the_most_periods() -> None:
    # 0.01 to 4 mg by 0.01 mg are 400 periods, and 0.01 to 4.01 mg are 401
    at_most = Regimen.titration("0.01 mg", step="0.01 mg", every="1 day", target="4 mg")
    assert len(at_most.periods) == 400
    with pytest.raises(AmountError, match="401 periods"):
        Regimen.titration("0.01 mg", step="0.01 mg", every="1 day", target="4.01 mg")


def test_up_and_down_are_not_confused() -> None:
    with pytest.raises(AmountError, match=r"from 4\.5 mg down to 0\.5 mg: .* or state a taper"):
        Regimen.titration("4.5 mg", step="0.5 mg", every="7 days", target="0.5 mg")
    with pytest.raises(AmountError, match=r"from 0\.5 mg up to 4\.5 mg: .* or state a titration"):
        Regimen.taper("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")


def test_the_kinds_that_go_in() -> None:
    with pytest.raises(AmountError, match="mg/mL"):
        Regimen.constant("1 mg", days="7 days").volume("1 mg")
    volume = Regimen.constant("1 mg", days="7 days").volume(Concentration.of("2 mg/mL"))
    assert volume == Volume.of("3.5 mL")  # 7 ÷ 2


def test_holding_a_step_that_was_cut_short_still_says_so() -> None:
    # 1 + 1.5 = 2.5 mg, and 2.5 + 1.5 = 4 mg would pass 3 mg
    ladder = Regimen.titration("1 mg", step="1.5 mg", every="7 days", target="3 mg")
    assert ladder.notes
    assert ladder.held("3 mg", days="28 days").notes == ladder.notes


def test_no_more_doses_a_day_than_hours() -> None:
    assert Period(dose="1 mg", days="1 day", times_a_day=24).doses == 24
    with pytest.raises(ValidationError, match="25 times a day: 24 are the most"):
        Period(dose="1 mg", days="1 day", times_a_day=25)
