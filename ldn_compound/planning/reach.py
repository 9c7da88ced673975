"""Have every amount within the balance's reach: directly, or through one or more dilutions.

Two limits hold: every weighing is at or above the minimum after rounding, and the worst case of a
unit, compounded over all weighings that carry or dilute the active, is within the policy's. It
weighs more before it adds a stage.
"""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.planning.draft import Asked, Draft, TooSmall
from ldn_compound.planning.weighings import weighings


def ways(asked: Asked) -> Iterator[Plan]:
    """Plans whose every amount the bench can weigh, fewest stages first; not dated yet.

    With `most_stages = 0` nothing is diluted and the plan is as it comes: the rules judge it.
    PlanError where the order cannot be planned at all.
    """
    draft = Draft(asked, asked.source)
    problem: PlanError | None = None
    try:
        direct = draft.plan()
        if asked.policy.most_stages == 0 or reaches(direct):
            yield direct
    except TooSmall:
        if asked.policy.most_stages == 0:
            raise
    except PlanError as error:
        problem = error
    found = False
    for diluted in _diluted(asked, draft):
        found = True
        yield diluted
    if problem is not None and not found:
        raise problem


def _diluted(asked: Asked, draft: Draft) -> Iterator[Plan]:
    stages_allowed = 0 if asked.takes_whole_tablets else asked.policy.most_stages
    for stages in range(1, stages_allowed + 1):
        from ldn_compound.planning.diluting import diluted

        for source in diluted(asked, draft, stages):
            try:
                plan = Draft(asked, source).plan()
            except PlanError:  # another dilution may do
                continue
            if reaches(plan):
                yield plan


def reaches(plan: Plan) -> bool:
    """Whether every weighing and every unit of the plan is within the limits."""
    balance = plan.bench.balance
    steps = (*plan.before, *plan.steps)
    return weighings(steps, deciders=plan.deciders.values(), error=balance.error).within(
        minimum=balance.minimum.base, largest_error=plan.policy.largest_weighing_error.base
    )
