"""The package's rules, listed or one in full."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING

from ldn_compound.cli.ending import Unusable

if TYPE_CHECKING:
    from ldn_compound.rules.rule import Rule

_WIDTH = 100


def listed() -> str:
    """A line for each rule: code, severity, whether it is absolute, title."""
    from ldn_compound.rules.register import RULES

    return "\n".join(
        f"{rule.code}  {rule.severity:<7}  {_absolute(rule):<8}  {rule.title}" for rule in RULES
    )


def in_full(code: str) -> str:
    """One rule with its reasons, examples, remedy and citations."""
    from ldn_compound.rules.register import RULES

    for rule in RULES:
        if rule.code == code.upper():
            return "\n".join(_lines(rule))
    raise Unusable(f"{code!r} is no rule; the rules are {', '.join(rule.code for rule in RULES)}")


def _absolute(rule: Rule) -> str:
    return "absolute" if rule.absolute else ""


def _lines(rule: Rule) -> Iterator[str]:
    from ldn_compound.catalog.references import reference

    yield f"{rule.code}, version {rule.version}: {rule.title}"
    yield f"Severity: {rule.severity}{_how_lifted(rule)}"
    yield ""
    yield _wrapped(rule.rationale)
    yield ""
    yield _wrapped(f"Bad: {rule.bad}")
    yield _wrapped(f"Good: {rule.good}")
    yield _wrapped(f"Remedy: {rule.remedy}")
    for key in rule.cites:
        yield _wrapped(f"[{key}] {reference(key)}")


def _wrapped(text: str) -> str:
    return fill(text, _WIDTH, break_on_hyphens=False, break_long_words=False)


def _how_lifted(rule: Rule) -> str:
    if rule.absolute:
        return ", absolute: no waiver lifts it"
    return ", its waiver needs a second name" if rule.second_name else ""
