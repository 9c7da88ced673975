"""Every plan can be judged, and judging it twice finds the same."""

from collections.abc import Callable
from datetime import date
from typing import get_args

from hypothesis import event, given, settings, strategies as st

from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.model.ports import Source
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.register import RULES
from ldn_compound.strategies import Job, benches, cases, orders, policies, sources
from ldn_compound.verify.outcome import carry_out

Planned = Callable[[Job], Plan | None]

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))  # of which the catalogue has an edition
RARE = settings(max_examples=settings().max_examples // 20)


@given(case=cases())
def test_no_rule_fails_and_the_findings_are_the_same_twice(case: Job, planned: Planned) -> None:
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


@given(case=cases())
def test_a_rule_that_is_not_asked_would_have_found_nothing(case: Job, planned: Planned) -> None:
    plan = planned(case)
    if plan is None:
        return
    seen = Case(plan, carry_out(plan))
    for rule in RULES:
        if rule.of not in seen.subjects:
            event(f"not asked: {rule.code}")
            assert not tuple(rule.check(seen)), rule.code


@RARE
@given(order=orders(), source=sources(), bench=benches(), policy=policies(), on=DAYS)
def test_three_stages_of_dilution_too(
    order: Order, source: Source, bench: Bench, policy: Policy, on: date, planned: Planned
) -> None:
    deeper = policy.model_copy(update={"most_stages": 3})
    plan = planned(Job(order, source, bench, deeper, on))
    if plan is not None:
        assert not [one for one in check(plan).findings if one.place == "the rule itself"]


@given(case=cases(), severity=st.sampled_from(get_args(Severity)), data=st.data())
def test_a_house_s_severity_changes_that_and_nothing_else(
    case: Job, severity: Severity, data: st.DataObject, planned: Planned
) -> None:
    plan = planned(case)
    if plan is None:
        return
    code = data.draw(
        st.sampled_from([rule.code for rule in RULES if not (rule.absolute or rule.second_name)])
    )
    own = plan.policy.model_copy(update={"severities": {}})
    before = check(plan.model_copy(update={"policy": own})).findings
    house = plan.policy.model_copy(update={"severities": {code: severity}})
    after = check(plan.model_copy(update={"policy": house})).findings
    assert after == tuple(
        one.model_copy(update={"severity": severity}) if one.code == code else one for one in before
    )
