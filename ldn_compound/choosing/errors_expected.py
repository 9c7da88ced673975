"""How far off a unit of a plan may be, and is expected to be, by rounding and by the instruments.

1436 mg of ground tablet for the 1436.13 mg wanted is 0.009 % under; on a balance that may be off by
6 mg it is within 0.42 % besides, and 0.42 ÷ √3 = 0.24 % is expected.
"""

from __future__ import annotations

from ldn_compound.equations.balance import at_worst, farther_off
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.liquids import active_in_volume
from ldn_compound.equations.potency import active_in
from ldn_compound.equations.uncertainty import expected_error
from ldn_compound.equations.weighing import worst_high, worst_low
from ldn_compound.errors import PlanError
from ldn_compound.model.outcome import Outcome, RunOutcome
from ldn_compound.model.plan import Plan
from ldn_compound.model.stock import Solid
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, Volume


class UnitErrors(NamedTuple):
    """The largest errors of any unit, as parts of the content that was intended."""

    weighing: Ratio
    """By the instruments alone, all off the same way."""
    worst: Ratio
    """By rounding and the instruments together."""
    expected: Ratio
    """By rounding and the instruments, each as likely anywhere within its error."""


def unit_errors(plan: Plan, outcome: Outcome) -> UnitErrors:
    """The errors of the plan's units, the farthest off of all runs."""
    if not outcome.runs:
        raise PlanError(
            "no step of the plan fills a unit",
            remedy="a form's steps end with encapsulate, or with package out of a vessel",
        )
    intended = intended_content(plan)
    worst, expected = zip(*(_of_run(run, intended) for run in outcome.runs), strict=True)
    return UnitErrors(
        weighing=max(run.weighing_error for run in outcome.runs),
        worst=max(worst),
        expected=max(expected),
    )


def intended_content(plan: Plan) -> PerUnit:
    """What a unit would hold if nothing had been rounded, overage and corrections included."""
    stock, wanted = plan.stock, plan.wanted
    if isinstance(stock, Solid):
        assert isinstance(wanted, Mass)
        active = active_in(mass=wanted, potency=stock.potency)
    else:
        assert isinstance(wanted, Volume)
        active = active_in_volume(volume=wanted, concentration=stock.concentration)
    return per_unit(mass=active, units=plan.units)


def _of_run(run: RunOutcome, intended: PerUnit) -> tuple[Ratio, Ratio]:
    part = part_of_strength(content=run.active, strength=intended)
    high = at_worst(part=part, worst=worst_high(errors=run.errors))
    low = at_worst(part=part, worst=worst_low(errors=run.errors))
    return farther_off(high=high, low=low), expected_error(part=part, errors=run.errors)
