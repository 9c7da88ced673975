"""The strategies for users' own tests: in range, on the grid, everyday first, all of it drawn."""

import subprocess
import sys
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.strategies import SearchStrategy

from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.rounding import Mode
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.strategies import (
    Job,
    benches,
    cases,
    masses,
    orders,
    policies,
    powders,
    sources,
    strengths,
    tablets,
)


@given(mass=masses())
def test_masses_are_on_the_balances_grid(mass: Mass) -> None:
    assert Mass.of("0.1 mg") <= mass <= Mass.of("10 g")
    assert (mass.value * 10).denominator == 1


@given(mass=masses(least="119 mg", most="122 mg", step="2 mg"))
def test_limits_off_the_grid_are_kept(mass: Mass) -> None:
    assert mass in (Mass.of("120 mg"), Mass.of("122 mg"))


@given(strength=strengths())
def test_strengths_are_hundredths_of_a_milligram(strength: PerUnit) -> None:
    assert PerUnit.of("0.1 mg") <= strength <= PerUnit.of("10 mg")
    assert (strength.value * 100).denominator == 1


@given(strength=strengths(least="2 mg", most="4 mg", step="0.5 mg"))
def test_everyday_strengths_stay_within_the_limits_asked(strength: PerUnit) -> None:
    assert PerUnit.of("2 mg") <= strength <= PerUnit.of("4 mg")


@given(source=tablets())
def test_tablets_weigh_100_to_990_mg_and_hold_less_than_they_weigh(source: Tablets) -> None:
    """The sieved ones lose a twentieth; the heaviest of several is a tenth above the lightest."""
    assert Fraction(95) <= source.average.value <= Fraction(990)
    assert source.active.value < source.average.value


@given(source=powders())
def test_powders_hold_78_to_110_percent(source: Powder) -> None:
    """90 % × (1 − 12 % − 2 %) = 77.4 %."""
    assert Fraction("77.4") <= source.potency.value <= Fraction(110)


@given(order=orders())
def test_orders_are_for_1_to_10000_and_spare_ones(order: Order) -> None:
    assert 1 <= order.form.quantity.value <= 10_000
    assert order.form.units.value - order.form.quantity.value <= 10


def test_some_orders_have_directions_and_some_are_of_a_kit() -> None:
    plain = settings(phases=(Phase.generate,))
    directed = find(orders(), lambda order: order.directions is not None, settings=plain)
    assert directed.doses
    assert find(orders(), lambda order: len(order.beside) == 2, settings=plain).beside
    assert find(orders(), lambda order: not order.beside and not order.doses, settings=plain)


@given(policy=policies(most_stages=1))
def test_policies_keep_the_stages_asked(policy: Policy) -> None:
    assert policy.most_stages <= 1
    assert 0 <= policy.grinding_reserve.value <= 10


def _simplest(strategy: SearchStrategy[Any]) -> Any:
    return find(strategy, lambda _: True)


def test_the_simplest_case_is_an_everyday_one() -> None:
    case = _simplest(cases())
    assert case.order.form.strength == PerUnit.of("4.5 mg")
    assert case.order.form.quantity.value == 90
    assert case.source.strength.value == 50
    assert case.source.average.value == Fraction("177.3")
    assert case.bench == Bench()
    assert case.policy.name == "usp"
    assert case == Job(case.order, case.source, case.bench, case.policy, date(2024, 1, 1))
    assert case.plan() == plan(
        case.order, case.source, on=case.on, bench=case.bench, policy=case.policy
    )


def test_either_source_is_drawn() -> None:
    assert find(sources(), lambda source: isinstance(source, Powder))
    assert find(sources(), lambda source: isinstance(source, Tablets))


def _all_drawn(strategy: SearchStrategy[Any], draws: int = 600) -> list[Any]:
    drawn: list[Any] = []

    @settings(max_examples=draws, phases=(Phase.generate,), derandomize=True, database=None)
    @given(one=strategy)
    def draw(one: Any) -> None:
        drawn.append(one)

    draw()
    return drawn


def test_every_balance_and_machine_is_drawn() -> None:
    drawn = _all_drawn(benches())
    assert {one.balance.basis for one in drawn} == {
        "sensitivity",
        "minimum_weighable",
        "repeatability",
    }
    read = {one.balance.readability.value for one in drawn}
    assert read == {Fraction(1, 10), Fraction(1, 2), Fraction(1), Fraction(10)}
    assert {one.machine.holes.value for one in drawn} == {50, 100, 300}
    assert any(one.assumed for one in drawn)


def test_every_rounding_mode_and_correction_is_drawn() -> None:
    drawn = _all_drawn(policies())
    assert {one.rounding.weigh for one in drawn} == set(Mode)
    assert {one.negative_correction for one in drawn} == {"full", "none", "capped"}
    assert {one.name for one in drawn} == {"usp", "nrf", "house"}


def test_every_fill_basis_and_shell_is_drawn() -> None:
    drawn = _all_drawn(orders())
    assert {one.form.fill.kind for one in drawn} == {"estimated", "calibrated", "measured"}
    assert {one.strength_as for one in drawn} == {"naltrexone", "naltrexone hydrochloride"}
    assert {one.form.shell is None for one in drawn} == {True, False}


def test_every_certificate_and_form_of_the_drug_is_drawn() -> None:
    drawn = _all_drawn(powders())
    assert {one.certificate.basis for one in drawn} == {"anhydrous", "dried", "as is"}
    assert {one.substance.removeprefix("naltrexone").strip() for one in drawn} == {
        "",
        "hydrochloride",
        "hydrochloride dihydrate",
    }


def test_every_way_to_weigh_tablets_is_drawn() -> None:
    drawn = _all_drawn(tablets())
    assert {one.coat for one in drawn} == {"ground in", "removed"}
    ways = {(one.together is not None, bool(one.weights), one.weight is not None) for one in drawn}
    assert ways == {(True, False, False), (False, True, False), (False, False, True)}


@pytest.mark.parametrize("module", ["ldn_compound", "ldn_compound.planning.plan"])
def test_the_library_itself_does_not_load_hypothesis(module: str) -> None:
    code = f"import sys, {module}; print('hypothesis' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
