"""Every plan can be judged, and judging it twice finds the same."""

from collections.abc import Callable

from hypothesis import event, given, settings, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.rules.check import check
from ldn_compound.strategies import Preparation, benches, cases, orders, policies, sources

RARE = settings(max_examples=settings().max_examples // 20)


@given(case=cases())
def test_no_rule_fails_and_the_findings_are_the_same_twice(
    case: Preparation, planned: Callable[[Preparation], Plan | None]
) -> None:
    plan = planned(case)
    if plan is None:
        return
    review = check(plan)
    for finding in review.findings:
        event(f"found: {finding.code}")
        assert finding.place != "the rule itself", finding.message
        assert finding.message.strip()
        assert finding.remedy.strip()
    assert check(plan).findings == review.findings
    assert check(case.plan()) == review


@RARE
@given(
    order=orders(), source=sources(), bench=benches(), policy=policies(most_stages=3), on=st.dates()
)
def test_three_stages_of_dilution_too(order, source, bench, policy, on) -> None:  # noqa: ANN001
    case = Preparation(order, source, bench, policy.model_copy(update={"most_stages": 3}), on)
    try:
        plan = case.plan()
    except PlanError as refused:
        event("infeasible")
        remedy = refused.remedy
    else:
        event(f"diluted: {plan.taken_from != plan.source}")
        remedy = check(plan).model_dump_json()
    assert remedy
