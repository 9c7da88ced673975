"""What the laws of plans share: a case is planned, or refused with a remedy."""

from collections.abc import Callable

import pytest
from hypothesis import event

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.strategies import Job


def _planned(case: Job) -> Plan | None:
    """The plan of a case, counted; None where it is infeasible and the refusal says what is not."""
    event(f"source: {type(case.source).__name__}")
    event(f"balance: {case.bench.balance.basis}, rounding {case.policy.rounding.weigh}")
    try:
        plan = case.plan()
    except PlanError as refused:
        event("infeasible")
        if not (refused.problem.strip() and refused.remedy.strip()):
            pytest.fail(f"a refusal without its problem and remedy: {refused!r}")
        return None
    event(f"fill: {plan.filling.basis}")
    event(f"runs: {min(sum(step.verb == 'encapsulate' for step in plan.steps), 3)}")
    event(f"dilutions: {sum(step.verb == 'mix' and 'trit' in step.vessel for step in plan.steps)}")
    return plan


@pytest.fixture(scope="session")
def planned() -> Callable[[Job], Plan | None]:
    return _planned
