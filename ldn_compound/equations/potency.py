"""How much active is in what is weighed.

Assay 99.5 % anhydrous, water 8.5 %: 0.995 × (1 − 0.085) = 91.0425 % as it stands in the jar.
"""

from ldn_compound.equations.algebra import least
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Concentration, Mass, MolarMass, PerTablet, Ratio


@equation(cites="usp-1160")
def potency_as_is(*, assay: Ratio, water: Ratio, solvents: Ratio) -> Ratio:
    """Potency as it stands, of an assay on the anhydrous, solvent-free basis."""
    return assay * (1 - water - solvents)


@equation(cites="usp-1160")
def potency_undried(*, assay: Ratio, loss_on_drying: Ratio) -> Ratio:
    """Potency as it stands, of an assay on the dried basis."""
    return assay * (1 - loss_on_drying)


@equation(cites="usp-1160")
def potency_as_form(
    *, potency: Ratio, molar_mass: MolarMass, molar_mass_wanted: MolarMass
) -> Ratio:
    """Potency counted as another salt form, by molar mass."""
    return potency * molar_mass_wanted / molar_mass


@equation(cites="nrf")
def potency_capped(*, potency: Ratio, nominal: Ratio) -> Ratio:
    """Potency without negative correction: never above what the label or name promises."""
    return least(potency, nominal)


@equation(cites="nrf")
def shortfall(*, potency: Ratio, nominal: Ratio) -> Ratio:
    """How much less active there is than the label or name promises."""
    return (nominal - potency) / nominal


@equation(cites="nrf")
def concentration_capped(*, concentration: Concentration, nominal: Concentration) -> Concentration:
    """Concentration without negative correction: never above what was intended."""
    return least(concentration, nominal)


@equation(cites="nrf")
def shortfall_of_liquid(*, concentration: Concentration, nominal: Concentration) -> Ratio:
    """How much less active there is in a liquid than was intended."""
    return (nominal - concentration) / nominal


@equation(cites="usp-1160")
def potency_of_tablets(*, strength: PerTablet, weight: PerTablet) -> Ratio:
    """Active in ground tablet, by the label."""
    return strength / weight


@equation(cites="usp-1160")
def strength_by_assay(*, strength: PerTablet, assay: Ratio) -> PerTablet:
    """Active in a tablet, by its assay."""
    return strength * assay


@equation(cites="usp-1160")
def potency_diluted(*, potency: Ratio, powder: Mass, diluent: Mass) -> Ratio:
    """Potency of a trituration."""
    return potency * powder / (powder + diluent)


@equation(cites="usp-1160")
def active_in(*, mass: Mass, potency: Ratio) -> Mass:
    """Active in what was weighed."""
    return mass * potency


@equation(cites="nrf")
def correction_factor(*, potency: Ratio) -> Ratio:
    """How many times the active wanted is weighed."""
    return 1 / potency
