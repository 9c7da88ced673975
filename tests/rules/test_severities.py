"""A house's severities: of rules that are run, and of none that nothing lifts."""

from collections.abc import Callable

import pytest

from ldn_compound.choosing.compare import compare
from ldn_compound.errors import RuleError
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.rules.check import check, found_again
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.register import RULES
from ldn_compound.rules.severities import refuse_unknown
from ldn_compound.sources.powder import AsIs, Powder

Planned = Callable[..., Plan]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("WGH3O4", "no such rule is run; write 'WGH304', or run the house's rule of that code"),
        ("wgh304", "no such rule is run; write 'WGH304', or"),
        ("HOUSE1", "no such rule is run; write a code of the package's, such as 'WGH304', or"),
        ("", "no such rule is run; write a code"),
        ("RX102", "its waiver needs a second name, which no severity passes by (Strength"),
        ("SRC201", "absolute, nothing lifts it (Modified-release tablets are no source); leave"),
    ],
)
def test_what_is_refused(planned: Planned, code: str, said: str) -> None:
    plan = planned(policy=Policy(severities={code: "note"}))
    with pytest.raises(RuleError) as refused:
        check(plan)
    assert str(refused.value).startswith(f"policy, severities, {code!r}: {said}")


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.absolute])
def test_no_absolute_rule_has_another_severity(code: str) -> None:
    with pytest.raises(RuleError, match="absolute"):
        refuse_unknown({code: "error"}, rules=RULES)


def test_a_house_rule_that_is_not_run_is_missed(planned: Planned) -> None:
    rule = next(rule for rule in RULES if rule.code == "WGH304")._replace(code="HOUSE1")
    plan = planned(policy=Policy(severities={"HOUSE1": "note"}))
    check(plan, also=[rule])
    with pytest.raises(RuleError, match="run the house's rule of that code"):
        check(plan)


def test_ways_are_not_compared_under_such_a_policy(planned: Planned) -> None:
    plan = planned()
    powder = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="99 %"))
    policy = Policy(severities={"OUT803": "note"})
    with pytest.raises(RuleError, match="'OUT803': absolute"):
        compare(plan.order, {"powder": powder}, on=plan.on, bench=plan.bench, policy=policy)


FAULTY: tuple[dict[str, object], ...] = (
    {"capsules": {"strength": "0.45 mg", "quantity": 500}},
    {"tablets": {"weighed": 3, "together": "531.9 mg"}, "policy": Policy(grinding_reserve="0 %")},
    {"capsules": {"fill": {"kind": "estimated"}, "overage": "15 %"}, "powder": {}},
)
LIFTED = [rule.code for rule in RULES if not (rule.absolute or rule.second_name)]


@pytest.mark.parametrize("severity", ["note", "warning", "error"])
@pytest.mark.parametrize("otherwise", FAULTY)
def test_the_severity_and_nothing_else_is_the_house_s(
    planned: Planned, otherwise: dict[str, object], severity: Severity
) -> None:
    plan = planned(**otherwise)
    before = check(plan).findings
    assert before
    for code in LIFTED:
        policy = plan.policy.model_copy(update={"severities": {code: severity}})
        after = check(plan.model_copy(update={"policy": policy})).findings
        assert after == tuple(_set(one, severity) if one.code == code else one for one in before)


def _set(finding: Finding, severity: Severity) -> Finding:
    return finding.model_copy(update={"severity": severity})


def test_one_that_needs_a_second_name_is_not_softened_by_a_policy_that_nobody_checked(
    planned: Planned,
) -> None:
    """As a review in JSON might bring it: the approval looks at the plan again."""
    plan = planned(capsules={"strength": "12 mg"})
    softer = plan.policy.model_copy(update={"severities": {"RX102": "note"}})
    _, findings = found_again(plan.model_copy(update={"policy": softer}))
    assert [one.severity for one in findings if one.code == "RX102"] == ["error"]
