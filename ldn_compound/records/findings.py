"""What the rules found: errors first, each waiver under the finding it is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Paragraph
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.review import Review

if TYPE_CHECKING:
    from ldn_compound.rules.approval import Waiver


def findings(review: Review, *, waivers: tuple[Waiver, ...] = ()) -> tuple[Block, ...]:
    """All findings by severity; nothing hides one."""
    return found_of(review.findings, waivers=waivers)


def found_of(every: tuple[Finding, ...], *, waivers: tuple[Waiver, ...] = ()) -> tuple[Block, ...]:
    """Findings by severity."""
    groups = (
        ("Errors that nothing lifts", tuple(one for one in every if one.absolute)),
        ("Errors", _of(every, "error")),
        ("Warnings", _of(every, "warning")),
        ("Notes", _of(every, "note")),
    )
    blocks = tuple(
        Facts(tuple(_rows(found, waivers)), title=f"{title} ({len(found)})")
        for title, found in groups
        if found
    )
    return (Heading("Findings"), *(blocks or (Paragraph("The rules found nothing."),)))


def _of(every: tuple[Finding, ...], severity: str) -> tuple[Finding, ...]:
    return tuple(one for one in every if one.severity == severity and not one.absolute)


def _rows(found: tuple[Finding, ...], waivers: tuple[Waiver, ...]) -> Iterator[Fact]:
    for finding in found:
        yield Fact(finding.code, value=finding.message)
        for waiver in waivers:
            if finding.waived_by(waiver):
                yield Fact("waived", value=_waived(waiver))


def _waived(waiver: Waiver) -> str:
    second = f" and {waiver.second}" if waiver.second else ""
    return f"by {waiver.by}{second} on {waiver.on.isoformat()}: {waiver.reason}"
