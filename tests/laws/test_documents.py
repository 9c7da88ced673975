"""A review in JSON is the review: equal, written the same again, explained the same."""

from collections.abc import Callable

from hypothesis import event, given, settings

from ldn_compound.model.plan import Plan
from ldn_compound.quantity.explain import explain
from ldn_compound.rules.approval import Approved
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review
from ldn_compound.strategies import Job, cases

HALF = settings(max_examples=settings().max_examples // 2)
Planned = Callable[[Job], Plan | None]


@given(case=cases())
def test_a_review_comes_back_equal_and_is_written_the_same(case: Job, planned: Planned) -> None:
    plan = planned(case)
    if plan is None:
        return
    review = check(plan)
    text = review.model_dump_json()
    event(f"findings: {min(len(review.findings), 5)}")
    event(f"length: {len(text) // 50_000 * 50} kB")
    back = Review.model_validate_json(text)
    assert back == review
    assert back.model_dump_json() == text
    assert _explained(back) == _explained(review)


def _explained(review: Review) -> list[str]:
    amounts = [*review.plan.amounts.items()]
    for run in (review.outcome.runs[0], review.outcome.runs[-1]):
        amounts += [("content", run.active), ("highest", run.highest), ("fill", run.net_fill)]
    return [explain(amount, name=name, unit="capsule") for name, amount in amounts]


@given(case=cases())
def test_a_plan_read_back_is_planned_the_same(case: Job, planned: Planned) -> None:
    plan = planned(case)
    if plan is None:
        return
    back = Plan.model_validate_json(plan.model_dump_json())
    again = Job(back.order, back.source, back.bench, back.policy, back.on).plan()
    event(f"diluted: {plan.taken_from != plan.source}")
    assert again == plan
    assert (
        again.model_dump_json()
        == Job(back.order, back.source, back.bench, back.policy, back.on).plan().model_dump_json()
    )


@HALF
@given(case=cases())
def test_an_approval_keeps_its_digest(case: Job, planned: Planned) -> None:
    plan = planned(case)
    if plan is None:
        return
    review = check(plan)
    event(f"absolute findings: {bool(review.absolute)}")
    if review.absolute:
        return
    on = case.on
    waivers = [
        finding.waive(reason="a test", by="A. Pharmacist", second="B. Pharmacist", on=on)
        for finding in review.errors
    ]
    waivers = list(dict.fromkeys(waivers))
    event(f"waivers: {min(len(waivers), 3)}")
    approved = review.approve(by="A. Pharmacist", on=on, waivers=waivers)
    back = Approved.model_validate_json(approved.model_dump_json())
    assert back == approved
    assert back.digest == approved.digest
    again = back.review.approve(by="A. Pharmacist", on=back.on, waivers=back.waivers)
    assert again.digest == approved.digest
