"""For mutmut, a scenario is a test of the rule that it is named for, not of every rule that ran.

A review runs every rule, so that every scenario would be tried on every mutant of every rule, which
takes hours. What only another rule's scenario notices is found by again.py.
"""

import os
import re

import pytest

RULE = re.compile(r"ldn_compound\.rules\.([a-z]+\d{3})_")
SCENARIO = re.compile(r"tests/scenarios/.*\[([A-Z]+\d{3}): ")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Before mutmut notes which functions a test has reached: forget the rules of other codes."""
    scenario = SCENARIO.search(item.nodeid)
    if scenario and os.environ.get("MUTANT_UNDER_TEST") == "stats":
        from mutmut.state import state

        reached = state()._stats
        reached -= {
            name
            for name in reached
            if (rule := RULE.match(name)) and rule[1].upper() != scenario[1]
        }
