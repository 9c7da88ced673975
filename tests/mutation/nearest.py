"""For mutmut, a scenario is a test of the rule it is named for, and not of every rule that ran.

A review runs every rule, so that every scenario would be tried on every mutant of every rule, which
takes hours. So a mutant of a rule is tried with that rule's scenarios, one of the engine with the
tests in tests/rules; what only others notice is found by again.py.
"""

import os
import re

import pytest

RULE = re.compile(r"ldn_compound\.rules\.([a-z]+\d{3})_")
ENGINE = re.compile(r"ldn_compound\.rules\.(case|check|finding|register|review|rule|severities)\.")
SCENARIO = re.compile(r"tests/scenarios/.*\[([A-Z]+\d{3}): ")


def _far(test: str, function: str) -> bool:
    """Whether a function is reached by a test that is not meant for it."""
    if rule := RULE.match(function):
        scenario = SCENARIO.search(test)
        return scenario is None or scenario[1] != rule[1].upper()
    return ENGINE.match(function) is not None and "tests/scenarios/" in test


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Before mutmut notes which functions a test has reached."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        from mutmut.state import state

        reached = state()._stats
        reached -= {function for function in reached if _far(item.nodeid, function)}
