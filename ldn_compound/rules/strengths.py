"""What a patient takes at once, as hydrochloride; the usual low doses; how a slip would read.

0.45 mg is outside 0.5 to 4.5 mg; its tenfold, 4.5 mg, is within.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ldn_compound.catalog import fact, substance
from ldn_compound.catalog.facts import Limits
from ldn_compound.equations.demand import equivalent_mass, equivalent_strength
from ldn_compound.equations.everyday import times
from ldn_compound.model.order import STRENGTH_AS
from ldn_compound.model.plan import Bottled, Plan
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.writing import write

# A decimal point moved by one place, and mg for mcg or for g: the slips that harm.
_SLIPS = (Fraction(10), Fraction(1, 10), Fraction(1000), Fraction(1, 1000))


class Dose(NamedTuple):
    """A capsule's strength, or a dose of a liquid: as ordered, and as hydrochloride."""

    place: str
    ordered: PerUnit | Mass
    salt: PerUnit | Mass


def usual() -> Limits[PerUnit]:
    """The usual low doses."""
    return fact("strength").limits(PerUnit)


def outermost() -> Limits[PerUnit]:
    """The limits beyond which a waiver needs a second name."""
    return fact("outer_strength").limits(PerUnit)


def units(plan: Plan) -> Iterator[Dose]:
    """What the order names: a capsule, or each dose that is stated of a liquid."""
    if not isinstance(plan.made, Bottled):
        yield Dose("order, strength", plan.strength, strength_as_salt(plan))
        return
    for number, dose in enumerate(plan.made.doses, start=1):
        yield Dose(f"order, dose {number}", dose, mass_as_salt(plan, dose))


def doses(plan: Plan) -> Iterator[Dose]:
    """What is taken at once: a capsule or a liquid's dose, and each dose of the directions.

    A dose of one capsule is the capsule, and is not given twice.
    """
    yield from units(plan)
    if isinstance(plan.made, Bottled):
        return
    for number, dose in enumerate(plan.order.doses, start=1):
        if dose.base != plan.strength.base:
            yield Dose(f"directions, dose {number}", dose, mass_as_salt(plan, dose))


def strength_as_salt(plan: Plan) -> PerUnit:
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


def mass_as_salt(plan: Plan, mass: Mass) -> Mass:
    """A mass of the drug as ordered, counted as naltrexone hydrochloride."""
    if plan.order.strength_as == STRENGTH_AS:
        return mass
    return equivalent_mass(
        mass=mass,
        molar_mass=substance(plan.order.strength_as).molar_mass,
        molar_mass_wanted=substance(STRENGTH_AS).molar_mass,
    )


def place(dose: Dose) -> str:
    """Where the dose stands, and how it was counted where that is not as hydrochloride."""
    if dose.ordered == dose.salt:
        return dose.place
    return f"{dose.place}, {write(dose.ordered, unit='capsule')} of base as hydrochloride"


def remedy(dose: Dose) -> str:
    """Names the usual dose that a slip of the pen would have been."""
    asked = write(dose.ordered, unit="capsule")
    meant = " or ".join(write(reading, unit="capsule") for reading in _readings(dose))
    if not meant:
        return f"Ask the prescriber whether {asked} is meant."
    return f"{asked}: was {meant} meant? Ask the prescriber."


def _readings(dose: Dose) -> Iterator[PerUnit | Mass]:
    low, high = usual().low.base, usual().high.base
    for slip in _SLIPS:
        reading = times(dose.ordered, factor=slip)
        if low <= reading.base <= high:
            yield reading
