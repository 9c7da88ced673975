"""Whatever is ordered of whatever source: a rule finds or does not find, and never fails."""

import re

from hypothesis import HealthCheck, assume, given, settings

from ldn_compound.errors import PlanError
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review
from ldn_compound.strategies import Job, cases

MESSAGE = re.compile(r"\S.*: \S.*; limit: \S.*\. \S.*[.?]( \[[a-z0-9, -]+\])?")


def reviewed(preparation: Job) -> Review:
    """Its review, without a search for dilutions or for numbers of whole tablets.

    What cannot be planned is no example.
    """
    assume(getattr(preparation.source, "use", "by weight") == "by weight")
    undiluted = preparation.policy.model_copy(update={"most_stages": 0})
    try:
        return check(preparation._replace(policy=undiluted).plan())
    except PlanError:
        assume(False)
        raise


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(preparation=cases())
def test_no_rule_fails_and_every_message_is_whole(preparation: Job) -> None:
    for finding in reviewed(preparation).findings:
        assert finding.place != "the rule itself", finding.message
        assert MESSAGE.fullmatch(finding.message), finding.message
        assert "  " not in finding.message
        assert "None" not in finding.message


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(preparation=cases())
def test_a_rule_finds_the_same_twice(preparation: Job) -> None:
    review = reviewed(preparation)
    case = Case(review.plan, review.outcome)
    for rule in RULES:
        assert list(rule.check(case)) == list(rule.check(case))
