"""What a rule is: a fault with its code, why it matters, an example, a remedy, and a check.

The package's rules are functions under `@rule`; a house's own is any object that satisfies
`HouseRule`. A check yields breaches and never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, Protocol, runtime_checkable

from ldn_compound.model.policy import Severity
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.rules.case import Case

Subject = Literal[
    "any plan",
    "capsules",
    "liquids",
    "tablets",
    "powder",
    "prepared",
    "injection",
    "lots stated",
    "measured fill",
    "modified release",
    "other actives",
    "refrigerator",
    "strength as base",
    "shortages",
    "tablets weighed singly",
    "house's policy",
    "volumes measured",
    "directions",
    "excipients avoided",
]
"""What a plan must have for a rule to be asked: of any other it would find nothing."""


class Breach(NamedTuple):
    """One place where a rule is broken: what is observed, and the limit it breaks."""

    place: str
    """Where, in a pharmacist's words: "step 4, weigh ground tablet"."""
    observed: Amount | str
    limit: Amount | str
    """An amount with the comparison said in `place` or title, or words: "120 mg or more"."""
    step: int | None = None
    """The step's number, from 1, where there is one."""
    remedy: str = ""
    """Where the rule's own remedy can be said more exactly."""


@runtime_checkable
class HouseRule(Protocol):
    """What a house's own rule must have; codes of the package's are not to be used."""

    @property
    def code(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def remedy(self) -> str: ...
    @property
    def cites(self) -> tuple[str, ...]: ...
    def check(self, case: Case) -> Iterable[Breach]: ...


class Rule(NamedTuple):
    """A rule of the package. `absolute`: no waiver, policy or house rule lifts it.

    `second_name`: a waiver of it needs a second person.
    """

    code: str
    title: str
    severity: Severity
    rationale: str
    bad: str
    good: str
    remedy: str
    cites: tuple[str, ...]
    check: Callable[[Case], Iterable[Breach]]
    of: Subject = "any plan"
    version: int = 1
    absolute: bool = False
    second_name: bool = False


def rule(
    *,
    code: str,
    title: str,
    severity: Severity,
    rationale: str,
    bad: str,
    good: str,
    remedy: str,
    cites: tuple[str, ...],
    of: Subject = "any plan",
    version: int = 1,
    absolute: bool = False,
    second_name: bool = False,
) -> Callable[[Callable[[Case], Iterable[Breach]]], Rule]:
    """Make a check a rule of the package."""

    def made(check: Callable[[Case], Iterable[Breach]]) -> Rule:
        return Rule(
            code=code,
            title=title,
            severity=severity,
            rationale=rationale,
            bad=bad,
            good=good,
            remedy=remedy,
            cites=cites,
            check=check,
            of=of,
            version=version,
            absolute=absolute,
            second_name=second_name,
        )

    return made
