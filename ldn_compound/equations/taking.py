"""How much to take.

405 mg from tablets of 50 mg that weigh 177.3 mg: 405 × 177.3 ÷ 50 = 1436.13 mg of ground tablet;
with 2 % in reserve 1464.75 mg are ground, 8.26 tablets: 9.
"""

from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, Ratio, TabletCount, UnitCount


@equation(cites="usp-1160")
def mass_for(*, active: Mass, potency: Ratio) -> Mass:
    """Material that carries the active wanted."""
    return active / potency


@equation(cites="usp-1160")
def average_weight(*, together: Mass, tablets: TabletCount) -> PerTablet:
    """Average weight of a tablet."""
    return together / tablets


@equation(cites="this-library")
def with_reserve(*, powder: Mass, reserve: Ratio) -> Mass:
    """Powder to grind, with what will stay in the mortar."""
    return powder * (1 + reserve)


@equation(cites="usp-1160")
def tablets_to_grind(*, powder: Mass, weight: PerTablet) -> TabletCount:
    """Tablets that give so much powder."""
    return powder / weight


@equation(cites="usp-1160")
def tablets_for(*, active: Mass, strength: PerTablet) -> TabletCount:
    """Tablets that hold the active wanted."""
    return active / strength


@equation(cites="usp-1160")
def ground(*, tablets: TabletCount, weight: PerTablet) -> Mass:
    """Powder from so many tablets."""
    return tablets * weight


@equation(cites="usp-1160")
def active_in_tablets(*, tablets: TabletCount, strength: PerTablet) -> Mass:
    """Active in so many tablets."""
    return tablets * strength


@equation(cites="usp-1160")
def units_for(*, active: Mass, strength: PerUnit) -> UnitCount:
    """Units that hold the active wanted, or that an active is enough for."""
    return active / strength
