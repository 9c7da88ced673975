"""Findings by severity, each with its message; a waiver stands under its own, hiding nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.records.findings import findings
from ldn_compound.records.sheet import Facts, Heading, Paragraph
from ldn_compound.rules.rule import Breach


class HouseRule:
    """A rule of the house that always finds something."""

    version = 1
    title = "A habit of the house"
    remedy = "Ask."
    cites = ("house-sop-12",)

    def __init__(self, code: str, severity: str) -> None:
        self.code = code
        self.severity = severity

    def check(self, case: object) -> Iterator[Breach]:
        yield Breach("the order", "something", "something else")


def titles(blocks: tuple[object, ...]) -> list[str]:
    return [block.title.split(" (")[0] for block in blocks if isinstance(block, Facts)]


def test_they_are_grouped_by_severity_errors_first(reviewed, absolute, undiluted):
    also = (HouseRule("HSE1", "note"), HouseRule("HSE2", "warning"), HouseRule("HSE3", "error"))
    assert titles(findings(reviewed(also=also))) == ["Errors", "Warnings", "Notes"]
    assert titles(findings(absolute))[0] == "Errors that nothing lifts"
    assert titles(findings(undiluted))[0] == "Errors"


def test_every_finding_is_printed_with_its_code_and_whole_message(undiluted):
    rows = [row for block in findings(undiluted) if isinstance(block, Facts) for row in block.rows]
    said = [(row.label, row.value) for row in rows]
    assert sorted(said) == sorted((one.code, one.message) for one in undiluted.findings)
    counts = [block.title for block in findings(undiluted) if isinstance(block, Facts)]
    assert f"Errors ({len(undiluted.errors)})" in counts


def test_a_waiver_stands_under_its_finding(undiluted, approve):
    approved = approve(undiluted)
    rows = [
        (row.label, row.value)
        for block in findings(approved.review, waivers=approved.waivers)
        if isinstance(block, Facts)
        for row in block.rows
    ]
    (error,) = (one for one in undiluted.errors if one.code == "WGH301")
    at = rows.index(("WGH301", error.message))
    assert rows[at + 1] == (
        "waived",
        "by B. Chief and C. Other on 2026-12-01: made to test the process",
    )
    assert len([label for label, _ in rows if label == "waived"]) == len(undiluted.errors)


def test_a_waiver_of_something_else_marks_nothing(undiluted, reviewed):
    (error,) = (one for one in undiluted.errors if one.code == "WGH301")
    waiver = error.waive(reason="tested", by="B", on=undiluted.plan.on)
    other = waiver.model_copy(update={"observed": "63 mg"})
    said = findings(undiluted, waivers=(other,))
    assert "waived" not in [r.label for b in said if isinstance(b, Facts) for r in b.rows]


def test_without_findings_it_says_so(reviewed):
    clean = reviewed().model_copy(update={"findings": ()})
    assert findings(clean) == (Heading("Findings"), Paragraph("The rules found nothing."))
