"""Have every amount within the balance's reach: directly, or through one or more dilutions.

Two limits hold: every weighing is at or above the minimum after rounding, and the worst case of a
unit, compounded over all weighings that carry or dilute the active, is within the policy's. It
weighs more before it adds a stage. Where an overage brings a unit near the limit of its content,
the worst case is held within that too, if there is a way.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.model.stock import Liquid, Solid
from ldn_compound.planning.draft import Asked, Draft, TooSmall
from ldn_compound.planning.weighings import Weighings, weighings
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio
from ldn_compound.quantity.origins import Given

_AT_WORST = Given("the worst of a unit", "")


def ways(asked: Asked) -> Iterator[Plan]:
    """Plans whose every amount the bench can weigh, fewest stages first; not dated yet.

    Where an overage leaves less up to the limits of content than a weighing may be off, those that
    keep to them come alone, if there are any. With `most_stages = 0` nothing is diluted and the
    plan is as it comes: the rules judge it. PlanError where the order cannot be planned at all.
    """
    draft = Draft(asked, asked.source)
    room = None if asked.takes_whole_tablets else _room(asked, draft)
    if room is None or asked.policy.most_stages == 0:
        yield from _ways(asked, draft)
        return
    kept = filter(_keeps_to_content, _ways(asked._replace(room=room), draft))
    try:
        first = next(kept, None)
    except PlanError:  # as it will be without the room
        first = None
    if first is None:
        yield from _ways(asked, draft)
    else:
        yield first
        yield from kept


def _ways(asked: Asked, draft: Draft) -> Iterator[Plan]:
    problem: PlanError | None = None
    try:
        direct = draft.plan()
        if asked.policy.most_stages == 0 or _reached(direct, asked):
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


def _room(asked: Asked, draft: Draft) -> Fraction | None:
    """What is left up to the limits of content; None where a weighing may not be off so much."""
    held, allowed = _held(draft.active, draft.stock, draft.potency), asked.policy.content
    whole = draft.strength.base * asked.form.units.base
    room = min(allowed.high.base * whole / held - 1, 1 - allowed.low.base * whole / held)
    return room if 0 < room < asked.policy.largest_weighing_error.base else None


def _held(active: Mass, stock: Solid | Liquid, potency: Ratio | Concentration) -> Fraction:
    """The active that is there, where so much was wanted by a potency the policy corrected."""
    there = stock.potency if isinstance(stock, Solid) else stock.concentration
    return active.base * there.base / potency.base


def _keeps_to_content(plan: Plan) -> bool:
    """Whether a unit of what is taken, rounded as it is, holds what it must at worst too."""
    off = _weighings(plan)
    there = plan.stock.potency if isinstance(plan.stock, Solid) else plan.stock.concentration
    part = plan.taken.base * there.base / (plan.strength_in_source.base * plan.units.base)
    worst = (Ratio.in_base(part * factor, _AT_WORST) for factor in (off.high, off.low))
    return all(map(plan.policy.content.holds, worst))


def _diluted(asked: Asked, draft: Draft) -> Iterator[Plan]:
    stages_allowed = 0 if asked.takes_whole_tablets else asked.policy.most_stages
    for stages in range(1, stages_allowed + 1):
        from ldn_compound.planning.diluting import diluted

        for source in diluted(asked, draft, stages):
            try:
                plan = Draft(asked, source).plan()
            except PlanError:  # another dilution may do
                continue
            if _reached(plan, asked):
                yield plan


def reaches(plan: Plan) -> bool:
    """Whether every weighing and every unit of the plan is within the limits."""
    return _within(plan, plan.policy.largest_weighing_error.base)


def _reached(plan: Plan, asked: Asked) -> bool:
    return _within(plan, asked.largest_error)


def _within(plan: Plan, largest_error: Fraction) -> bool:
    return _weighings(plan).within(
        minimum=plan.bench.balance.minimum.base, largest_error=largest_error
    )


def _weighings(plan: Plan) -> Weighings:
    steps = (*plan.before, *plan.steps)
    return weighings(steps, deciders=plan.deciders.values(), error=plan.bench.balance.error)
