"""What a way takes: weighings, measurings, dilutions, tablets, and the drug that goes in.

9 tablets of 50 mg are 450 mg of drug; 90 capsules of 4.5 mg hold 405 mg, 45 mg are left over.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import equivalent_mass
from ldn_compound.equations.everyday import difference, total
from ldn_compound.equations.filling import for_units
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Count, Weigh
from ldn_compound.quantity.kinds import Mass, TabletCount, UnitCount, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.trituration import Trituration

_NONE = Mass.in_base(Fraction(0), Given("the dry run", "0 mg"))


def weighings(plan: Plan) -> int:
    """How many times something is weighed to an amount."""
    return sum(isinstance(step, Weigh) for step in plan.steps)


def measurings(plan: Plan) -> int:
    """How many times a volume is measured out or something is brought to volume."""
    return sum(isinstance(step, MeasureOut | BringTo) for step in plan.steps)


def stages(plan: Plan) -> int:
    """How many dilutions are made between the source and what is weighed or measured."""
    source, made = plan.taken_from, 0
    while isinstance(source, Trituration | StockSolution):
        source, made = source.of, made + 1
    return made


def tablets_counted(plan: Plan) -> TabletCount | None:
    """All tablets, where any are counted."""
    counts = [step.tablets for step in plan.steps if isinstance(step, Count)]
    return total(*counts) if counts else None


def active_in_all_units(plan: Plan, outcome: Outcome) -> Mass:
    """Drug in everything that is filled, as the order counts it."""
    held = (for_units(per_unit=run.active, units=run.units) for run in outcome.runs)
    return _as_ordered(_together(held), plan)


def active_left_over(plan: Plan, outcome: Outcome) -> Mass:
    """Drug left in vessels at the end, as the order counts it; not what stays in its own jar."""
    jars = {supply.vessel for supply in plan.supplies}
    left = (
        one.mass
        for remainder in outcome.left_over
        if remainder.vessel not in jars
        for one in remainder.constituents
        if one.name == plan.stock.active
    )
    return _as_ordered(_together(left), plan)


def beyond_order(plan: Plan) -> UnitCount | Volume:
    """Units, or volume, made beyond the order and its spare ones, so that tablets stay whole."""
    form = plan.order.form
    if isinstance(form, OralLiquid) and plan.bottled is not None:
        return difference(plan.bottled.volume, less=form.volume)
    ordered: UnitCount = form.units
    return difference(plan.units, less=ordered)


def _together(masses: Iterable[Mass]) -> Mass:
    every = tuple(masses)
    return total(*every) if every else _NONE


def _as_ordered(mass: Mass, plan: Plan) -> Mass:
    """Ways that count base and ways that count hydrochloride are compared in the order's terms."""
    order, stock = plan.order, plan.stock
    if stock.active == order.strength_as or mass.is_zero:
        return mass
    return equivalent_mass(
        mass=mass,
        molar_mass=substance(stock.active).molar_mass,
        molar_mass_wanted=substance(order.strength_as).molar_mass,
    )
