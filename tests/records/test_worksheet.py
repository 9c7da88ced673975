"""Which parts a worksheet has, in which order, and what an unapproved one withholds."""

from __future__ import annotations

from ldn_compound.model.steps import Count, Weigh
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Facts, Heading, Notice, Numbered, Paragraph, Sheet, Table
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text
from ldn_compound.rules.approval import Approved

FORBIDDEN = Notice("NOT APPROVED - do not compound")


def headings(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def value(sheet: Sheet, label: str) -> object:
    return next(
        row.value
        for block in sheet.blocks
        if isinstance(block, Facts)
        for row in block.rows
        if row.label == label
    )


def test_an_approved_sheet_is_clean_with_the_findings_after_its_header(reviewed, approve):
    sheet = worksheet(approve(reviewed()))
    assert not any(isinstance(block, Notice) for block in sheet.blocks)
    assert "NOT APPROVED" not in as_text(sheet)
    assert value(sheet, "Status") == "approved by A. Pharmacist on 2026-12-01"
    assert headings(sheet) == [
        "Order and bench",
        "Findings",
        "Ingredients",
        "Steps",
        "Results and release",
        "Beyond-use date",
        "On the label",
        "What each capsule holds",
        "Calculations",
        "What this rests on",
        "Appendix: where the amounts come from",
    ]


def test_a_review_without_errors_is_no_worksheet_to_work_from_yet(reviewed):
    review = reviewed()
    assert not review.errors
    sheet = worksheet(review)
    assert sheet.blocks[0] == FORBIDDEN
    assert headings(sheet)[:2] == ["Findings", "Order and bench"]
    assert value(sheet, "Status") == (
        "NOT APPROVED: no error was found, and nobody has approved it yet"
    )


def test_it_says_not_approved_above_the_steps(undiluted):
    blocks = worksheet(undiluted).blocks
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Numbered))
    assert blocks[at - 1] == FORBIDDEN
    assert blocks[at - 2] == Heading("Steps")


def test_the_number_of_errors_stands_in_the_header(undiluted):
    wrong = len(undiluted.errors)
    status = value(worksheet(undiluted), "Status")
    assert status == f"NOT APPROVED: {wrong} error{'s' if wrong > 1 else ''} found"


def test_with_an_absolute_finding_nothing_is_printed_that_could_be_compounded_from(absolute):
    sheet = worksheet(absolute)
    assert sheet.blocks[0] == FORBIDDEN
    assert headings(sheet) == ["Findings", "Order and bench", "Ingredients"]
    assert not any(isinstance(block, Numbered) for block in sheet.blocks)
    both = as_text(sheet) + as_markdown(sheet)
    measured = [
        write(step.tablets) if isinstance(step, Count) else write(step.amount)
        for step in absolute.plan.steps
        if isinstance(step, Count | Weigh)
    ]
    # 9 tablets, 1436 mg and 13882 mg, as the conftest works them out.
    assert measured == ["9 tablets", "1436 mg", "13882 mg"]
    assert not [amount for amount in measured if amount in both]
    assert "tare" not in both
    assert "÷" not in both
    amounts = next(block for block in sheet.blocks if isinstance(block, Table))
    assert {row[1] for row in amounts.rows} == {"not printed"}
    assert sheet.blocks[-1] == Paragraph(
        "Amounts, steps and calculations are not printed: nothing lifts SRC201."
    )


def test_an_approval_that_holds_an_absolute_finding_is_withheld_too(reviewed, approve, absolute):
    approved = approve(reviewed())
    forged = Approved.model_construct(**{**dict(approved), "review": absolute})
    assert worksheet(forged) == worksheet(absolute)


def test_it_prints_the_same_after_json(reviewed, approve, undiluted):
    for approved in (approve(reviewed()), approve(undiluted)):
        read = Approved.model_validate_json(approved.model_dump_json())
        assert as_text(worksheet(read)) == as_text(worksheet(approved))


def test_it_says_what_it_is_and_who_answers_for_it(reviewed, absolute):
    for review in (reviewed(), absolute):
        said = as_text(worksheet(review), width=200)
        assert "This is a calculation aid. A pharmacist verifies every result" in said


def test_the_drug_is_never_named_by_its_abbreviation(reviewed, approve, undiluted, absolute):
    for subject in (approve(reviewed()), undiluted, absolute):
        said = as_text(worksheet(subject)) + as_markdown(worksheet(subject))
        assert "naltrexone" in said
        assert "LDN" not in said


def test_no_spelling_that_is_misread(reviewed, powder, approve):
    for subject in (approve(reviewed()), reviewed(source=powder, quantity=250)):
        # What a source is called is the source's own wording.
        said = as_text(worksheet(subject)).partition("WHAT THIS RESTS ON")[0]
        words = {word.strip("(),;:%") for word in said.split()}
        assert not {"ug", "µg", "μg", "cc", "ml", "mgs", "gm"} & words
        decimals = {word for word in words if "." in word and word.replace(".", "", 1).isdigit()}
        assert "0.37" in decimals or "0.3" in decimals
        assert not [word for word in decimals if word.startswith((".", "00"))]
        # Limits keep the zero they are written with: 90.0 % to 110.0 %.
        assert {word for word in decimals if word.endswith("0")} == {"90.0", "110.0"}
