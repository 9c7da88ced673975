"""The package's rules, listed or one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.cli.ending import Unusable

if TYPE_CHECKING:
    from ldn_compound.records.sheet import Sheet
    from ldn_compound.rules.rule import Rule


def listed() -> str:
    """A line for each rule: code, severity, whether it is absolute, title."""
    from ldn_compound.rules.register import RULES

    return "\n".join(
        f"{rule.code}  {rule.severity:<7}  {_absolute(rule):<8}  {rule.title}" for rule in RULES
    )


def in_full(code: str) -> Sheet:
    """One rule with its reasons, examples, remedy and citations."""
    from ldn_compound.records.rule_sheet import rule_sheet
    from ldn_compound.rules.register import RULES

    for rule in RULES:
        if rule.code == code.upper():
            return rule_sheet(rule)
    raise Unusable(f"{code!r} is no rule; the rules are {', '.join(rule.code for rule in RULES)}")


def _absolute(rule: Rule) -> str:
    return "absolute" if rule.absolute else ""
