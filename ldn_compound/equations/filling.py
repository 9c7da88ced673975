"""How much diluent fills the shells.

Shell 0.37 mL of a diluent of 0.46 g/mL holds 170.2 mg; 15.96 mg of drug powder takes its own place,
154.24 mg of diluent go in.
"""

from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Density, Mass, PerUnit, Ratio, UnitCount, VolumePerUnit


@equation(cites="usp-1160")
def full_of(*, shell: VolumePerUnit, density: Density) -> PerUnit:
    """What one shell holds of a powder, by its tapped density."""
    return shell * density


@equation(cites="erickson-2008")
def mean_fill(*, together: Mass, shells: UnitCount) -> PerUnit:
    """Mean net fill of shells packed with a powder: its packing statistic."""
    return together / shells


@equation(cites="usp-1160")
def per_unit(*, mass: Mass, units: UnitCount) -> PerUnit:
    """Mass in one unit."""
    return mass / units


@equation(cites="erickson-2008")
def part_filled(*, powder: PerUnit, full: PerUnit) -> Ratio:
    """Part of the fill that a powder takes, by its packing statistic."""
    return powder / full


@equation(cites="erickson-2008")
def diluent_in_unit(*, full_of_diluent: PerUnit, part_filled: Ratio) -> PerUnit:
    """Diluent in one unit: what the powder leaves free."""
    return full_of_diluent * (1 - part_filled)


@equation(cites="usp-1160")
def for_units(*, per_unit: PerUnit, units: UnitCount) -> Mass:
    """Mass for all units."""
    return per_unit * units


@equation(cites="usp-1160")
def share_of_run(*, blend: Mass, run: UnitCount, units: UnitCount) -> Mass:
    """A run's share of the blend."""
    return blend * run / units


@equation(cites="geometric-dilution")
def equal_volume(*, powder: Mass, full_of_powder: PerUnit, full_of_diluent: PerUnit) -> Mass:
    """Diluent that fills as much as the powder."""
    return powder * full_of_diluent / full_of_powder


@equation(cites="usp-1160")
def smallest_shell(*, powder: PerUnit, largest_part: Ratio, density: Density) -> VolumePerUnit:
    """Shell in which a powder takes no more than its largest part."""
    return powder / largest_part / density


@equation(cites="usp-1160")
def part_of_strength(*, content: PerUnit, strength: PerUnit) -> Ratio:
    """Content as a part of the strength."""
    return content / strength


@equation(cites="this-library")
def part_of_amount(*, mass: Mass, part: Ratio) -> Mass:
    """A part of a mass, set aside first."""
    return mass * part


@equation(cites="powder-flow")
def hausner_ratio(*, tapped: Density, bulk: Density) -> Ratio:
    """Hausner ratio of a powder; no packing statistic, which is a mass in a shell."""
    return tapped / bulk
