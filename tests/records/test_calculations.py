"""The calculations with their working, and where the amounts come from."""

from __future__ import annotations

from ldn_compound.quantity.explain import explain
from ldn_compound.records.calculations import appendix, calculations
from ldn_compound.records.sheet import Facts, Working
from ldn_compound.rules.review import Review


def groups(review: Review) -> dict[str, dict[str, str]]:
    return {
        block.title: {row.label: str(row.value) for row in block.rows}
        for block in calculations(review.plan, review.outcome)
        if isinstance(block, Facts)
    }


def test_each_result_has_its_calculations_under_it(reviewed):
    said = groups(reviewed())
    assert list(said) == [
        "Active wanted: 405 mg",
        "Step 4, weigh ground tablet: 1436 mg",
        "Step 1, count tablets: 9 tablets",
        "Step 5, weigh diluent: 13882 mg",
        "Net fill: 170.2 mg/capsule",
        "Content of a capsule by the dry run, run 1: 4.499593 mg/capsule",
    ]
    assert said["Active wanted: 405 mg"]["Active in all units"] == (
        "strength × units = 4.5 mg/capsule × 90 capsules = 405 mg"
    )
    # 1436.13 × 1.02 = 1464.8526 mg; ÷ 177.3 = 8.262: 9 tablets
    assert said["Step 1, count tablets: 9 tablets"]["Tablets that give so much powder"] == (
        "powder ÷ weight = 1464.8526 mg ÷ 177.3 mg/tablet = 8.262 tablets, "
        "rounded up to 1 tablet: 9 tablets"
    )
    # 154.2444 mg × 90 = 13882 mg
    assert said["Step 5, weigh diluent: 13882 mg"]["Mass for all units"].endswith(
        "= 13882 mg, rounded half up to 1 mg: 13882 mg"
    )
    assert said["Net fill: 170.2 mg/capsule"]["Together"] == (
        "the sum of all = 1436 mg + 13882 mg = 15318 mg"
    )
    content = said["Content of a capsule by the dry run, run 1: 4.499593 mg/capsule"]
    assert list(content)[-2:] == [
        "What each unit holds, where the blend is even",
        "Content of a unit as a part of its strength",
    ]


def test_no_calculation_is_printed_twice(reviewed, powder):
    for review in (reviewed(), reviewed(source=powder, quantity=250, spare=5, shell="3")):
        lines = [line for rows in groups(review).values() for line in rows.items()]
        assert len(lines) == len(set(lines))


def test_runs_that_hold_the_same_share_their_working(reviewed, powder):
    review = reviewed(source=powder, quantity=250, spare=5, shell="3")
    contents = [title for title in groups(review) if title.startswith("Content of a capsule")]
    assert [title.split(": ")[0] for title in contents] == [
        "Content of a capsule by the dry run, runs 1, 2 and 3"
    ]


def test_the_appendix_explains_the_powder_and_the_diluent_in_full(reviewed):
    review = reviewed()
    workings = [block for block in appendix(review.plan) if isinstance(block, Working)]
    diluent = review.plan.amount("diluent")
    assert [block.text for block in workings] == [
        explain(review.plan.taken, name="ground tablet", unit="capsule"),
        explain(diluent, name="diluent", unit="capsule"),
    ]
    assert [block.title for block in workings] == ["Ground tablet", "Diluent"]
