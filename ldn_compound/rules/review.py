"""A review: the plan, its dry run, every finding, and which rules were run."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ConfigDict

from ldn_compound.model.base import Base, Document
from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Plan
from ldn_compound.rules.finding import Finding

if TYPE_CHECKING:
    from ldn_compound.rules.approval import Approved, Waiver


class RuleRun(Base, frozen=True):
    """A rule that was run, and its version."""

    code: str
    version: int


class Review(Document, frozen=True):
    """Everything found, at once. `approve` it, or read why it may not be compounded from."""

    model_config = ConfigDict(title="the review")

    plan: Plan
    outcome: Outcome
    findings: tuple[Finding, ...]
    rules: tuple[RuleRun, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that forbid compounding unless they are waived."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def absolute(self) -> tuple[Finding, ...]:
        """The findings that nothing lifts."""
        return tuple(finding for finding in self.findings if finding.absolute)

    def approve(self, *, by: str, on: date, waivers: "Iterable[Waiver]" = ()) -> "Approved":
        """The review as somebody's decision. NotApproved names every reason against it.

        Each error needs a waiver of its own; an absolute one cannot be waived; a waiver that
        matches no finding is an error too.
        """
        from ldn_compound.rules.approval import approval_of

        return approval_of(self, by=by, on=on, waivers=tuple(waivers))
