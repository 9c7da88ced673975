"""For mutmut, a test is one of what it is named for, and not of every rule that ran in it.

A review runs every rule, so that every scenario would be tried on every mutant of every rule, which
takes hours. So a mutant of a rule is tried with that rule's scenarios, one of what several rules
share with theirs and its mirror tests, one of the engine with the tests in tests/rules; what only
others notice is found by again.py.
"""

from __future__ import annotations

import os
import re
from types import MappingProxyType

import pytest

MODULE = re.compile(r"ldn_compound\.rules\.(?P<module>(?:(?P<code>[a-z]+\d+)_)?\w+)\.")
SCENARIO = re.compile(r"tests/scenarios/.*\[(?P<code>[A-Z]+\d+): ")
SHARED = MappingProxyType(
    {
        "avoidance": "EXC",
        "directed": "REG",
        "dosing": "LIQ|RX106",
        "moved": "WGH304|LIQ513",
        "origin": "SRC|EXC|CAP403",
        "strengths": "RX|REG",
        "trail": "RX104|SRC214",
    }
)
"""What several rules share, and how the codes of these begin."""


def _near(test: str, function: str) -> bool:
    """Whether a test is meant for a function that it reaches."""
    of = MODULE.match(function)
    if of is None:
        return True
    named = SCENARIO.search(test)
    if of["code"]:
        return named is not None and named["code"] == of["code"].upper()
    if of["module"] not in SHARED:
        return "tests/scenarios/" not in test
    if named is not None:
        return re.match(SHARED[of["module"]], named["code"]) is not None
    return f"test_{of['module']}.py" in test


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Before mutmut notes which functions a test has reached."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        from mutmut.state import state

        reached = state()._stats
        reached -= {function for function in reached if not _near(item.nodeid, function)}
