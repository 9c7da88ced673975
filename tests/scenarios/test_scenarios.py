"""Preparations that a pharmacist can read, each with its arithmetic and what the rules must find.

`findings` are the errors and warnings, all of them; `notes` likewise where they are listed. `says`
is text that the message of a code must hold.
"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.steps import Count, Encapsulate, Step, Weigh
from ldn_compound.model.top_up import TopUp
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.rounding import Mode, whole
from ldn_compound.quantity.writing import write
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review

from .reading import SCENARIOS, Scenario, request_of, review_of

EVERY = pytest.mark.parametrize(
    "scenario", [pytest.param(one, id=f"{file}: {one['title']}") for file, one in SCENARIOS]
)


def _codes(review: Review, *severities: str) -> set[str]:
    return {one.code for one in review.findings if one.severity in severities}


def _in_words(step: Step) -> str | None:
    match step:
        case Count():
            return f"count {write(step.tablets)}"
        case Weigh():
            return f"weigh {step.amount.value} mg of {step.what}"
        case MeasureOut():
            return f"measure {write(step.volume)} of {step.what}"
        case BringTo():
            return f"bring to {write(step.volume)} with {step.what}"
        case TopUp():
            return f"top up {write(step.units, unit='shell')}"
        case Encapsulate():
            return f"fill {write(step.units, unit='capsule')}, {step.shell}"
        case _:
            return None


def _figure(review: Review, name: str) -> Amount | Fraction:
    plan, runs = review.plan, review.outcome.runs
    if name == "drug":
        return sum((run.active.base * run.units.base for run in runs), Fraction(0))
    if name == "content":
        return runs[0].active
    if name == "part":
        return runs[0].part
    if name == "strength_in_source":
        return plan.strength_in_source
    return plan.amount(name)


def _rounds_to(value: Fraction, text: str) -> bool:
    """Whether a value is `text` at the decimals that it has, ties up; '1436.13 mg' has two."""
    number = text.split(" ", maxsplit=1)[0]
    steps = 10 ** len(number.partition(".")[2])
    return Fraction(whole(value * steps, Mode.HALF_UP), steps) == Fraction(number)


@EVERY
def test_the_rules_find_this_and_nothing_else(scenario: Scenario) -> None:
    review = review_of(scenario)
    assert _codes(review, "error", "warning") == set(scenario["findings"])
    if "notes" in scenario:
        assert _codes(review, "note") == set(scenario["notes"])


@EVERY
def test_the_rule_that_is_meant_fires_or_just_does_not(scenario: Scenario) -> None:
    found = _codes(review_of(scenario), "error", "warning", "note")
    assert {scenario.get("fires")} - {None} <= found
    assert scenario.get("near_miss") not in found


@EVERY
def test_a_message_says_what_the_hand_sum_gives(scenario: Scenario) -> None:
    found = review_of(scenario).findings
    for code, text in scenario.get("says", {}).items():
        assert any(one.code == code and text in one.message for one in found), code


@EVERY
def test_a_finding_is_whole_and_names_its_step(scenario: Scenario) -> None:
    """What is found in "step 4, weigh ground tablet" is found in step 4."""
    review = review_of(scenario)
    for found in review.findings:
        assert found.message.startswith(f"{found.place}: ")
        assert Finding.model_validate_json(found.model_dump_json()) == found
        assert found.step is None or 1 <= found.step <= len(review.plan.steps)
        named = re.match(r"step (\d+),", found.place)
        assert named is None or found.step == int(named[1])


@EVERY
def test_the_figures_are_those_of_the_hand_sum(scenario: Scenario) -> None:
    review = review_of(scenario)
    for name, text in scenario.get("figures", {}).items():
        found = _figure(review, name)
        value = found.value if isinstance(found, Amount) else found
        assert _rounds_to(value, text), f"{name}: {value} is not {text}"


@EVERY
def test_the_steps_are_those_of_the_hand_sum(scenario: Scenario) -> None:
    if "steps" in scenario:
        said = [words for step in request_of(scenario).plan().steps if (words := _in_words(step))]
        assert said == scenario["steps"]


@EVERY
def test_a_review_reads_back_from_json_and_finds_the_same(scenario: Scenario) -> None:
    review = review_of(scenario)
    again = Review.model_validate_json(review.model_dump_json())
    assert again == review
    assert check(again.plan).findings == review.findings


@EVERY
def test_a_scenario_says_only_what_it_may(scenario: Scenario) -> None:
    assert scenario["title"]
    codes = {rule.code for rule in RULES}
    named = {scenario.get("fires"), scenario.get("near_miss")} - {None}
    assert named | set(scenario["findings"]) | set(scenario.get("notes", ())) <= codes


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_rule_has_a_scenario_that_fires_and_one_that_just_does_not(code: str) -> None:
    assert any(scenario.get("fires") == code for _, scenario in SCENARIOS)
    assert any(scenario.get("near_miss") == code for _, scenario in SCENARIOS)


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_rule_has_a_scenario_that_says_place_observed_and_limit(code: str) -> None:
    said = [scenario["says"][code] for _, scenario in SCENARIOS if code in scenario.get("says", {})]
    assert any(re.match(r"\S.*: \S.*; limit: \S", text) for text in said)
