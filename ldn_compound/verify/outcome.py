"""Carry a plan out on paper, and say what each unit would hold, at best and at worst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.equations.balance import (
    at_worst,
    farther_off,
    held_by_unit,
    held_together,
    of_strength,
    volume_off,
)
from ldn_compound.equations.weighing import relative_error, worst_high, worst_low
from ldn_compound.errors import PlanError
from ldn_compound.model.base import trusted
from ldn_compound.model.outcome import Constituent, Outcome, Remainder, RunOutcome
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.verify.ledger import Filled, Ledger

if TYPE_CHECKING:
    from ldn_compound.model.deciding import Decider
    from ldn_compound.model.shortage import Shortage


def carry_out(plan: Plan) -> Outcome:
    """Run the plan's steps forward in a ledger; nothing of the planner's arithmetic is used."""
    ledger = Ledger(plan)
    return trusted(Outcome)(
        runs=tuple(
            _run(plan, filled, ledger.active, plan.deciders[filled.vessel])
            for filled in ledger.filled
        ),
        left_over=tuple(
            trusted(Remainder)(
                vessel=vessel,
                constituents=tuple(
                    trusted(Constituent)(name=name, mass=mass) for name, mass in contents.items()
                ),
            )
            for vessel, contents in ledger.remaining()
        ),
        shortages=_short(ledger) if ledger.shortages else (),
        rests_on=plan.stock.rests_on,
    )


def _short(ledger: Ledger) -> tuple[Shortage, ...]:
    from ldn_compound.model.shortage import Shortage

    return tuple(
        trusted(Shortage)(step=one.step, vessel=one.vessel, wanted=one.wanted, short=one.short)
        for one in ledger.shortages
    )


def _run(plan: Plan, filled: Filled, active: str, deciders: tuple[Decider, ...]) -> RunOutcome:
    if active not in filled.contents:
        raise PlanError(
            f"run {filled.run} is filled from a vessel that holds no drug",
            remedy="the steps that fill it must come before it",
        )
    content = held_by_unit.amount(content=filled.contents[active], units=filled.units)
    part = of_strength.amount(content=content, strength=plan.strength_in_source)
    errors = tuple(_off(step, plan) for step in deciders)
    high, low = worst_high.amount(errors=errors), worst_low.amount(errors=errors)
    return trusted(RunOutcome)(
        run=filled.run,
        units=filled.units,
        active=content,
        part=part,
        highest=at_worst.amount(part=part, worst=high),
        lowest=at_worst.amount(part=part, worst=low),
        errors=errors,
        weighing_error=farther_off.amount(high=high, low=low),
        net_fill=held_by_unit.amount(
            content=held_together.amount(constituents=tuple(filled.contents.values())),
            units=filled.units,
        ),
    )


def _off(step: Decider, plan: Plan) -> Ratio:
    """How far off one weighing or measuring may be, as a part of it."""
    if isinstance(step, Weigh):
        return relative_error.amount(error=plan.bench.balance.error, weighed=step.amount)
    return volume_off.amount(error=step.error, measured=step.volume)
