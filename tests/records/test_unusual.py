"""What a sheet of doses asks that no order's rules have judged."""

import pytest

from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.quantity.kinds import Mass
from ldn_compound.records.unusual import of_doses, of_regimen


@pytest.mark.parametrize(
    ("dose", "asked"),
    [
        (
            "45 mg",
            "RX102: 45 mg. Strength far outside the usual low doses. 45 mg: was 4.5 mg meant?",
        ),
        ("0.045 mg", "RX102: 0.045 mg. "),
        ("0.45 mg", "RX101: 0.45 mg. Strength outside the usual low doses. 0.45 mg: was 4.5 mg"),
        ("5 mg", "RX101: 5 mg. "),
    ],
)
def test_a_dose_outside_the_usual_is_asked_about(dose: str, asked: str) -> None:
    (notice,) = of_doses((Mass.of(dose), Mass.of(dose)))
    assert notice.text.startswith(asked)
    assert (
        notice.text.endswith("Ask the prescriber.") or "Ask the prescriber whether" in notice.text
    )


@pytest.mark.parametrize("dose", ["0.5 mg", "1.5 mg", "4.5 mg"])
def test_a_usual_one_is_not(dose: str) -> None:
    assert not list(of_doses((Mass.of(dose),)))


def test_what_doses_come_to_in_a_day_is_asked_about() -> None:
    # 24 × 4.5 mg = 108 mg; of two periods the larger is named
    often = Regimen(
        periods=(
            Period(dose="4.5 mg", days="7 days", times_a_day=24),
            Period(dose="4.5 mg", days="7 days", times_a_day=2),
        )
    )
    (notice,) = of_regimen(often)
    assert notice.text == (
        "REG908: 108 mg in a day. More in a day than published low doses, 4.5 mg. "
        "Ask the prescriber whether this total is meant."
    )


def test_steps_that_come_too_soon_are_asked_about() -> None:
    # Days for weeks: 0.5, 1, 1.5 and 2 mg for 2 days each are three steps up after 2 days.
    ladder = Regimen.titration("0.5 mg", step="0.5 mg", every="2 days", target="2 mg")
    (notice,) = of_regimen(ladder)
    assert notice.text == (
        "REG906: period 2, after 2 days of 0.5 mg a day (and 2 more). A step up sooner than "
        "published titrations. Ask the prescriber whether days or weeks are meant."
    )


def test_a_step_that_is_too_large_is_asked_about() -> None:
    # 1.5 mg twice a day are 3 mg; 4.5 mg twice are 9 mg, 6 mg more; REG908 asks of the 9 mg
    ladder = Regimen(
        periods=(
            Period(dose="1.5 mg", days="7 days"),
            Period(dose="1.5 mg", days="7 days", times_a_day=2),
            Period(dose="4.5 mg", days="7 days", times_a_day=2),
        )
    )
    large, much = of_regimen(ladder)
    assert large.text == (
        "REG905: period 3, up by 6 mg a day, from 3 mg. A step up larger than published "
        "titrations. Ask the prescriber whether a step between the two was left out."
    )
    assert much.text.startswith("REG908: 9 mg in a day.")


@pytest.mark.parametrize(("step", "every"), [("1.5 mg", "7 days"), ("0.5 mg", "28 days")])
def test_published_steps_are_not(step: str, every: str) -> None:
    up = Regimen.titration("1.5 mg", step=step, every=every, target="4.5 mg")
    down = Regimen.taper("4.5 mg", step="3 mg", every="2 days", target="1.5 mg")
    assert not list(of_regimen(up))
    assert not list(of_regimen(down))


@pytest.mark.parametrize(("dose", "times"), [("1.5 mg", 3), ("4.5 mg", 1), ("2.25 mg", 2)])
def test_4_5_mg_in_a_day_are_not(dose: str, times: int) -> None:
    assert not list(of_regimen(Regimen.constant(dose, days="7 days", times_a_day=times)))
