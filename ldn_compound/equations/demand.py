"""How much active the order asks for.

90 capsules × 4.5 mg = 405 mg; 4.5 mg of base × 377.86 ÷ 341.41 = 4.98 mg of hydrochloride.
"""

from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Mass, MolarMass, PerUnit, Ratio, UnitCount


@equation()
def units_made(*, quantity: UnitCount, spare: UnitCount) -> UnitCount:
    """Units to make, with the spare ones for handling loss."""
    return quantity + spare


@equation(cites="usp-1160")
def active_in_units(*, strength: PerUnit, units: UnitCount) -> Mass:
    """Active in all units."""
    return strength * units


@equation()
def with_overage(*, active: Mass, overage: Ratio) -> Mass:
    """Active with an overage, more active in every unit."""
    return active * (1 + overage)


@equation(cites="usp-1160")
def equivalent_mass(*, mass: Mass, molar_mass: MolarMass, molar_mass_wanted: MolarMass) -> Mass:
    """The same amount of drug as another salt form, by molar mass."""
    return mass * molar_mass_wanted / molar_mass


@equation(cites="usp-1160")
def equivalent_strength(
    *, strength: PerUnit, molar_mass: MolarMass, molar_mass_wanted: MolarMass
) -> PerUnit:
    """The same strength as another salt form, by molar mass."""
    return strength * molar_mass_wanted / molar_mass
