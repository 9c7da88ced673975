"""The worksheet a pharmacist takes to the bench; not approved, it says so above its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.model.plan import Plan
from ldn_compound.records.calculations import appendix, calculations
from ldn_compound.records.checks import results
from ldn_compound.records.contents import contents
from ldn_compound.records.dating import dating
from ldn_compound.records.findings import findings
from ldn_compound.records.grounds import grounds
from ldn_compound.records.header import header, title
from ldn_compound.records.ingredients import ingredients, ingredients_unweighed
from ldn_compound.records.label_words import label_words
from ldn_compound.records.sheet import Block, Heading, Notice, Paragraph, Sheet
from ldn_compound.records.steps import steps
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.review import Review

if TYPE_CHECKING:
    from ldn_compound.rules.approval import Approved

NOT_APPROVED = Notice("NOT APPROVED - do not compound")


def worksheet(subject: Review | Approved) -> Sheet:
    """The sheet of an approval, to work from; or of a review, to judge.

    With an absolute finding nothing is printed that could be compounded from.
    """
    review = subject if isinstance(subject, Review) else subject.review
    if review.absolute:
        blocks = _withheld(review)
    elif isinstance(subject, Review):
        blocks = _for_review(review)
    else:
        blocks = _approved(subject)
    return Sheet(title(review.plan), blocks=blocks)


def _approved(approved: Approved) -> tuple[Block, ...]:
    review = approved.review
    status = f"approved by {approved.by} on {approved.on.isoformat()}"
    return (
        *header(review.plan, status=status),
        *_directions(review.plan),
        *findings(review, waivers=approved.waivers),
        *ingredients(review.plan),
        Heading("Steps"),
        *_work(review),
    )


def _for_review(review: Review) -> tuple[Block, ...]:
    return (
        NOT_APPROVED,
        *findings(review),
        *header(review.plan, status=_status(review.errors)),
        *_directions(review.plan),
        *ingredients(review.plan),
        Heading("Steps"),
        NOT_APPROVED,
        *_work(review),
    )


def _withheld(review: Review) -> tuple[Block, ...]:
    codes = ", ".join(dict.fromkeys(finding.code for finding in review.absolute))
    return (
        NOT_APPROVED,
        *findings(review),
        *header(review.plan, status=_status(review.errors)),
        *_directions(review.plan),
        *ingredients_unweighed(review.plan),
        Paragraph(f"Amounts, steps and calculations are not printed: nothing lifts {codes}."),
    )


def _directions(plan: Plan) -> tuple[Block, ...]:
    """What the patient takes; what says it is loaded only where something is directed."""
    if plan.order.directions is None:
        return ()
    from ldn_compound.records.directed import directed

    return directed(plan, plan.order.directions)


def _work(review: Review) -> tuple[Block, ...]:
    plan, outcome = review.plan, review.outcome
    return (
        steps(review),
        *results(plan),
        *dating(plan),
        *label_words(plan),
        *contents(plan, outcome),
        *calculations(plan, outcome),
        *grounds(review),
        *appendix(plan),
    )


def _status(errors: tuple[Finding, ...]) -> str:
    if not errors:
        return "NOT APPROVED: no error was found, and nobody has approved it yet"
    number = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
    return f"NOT APPROVED: {number} found"
