"""The ledger's own bookkeeping: what was taken, what ran short, what is left, what it carried.

It shares nothing with the planner's equations, so that a planner's mistake shows.
"""

from ldn_compound.equations.algebra import greatest, least, part, total
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import (
    Concentration,
    Mass,
    PerTablet,
    PerUnit,
    Ratio,
    TabletCount,
    UnitCount,
    Volume,
)


@equation()
def taken(*, wanted: Mass, held: Mass) -> Mass:
    """What can be taken: no more than is held."""
    return least(wanted, held)


@equation()
def short(*, wanted: Mass, taken: Mass) -> Mass:
    """What was wanted and never there."""
    return wanted - taken


@equation()
def left(*, held: Mass, taken: Mass) -> Mass:
    """What is left over."""
    return held - taken


@equation()
def carried(*, content: Mass, taken: Mass, held: Mass) -> Mass:
    """What the part taken carries of one constituent."""
    return content * part(taken, held)


@equation()
def held_together(*, constituents: tuple[Mass, ...]) -> Mass:
    """All constituents of a vessel together."""
    return total(constituents)


@equation()
def poured(*, held: Mass, added: Mass) -> Mass:
    """Held after an addition."""
    return held + added


@equation()
def tablets_taken(*, wanted: TabletCount, held: TabletCount) -> TabletCount:
    """Tablets that can be counted out: no more than there are."""
    return least(wanted, held)


@equation()
def tablets_short(*, wanted: TabletCount, taken: TabletCount) -> TabletCount:
    """Tablets that were wanted and never there."""
    return wanted - taken


@equation()
def tablets_weigh(*, tablets: TabletCount, weight: PerTablet) -> Mass:
    """Mass of the tablets counted out."""
    return tablets * weight


@equation()
def constituent_of(*, mass: Mass, part: Ratio) -> Mass:
    """A constituent of a material, by its part."""
    return mass * part


@equation()
def rest_of(*, mass: Mass, constituent: Mass) -> Mass:
    """Everything else in the material."""
    return mass - constituent


@equation()
def held_by_unit(*, content: Mass, units: UnitCount) -> PerUnit:
    """What each unit holds, where the blend is even."""
    return content / units


@equation()
def of_strength(*, content: PerUnit, strength: PerUnit) -> Ratio:
    """Content of a unit as a part of its strength."""
    return content / strength


@equation()
def active_of_tablets(*, tablets: TabletCount, strength: PerTablet) -> Mass:
    """Active of the tablets counted out."""
    return tablets * strength


@equation()
def at_worst(*, part: Ratio, worst: Ratio) -> Ratio:
    """Content with every weighing off together."""
    return part * worst


@equation()
def farther_off(*, high: Ratio, low: Ratio) -> Ratio:
    """How far the weighings alone may carry the content, the larger side."""
    return greatest(high - 1, 1 - low)


@equation()
def volume_taken(*, wanted: Volume, held: Volume) -> Volume:
    """What can be measured out: no more than is held."""
    return least(wanted, held)


@equation()
def volume_short(*, wanted: Volume, taken: Volume) -> Volume:
    """What was to be measured and never there."""
    return wanted - taken


@equation()
def volume_left(*, held: Volume, taken: Volume) -> Volume:
    """Volume left over."""
    return held - taken


@equation()
def carried_by_volume(*, content: Mass, taken: Volume, held: Volume) -> Mass:
    """What the volume taken carries of one constituent."""
    return content * part(taken, held)


@equation()
def dissolved_in(*, volume: Volume, concentration: Concentration) -> Mass:
    """Drug in a volume of a liquid."""
    return volume * concentration


@equation()
def volume_off(*, error: Volume, measured: Volume) -> Ratio:
    """How far off a volume may be, as a part of it."""
    return error / measured
