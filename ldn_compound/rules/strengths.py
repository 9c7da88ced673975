"""What a patient takes at once, as hydrochloride; the usual low doses; how a slip would read.

0.45 mg is outside 0.5 to 4.5 mg; its tenfold, 4.5 mg, is within.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import equivalent_mass, equivalent_strength
from ldn_compound.equations.everyday import times
from ldn_compound.model.order import STRENGTH_AS
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.writing import write

# A decimal point moved by one place, and mg for mcg or for g: the slips that harm.
_SLIPS = (Fraction(10), Fraction(1, 10), Fraction(1000), Fraction(1, 1000))


class Dose(NamedTuple):
    """A capsule's strength, or a dose of a liquid: as ordered, and as hydrochloride."""

    place: str
    ordered: PerUnit | Mass
    salt: PerUnit | Mass


def units(plan: Plan) -> Iterator[Dose]:
    """What the order names: a capsule, or each dose that is stated of a liquid."""
    if isinstance(plan.made, Filling):
        yield Dose("order, strength", plan.strength, strength_as_salt(plan))
        return
    for number, dose in enumerate(plan.made.doses, start=1):
        yield Dose(f"order, dose {number}", dose, mass_as_salt(plan, dose))


def doses(plan: Plan) -> Iterator[Dose]:
    """What is taken at once: a capsule or a liquid's dose, and each dose of the directions.

    A dose of one capsule is the capsule, and is not given twice.
    """
    yield from units(plan)
    if not isinstance(plan.made, Filling):
        return
    for number, dose in enumerate(plan.order.doses, start=1):
        if dose.base != plan.strength.base:
            yield Dose(f"directions, dose {number}", dose, mass_as_salt(plan, dose))


def far_out(dose: Dose, *, policy: Policy) -> bool:
    """Whether a waiver needs a second name: under the outermost limits, or at the upper one."""
    outer = policy.outer_strength
    return not outer.low.base <= dose.salt.base < outer.high.base


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


def remedy(dose: Dose, *, usual: StrengthLimits) -> str:
    """Names the usual dose that a slip of the pen would have been."""
    asked = write(dose.ordered, unit="capsule")
    meant = " or ".join(write(reading, unit="capsule") for reading in _readings(dose, usual))
    if not meant:
        return f"Ask the prescriber whether {asked} is meant."
    return f"{asked}: was {meant} meant? Ask the prescriber."


def _readings(dose: Dose, usual: StrengthLimits) -> Iterator[PerUnit | Mass]:
    for slip in _SLIPS:
        reading = times(dose.ordered, factor=slip)
        if usual.holds(reading):
            yield reading
