"""A strength as hydrochloride, the usual low doses, and how a slipped figure would read.

0.45 mg is outside 0.5 to 4.5 mg; its tenfold, 4.5 mg, is within.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ldn_compound.catalog import fact, substance
from ldn_compound.catalog.facts import Limits
from ldn_compound.equations.demand import equivalent_strength
from ldn_compound.equations.everyday import times
from ldn_compound.model.order import STRENGTH_AS
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.quantity.writing import write

# A decimal point moved by one place, and mg for mcg or for g: the slips that harm.
_SLIPS = (Fraction(10), Fraction(1, 10), Fraction(1000), Fraction(1, 1000))


def usual() -> Limits[PerUnit]:
    """The usual low doses."""
    return fact("strength").limits(PerUnit)


def outermost() -> Limits[PerUnit]:
    """The limits beyond which a waiver needs a second name."""
    return fact("outer_strength").limits(PerUnit)


def as_hydrochloride(plan: Plan) -> PerUnit:
    """The strength ordered, counted as naltrexone hydrochloride."""
    if plan.order.strength_as == STRENGTH_AS:
        return plan.strength
    if plan.stock.active == STRENGTH_AS:
        return plan.strength_in_source
    return equivalent_strength(
        strength=plan.strength,
        molar_mass=substance(plan.order.strength_as).molar_mass,
        molar_mass_wanted=substance(STRENGTH_AS).molar_mass,
    )


def place(plan: Plan) -> str:
    """Where the strength stands, and how it was counted where that is not as hydrochloride."""
    if plan.order.strength_as == STRENGTH_AS:
        return "order, strength"
    return f"order, strength, {write(plan.strength, unit='capsule')} of base as hydrochloride"


def remedy(plan: Plan) -> str:
    """Names the usual strength that a slip of the pen would have been."""
    asked = write(plan.strength, unit="capsule")
    meant = " or ".join(write(reading, unit="capsule") for reading in _readings(plan))
    if not meant:
        return f"Ask the prescriber whether {asked} is meant."
    return f"{asked}: was {meant} meant? Ask the prescriber."


def _readings(plan: Plan) -> Iterator[PerUnit]:
    span, counted = usual(), as_hydrochloride(plan)
    for slip in _SLIPS:
        if span.low <= times(counted, factor=slip) <= span.high:
            yield times(plan.strength, factor=slip)
