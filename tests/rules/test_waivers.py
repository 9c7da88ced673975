"""Approval: each error needs a waiver of its own, which counts for nothing else."""

from collections.abc import Callable
from datetime import date

import pytest

from ldn_compound.errors import NotApproved
from ldn_compound.model.plan import Plan
from ldn_compound.rules.approval import Waiver
from ldn_compound.rules.check import check
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review

ON = date(2026, 12, 1)
Planned = Callable[..., Plan]

# Two errors: 45 mg is far out of the low doses, and the tablets hold lactose.
TWO_ERRORS = {"capsules": {"strength": "45 mg", "shell": "0"}, "order": {"avoid": ("lactose",)}}


def waived(review: Review, code: str, *, second: str | None = None) -> Waiver:
    """A waiver of the one error of a code."""
    [finding] = [one for one in review.errors if one.code == code]
    return finding.waive(reason="asked the prescriber", by="A. Pharmacist", on=ON, second=second)


@pytest.fixture
def review(planned: Planned) -> Review:
    capsules = {
        **TWO_ERRORS["capsules"],
        "fill": {"kind": "measured", "diluent": {"shells": 10, "together": "3128 mg"}},
    }
    made = check(planned(capsules=capsules, order=TWO_ERRORS["order"]))
    assert [one.code for one in made.errors] == ["RX102", "EXC603"]
    return made


def test_every_error_stops_approval(review: Review) -> None:
    with pytest.raises(NotApproved) as refused:
        review.approve(by="A. Pharmacist", on=ON)
    assert "RX102, order, strength: not waived" in str(refused.value)
    assert "EXC603, tablets: not waived" in str(refused.value)


@pytest.mark.parametrize(("given", "left"), [("RX102", "EXC603"), ("EXC603", "RX102")])
def test_a_waiver_lifts_its_own_error_only(review: Review, given: str, left: str) -> None:
    with pytest.raises(NotApproved) as refused:
        review.approve(by="A. Pharmacist", on=ON, waivers=[waived(review, given, second="B. P.")])
    assert left in str(refused.value)
    assert given not in str(refused.value)


def test_with_both_waived_it_is_approved(review: Review) -> None:
    waivers = [waived(review, "RX102", second="B. Pharmacist"), waived(review, "EXC603")]
    assert review.approve(by="A. Pharmacist", on=ON, waivers=waivers).waivers == tuple(waivers)


@pytest.mark.parametrize(
    "second", [None, "A. Pharmacist", " a. pharmacist ", "A\u200b.  Pharmacist", "A Pharmacist"]
)
def test_a_strength_far_out_needs_a_second_person(review: Review, second: str | None) -> None:
    waivers = [waived(review, "RX102", second=second), waived(review, "EXC603")]
    with pytest.raises(NotApproved, match="RX102, order, strength: its waiver needs a second name"):
        review.approve(by="A. Pharmacist", on=ON, waivers=waivers)


def test_a_waiver_of_another_strength_counts_for_nothing(review: Review, planned: Planned) -> None:
    other = check(planned(capsules={"strength": "5 mg"}))
    waiver = waived(other, "RX101")
    with pytest.raises(NotApproved, match=r"waiver of RX101, .*: no such error was found"):
        review.approve(by="A. Pharmacist", on=ON, waivers=[waiver])


def test_a_review_that_lacks_a_rule_is_not_approved(planned: Planned) -> None:
    review = check(planned())
    assert review.errors == ()
    fewer = review.model_copy(update={"rules": review.rules[:-1]})
    with pytest.raises(NotApproved, match=f"not run: {RULES[-1].code}"):
        fewer.approve(by="A. Pharmacist", on=ON)
