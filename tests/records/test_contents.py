"""What each capsule will hold by the dry run, at best and at worst, and what is left over."""

from __future__ import annotations

from ldn_compound.forms.house_fills import Calibrated
from ldn_compound.records.contents import contents
from ldn_compound.records.sheet import Facts, Paragraph, Table
from ldn_compound.rules.review import Review


def table(review: Review) -> Table:
    blocks = contents(review.plan, review.outcome)
    return next(block for block in blocks if isinstance(block, Table))


def test_content_part_of_strength_and_worst_case(reviewed):
    # 1436 mg × 50 ÷ 177.3 ÷ 90 = 4.499593 mg, 99.99 % of 4.5 mg: 100.0 % at one decimal.
    # The one weighing may be off by 6 ÷ 1436 = 0.418 %: 99.57 % and 100.41 %.
    (row,) = table(reviewed()).rows
    assert row == (
        "1",
        "90 capsules",
        "4.499593 mg/capsule",
        "100 %",
        "99.6 % to 100.4 %",
        "170.2 mg/capsule",
    )
    assert table(reviewed()).columns[2] == "naltrexone hydrochloride"


def test_each_run_has_its_row(reviewed, powder):
    review = reviewed(source=powder, quantity=250, spare=5, shell="3")
    assert [row[:2] for row in table(review).rows] == [
        ("1", "85 capsules"),
        ("2", "85 capsules"),
        ("3", "85 capsules"),
    ]


def test_a_fill_found_at_the_bench_is_about(reviewed):
    (row,) = table(reviewed(fill=Calibrated())).rows
    assert str(row[5]).startswith("about ")


def test_it_says_what_it_rests_on_and_what_is_allowed(reviewed):
    review = reviewed()
    (said,) = (
        block.text
        for block in contents(review.plan, review.outcome)
        if isinstance(block, Paragraph)
    )
    assert said.startswith("Rests on: by label claim (the lot may hold 90.0 % to 110.0 %).")
    assert "Allowed: 90.0 % to 110.0 % of strength." in said


def test_what_is_left_over_is_said_with_the_drug_in_it(reviewed):
    review = reviewed()
    (left,) = (b for b in contents(review.plan, review.outcome) if isinstance(b, Facts))
    # 9 × 177.3 − 1436 = 159.7 mg; × 50 ÷ 177.3 = 45.03666 mg of drug
    assert [(row.label, row.value) for row in left.rows] == [
        ("In the grinding mortar", "159.7 mg, with 45.03666 mg naltrexone hydrochloride")
    ]
