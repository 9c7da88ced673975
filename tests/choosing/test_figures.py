"""What each way takes and how far off a unit may be, worked by hand (see conftest)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ldn_compound.choosing.comparison import ReviewedWay
from ldn_compound.model.lot import Lot
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Mass, TabletCount, UnitCount, Volume
from ldn_compound.sources.powder import AsIs

from .conftest import Compared, as_is, powder, tablets

_TINY = Fraction(1, 10**28)


def close(found: Fraction, square: Fraction) -> bool:
    """Whether `found` is the root of `square`, to the digits that a root is given to."""
    return abs(found * found - square) < _TINY


def only(comparison: object, name: str = "it") -> ReviewedWay:
    way = comparison.way(name)  # type: ignore[attr-defined]
    assert isinstance(way, ReviewedWay), way
    return way


def test_ground_tablets(compared: Compared) -> None:
    way = only(compared(), "ground tablets")
    assert (way.weighings, way.measurings, way.stages) == (2, 0, 0)  # ground tablet, diluent
    assert way.tablets == TabletCount.of(3)
    assert way.active_taken == Mass.of("150 mg")  # 3 × 50
    # 150 − 479 × 50 ÷ 177.3 = 14.918 mg
    assert way.active_left_over.base == 150 - Fraction(479 * 50 * 10, 1773)
    assert way.weighing_error.base == Fraction(6, 479)
    # 479 + 6 mg for 478.71 mg: 6.29 ÷ 478.71 = 1.31 %
    assert way.worst_error.base == Fraction(629, 47871)
    # rounded by 0.29 of 478.71, weighed within 6 of 479
    assert close(way.expected_error.base, Fraction(29, 47871) ** 2 + Fraction(6, 479) ** 2 / 3)
    assert way.beyond_order == UnitCount.of(0)


def test_whole_tablets(compared: Compared) -> None:
    way = only(compared(), "whole tablets")
    assert (way.weighings, way.stages) == (1, 0)  # the diluent
    assert way.tablets == TabletCount.of(3)
    assert way.active_taken == Mass.of("150 mg")
    assert way.active_left_over.is_zero
    assert way.weighing_error.is_zero  # no drug is weighed
    # 150 mg for the 33 × 4.5 = 148.5 mg intended: 1.5 ÷ 148.5, at worst and expected
    assert way.worst_error.base == way.expected_error.base == Fraction(1, 99)
    assert way.beyond_order == UnitCount.of(3)  # 33 for 30


def test_powder(compared: Compared) -> None:
    way = only(compared(), "powder")
    assert way.tablets is None
    potency = Fraction("0.910425")
    assert way.active_taken.base == 148 * potency
    assert way.active_left_over.is_zero
    # 148 − 6 mg of 135 mg ÷ 0.910425: the lower side is the farther, 4.24 %
    assert way.worst_error.base == 1 - 142 * potency / 135
    part = 148 * potency / 135
    assert close(way.expected_error.base, (part - 1) ** 2 + Fraction(6, 148) ** 2 / 3)


def test_what_stays_in_its_own_jar_is_not_left_over(compared: Compared) -> None:
    lot = Lot(number="N1", expiry="2027-10-01", amount="5 g")
    way = only(compared({"it": powder(lots=(lot,))}))
    assert any(one.vessel == "drug jar" for one in way.review.outcome.left_over)
    assert way.active_left_over.is_zero
    assert way.active_taken.base == 148 * Fraction("0.910425")


def test_an_overage_is_intended_and_no_error(compared: Compared) -> None:
    """30 × 4.5 × 1.10 = 148.5 mg, weighed as 148 mg so that none passes 110.0 %."""
    way = only(compared({"it": as_is("100 %")}, policy=Policy.nrf()))
    # 148 − 6 mg of 148.5 mg
    assert way.worst_error.base == 1 - Fraction(142) / Fraction("148.5")


def test_a_correction_that_the_house_does_not_make_is_no_error_of_rounding(
    compared: Compared,
) -> None:
    """Of 102 % and counted as 100 %: 135 mg are wanted and weighed, and 6 ÷ 135 is all."""
    way = only(compared({"it": as_is("102 %")}, policy=Policy(negative_correction="none")))
    assert way.review.outcome.runs[0].part.base == Fraction("1.02")
    assert close(way.expected_error.base, Fraction(6, 135) ** 2 / 3)


def test_drug_is_counted_as_the_order_counts_it(compared: Compared) -> None:
    """30 × 4.5 mg of base are 149.41 mg of hydrochloride; 4 tablets, 200 mg of it, are ground."""
    base = powder(substance="naltrexone", certificate=AsIs(assay="100 %"))
    found = compared({"tablets": tablets(), "base": base}, order={"strength_as": "naltrexone"})
    assert only(found, "base").active_taken == Mass.of("135 mg")
    in_base = 200 * Fraction("341.41") / Fraction("377.86")
    assert only(found, "tablets").active_taken.base == in_base
    # weighed: 135 × 377.86 ÷ 341.41 × 177.3 ÷ 50 = 529.82 mg, as 530 mg
    kept = 530 * Fraction(500, 1773) * Fraction("341.41") / Fraction("377.86")
    assert only(found, "tablets").active_left_over.base == in_base - kept


def test_dilutions_are_counted_and_what_they_leave_over(compared: Compared) -> None:
    """10 × 0.1 mg is 1 mg of drug, which no class III balance weighs."""
    way = only(compared({"it": powder()}, strength="0.1 mg", quantity=10))
    weighed = [step for step in way.plan.steps if isinstance(step, Weigh)]
    diluents = [step for step in weighed if step.what.startswith("diluent for trituration")]
    assert way.stages == len(diluents) >= 2
    assert way.weighings == len(weighed)
    taken = weighed[0].amount.base * Fraction("0.910425")  # out of the jar of drug
    assert way.active_taken.base == taken
    run = way.review.outcome.runs[0]
    assert way.active_left_over.base == taken - 10 * run.active.base


def test_the_farthest_of_all_runs_counts(compared: Compared) -> None:
    """250 capsules are runs of 84, 83 and 83, each with its share of the blend weighed.

    1125 × 177.3 ÷ 50 = 3989.25 mg of ground tablet, as 3989 mg. A size 3 shell holds 0.3 mL ×
    0.46 g/mL = 138 mg; shares of 84 × 138 = 11592 and 83 × 138 = 11454 mg, the smaller less exact.
    """
    way = only(compared({"it": tablets()}, quantity=250, shell="3"))
    assert [run.units.base for run in way.review.outcome.runs] == [84, 83, 83]
    assert way.weighing_error.base == Fraction(3995, 3989) * Fraction(11460, 11454) - 1
    part = Fraction(3989 * 100, 398925)
    low = part * Fraction(3983, 3989) * Fraction(11448, 11454)
    assert way.worst_error.base == 1 - low
    errors = Fraction(6, 3989) ** 2 + Fraction(6, 11454) ** 2
    assert close(way.expected_error.base, (1 - part) ** 2 + errors / 3)


def test_liquids(liquids: object) -> None:
    """90 mg in 90 mL: 319.14 mg of ground tablet as 319 mg; whole tablets, 2 in 100 mL."""
    whole = only(liquids, "whole tablets")
    assert (whole.weighings, whole.measurings) == (0, 1)  # brought to volume
    assert whole.beyond_order == Volume.of("10 mL")
    assert whole.tablets == TabletCount.of(2)
    # a 100 mL cylinder read to 1 mL: half of that in 100 mL
    assert whole.worst_error.base == Fraction(1, 200)
    assert close(whole.expected_error.base, Fraction(1, 200) ** 2 / 3)
    solution = only(liquids, "powder")
    # the stock solution is brought to volume, a part of it measured out, the rest brought up
    assert (solution.weighings, solution.measurings, solution.stages) == (1, 3, 1)
    weighed = next(step for step in solution.plan.steps if isinstance(step, Weigh))
    assert solution.active_taken.base == weighed.amount.base * Fraction("0.910425")
    assert solution.active_left_over.base == (
        solution.active_taken.base - solution.review.outcome.runs[0].active.base
    )


@pytest.mark.parametrize("strength", ["0.5 mg", "1.5 mg", "4.5 mg"])
@pytest.mark.parametrize("quantity", [30, 60, 250])
def test_expected_is_never_beyond_the_worst(
    compared: Compared, strength: str, quantity: int
) -> None:
    ways = compared(strength=strength, quantity=quantity).reviewed
    assert ways
    for way in ways:
        assert way.expected_error <= way.worst_error


def test_a_figure_shows_its_working(compared: Compared) -> None:
    working = explain(only(compared(), "ground tablets").expected_error)
    for line in ("before rounding 478.71 mg", "479 mg (weigh: rounded half up to 1 mg)", "÷ 3"):
        assert line in working
