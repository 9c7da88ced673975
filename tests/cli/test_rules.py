"""The rules, from the command line."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from ldn_compound.catalog import reference
from ldn_compound.rules.register import RULES
from ldn_compound.rules.rule import Rule

Ran = Callable[..., Result]
Refusal = Callable[..., str]


def test_every_rule_is_a_line(ran: Ran) -> None:
    lines = ran("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    for rule, line in zip(RULES, lines, strict=True):
        assert line.endswith(f"  {rule.title}")
        assert rule.severity in line
        assert ("  absolute  " in line) == rule.absolute


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_in_full(ran: Ran, rule: Rule) -> None:
    result = ran("rules", rule.code)
    assert result.exit_code == 0
    printed = " ".join(result.stdout.split())
    parts = [
        rule.title,
        rule.rationale,
        rule.bad,
        rule.good,
        rule.remedy,
        f"Version {rule.version}",
    ]
    parts += [f"[{key}] {reference(key).title}" for key in rule.cites]
    for part in parts:
        assert " ".join(part.split()) in printed
    assert ("no waiver lifts it" in printed) == rule.absolute


def test_a_code_may_be_written_small(ran: Ran) -> None:
    assert ran("rules", "wgh301").stdout == ran("rules", "WGH301").stdout


def test_an_unknown_code_lists_those_there_are(refusal: Refusal) -> None:
    said = refusal("rules", "WGH999")
    assert said.startswith("'WGH999' is no rule; the rules are ")
    assert "WGH301" in said
