"""A house's other severities: of rules that are run, and of none that a house may not soften."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ldn_compound.errors import RuleError
from ldn_compound.model.policy import Severity
from ldn_compound.rules.rule import HouseRule, Rule


def refuse_unknown(
    severities: Mapping[str, Severity], *, rules: Iterable[Rule | HouseRule]
) -> None:
    """RuleError where a policy states a severity for no rule of these, or for one that is its own.

    Such are the absolute ones, and those whose waiver needs a second name.
    """
    known = {rule.code: rule for rule in rules}
    for code in severities:
        rule = known.get(code)
        if rule is None:
            raise RuleError(
                f"policy, severities, {code!r}: no such rule is run; {_meant(code, known)}"
            )
        if isinstance(rule, Rule) and rule.absolute:
            raise RuleError(
                f"policy, severities, {code!r}: absolute, nothing lifts it ({rule.title}); "
                "leave it out"
            )
        if isinstance(rule, Rule) and rule.second_name:
            raise RuleError(
                f"policy, severities, {code!r}: its waiver needs a second name, which no severity "
                f"passes by ({rule.title}); leave it out"
            )


def _meant(code: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(code.upper(), known)
    if close:
        return f"write {close[0]!r}, or run the house's rule of that code beside the package's"
    return "write a code of the package's, such as 'WGH304', or run the house's rule of that code"
