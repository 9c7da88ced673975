"""Check a plan: carry it out on paper, run every rule, and report everything found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import ValidationError

from ldn_compound.errors import RuleError
from ldn_compound.model.base import trusted
from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Severity
from ldn_compound.model.satisfying import asked_of, satisfies
from ldn_compound.rules.case import Case
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.register import LISTED
from ldn_compound.rules.review import Review, RuleRun
from ldn_compound.rules.rule import Breach, HouseRule, Rule
from ldn_compound.verify.outcome import carry_out

_KEPT = 64
"""Sorts of plans whose rules are remembered."""

THE_RULE = "the rule itself"
"""The place of a finding that a rule could not be judged."""


def check(plan: Plan, *, also: Iterable[HouseRule] = ()) -> Review:
    """A review of `plan`: its dry run, and what the package's rules and the house's `also` find.

    The package's rules always run. RuleError where a house rule is none, or takes a code that is
    in use; and where the policy states a severity for a rule that is not run, or that no house
    may soften.
    """
    house = _house(also)
    if plan.policy.severities:
        from ldn_compound.rules.register import RULES
        from ldn_compound.rules.severities import refuse_unknown

        refuse_unknown(plan.policy.severities, rules=(*RULES, *house))
    case = Case(plan, carry_out(plan))
    return trusted(Review)(
        plan=plan,
        outcome=case.outcome,
        findings=(*_package_finds(case), *_findings(house, case, made=_stated)),
        rules=(*_package_rules(), *(_run(rule) for rule in house)),
    )


def found_again(plan: Plan) -> tuple[Outcome, tuple[Finding, ...]]:
    """The dry run of a plan, and what the package's rules alone find."""
    case = Case(plan, carry_out(plan))
    return case.outcome, _package_finds(case)


def _package_finds(case: Case) -> tuple[Finding, ...]:
    return _findings(_asked(case.subjects), case, made=trusted(Finding))


@lru_cache(_KEPT)
def _asked(subjects: frozenset[str]) -> tuple[Rule, ...]:
    """The package's rules, less those of something that the plan does not have."""
    return tuple(one.rule for one in LISTED if one.of in subjects)


@cache
def _package_rules() -> tuple[RuleRun, ...]:
    return tuple(trusted(RuleRun)(code=one.code, version=one.version) for one in LISTED)


def _run(rule: HouseRule) -> RuleRun:
    return RuleRun(code=rule.code, version=rule.version)


def _house(also: Iterable[HouseRule]) -> tuple[HouseRule, ...]:
    house = tuple(also)
    taken = {one.code for one in LISTED} if house else set()
    for rule in house:
        if not satisfies(rule, HouseRule):
            raise RuleError(f"{rule!r} is no rule: it has {', '.join(asked_of(HouseRule))}")
        _well_formed(rule)
        if _as_read(rule.code) in taken:
            raise RuleError(f"{rule.code} is in use: give the house rule a code of its own")
        taken.add(_as_read(rule.code))
    return house


def _as_read(code: str) -> str:
    """A code as it is read on a sheet: 'wgh301', 'WGH 301' and 'WGH-301' are WGH301 there."""
    return "".join(filter(str.isalnum, code)).upper()


def _well_formed(rule: HouseRule) -> None:
    """A severity that is none would be no error, and a finding of it would hold nobody back."""
    if not isinstance(rule.code, str) or not _as_read(rule.code):
        raise RuleError(f"{rule.code!r}: write the house rule's code as text, such as 'HOUSE1'")
    for what, text in (("title", rule.title), ("remedy", rule.remedy)):
        if not isinstance(text, str):
            raise RuleError(f"{rule.code}, {what} {text!r}: write it as text")
    version = rule.version
    if not isinstance(version, int) or isinstance(version, bool):
        raise RuleError(f"{rule.code}, version {version!r}: write a whole number, version = 1")
    if rule.severity not in get_args(Severity):
        raise RuleError(
            f"{rule.code}, severity {rule.severity!r}: write 'note', 'warning' or 'error'"
        )
    cites = rule.cites
    if not isinstance(cites, tuple) or not all(isinstance(one, str) for one in cites):
        raise RuleError(f"{rule.code}, cites {cites!r}: write a tuple of texts, ('...',)")


def _findings(
    rules: Iterable[Rule | HouseRule], case: Case, *, made: Callable[..., Finding]
) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for rule in rules:
        try:
            for breach in rule.check(case):
                findings.append(_finding(rule, breach, case, made=made))
        except (Exception, SystemExit) as error:  # one that breaks hides nothing that was found
            findings.append(_not_judged(rule, error, case))
    return tuple(findings)


def _finding(
    rule: Rule | HouseRule, breach: Breach, case: Case, *, made: Callable[..., Finding]
) -> Finding:
    absolute = second_name = False
    if isinstance(rule, Rule):
        absolute, second_name = rule.absolute, rule.second_name
    severity = rule.severity
    if not (absolute or second_name):
        severity = case.severities.get(rule.code, severity)
    return made(
        code=rule.code,
        version=rule.version,
        title=rule.title,
        severity=severity,
        absolute=absolute,
        second_name=second_name,
        place=breach.place,
        step=breach.step,
        observed=breach.observed,
        limit=breach.limit,
        remedy=breach.remedy or rule.remedy,
        cites=rule.cites,
        unit=case.unit,
    )


def _stated(**finding: Any) -> Finding:
    """A finding of a house's rule, which may state anything."""
    try:
        stated = Finding.model_validate(finding, strict=True)
    except ValidationError as error:
        wrong = dict.fromkeys(str(fault["loc"][0]) for fault in error.errors())
        said = ", ".join(f"{name} {finding[name]!r}" for name in wrong)
        raise RuleError(
            f"a breach with {said}: place and remedy are text, observed and limit an amount or "
            "text, and step is a whole number"
        ) from None
    f"{stated.code}{stated.message}".encode()  # what no document can hold is no text
    return stated


def _not_judged(rule: Rule | HouseRule, error: BaseException, case: Case) -> Finding:
    return trusted(Finding)(
        code=rule.code,
        version=rule.version,
        title=f"{rule.title}: not judged",
        severity="error",
        absolute=True,
        place=THE_RULE,
        observed=f"{type(error).__name__}: {_told(error)}",
        limit="a rule yields breaches and does not fail",
        remedy="Mend the rule; until then nobody knows whether it is kept.",
        cites=rule.cites,
        unit=case.unit,
    )


def _told(error: BaseException) -> str:
    """What an error says, as any document can hold it."""
    try:
        return str(error).encode(errors="backslashreplace").decode()
    except Exception:
        return "it does not say why"
