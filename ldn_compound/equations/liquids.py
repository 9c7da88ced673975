"""What is in a volume, what takes up room in it, and how much vehicle brings it to volume.

4.5 mg at 1 mg/mL are 4.5 mL; 10 g of a powder that displaces 0.7 mL/g take 7 mL, so 100 mL take
93 mL of vehicle.
"""

from ldn_compound.equations.algebra import total
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import (
    Concentration,
    Density,
    Mass,
    Ratio,
    SpecificVolume,
    Volume,
)


@equation(cites="usp-1160")
def active_in_volume(*, volume: Volume, concentration: Concentration) -> Mass:
    """Active in a volume, such as the mg in 5 mL."""
    return volume * concentration


@equation(cites="usp-1160")
def concentration_of(*, active: Mass, volume: Volume) -> Concentration:
    """Active in each mL of the finished volume."""
    return active / volume


@equation(cites="usp-1160")
def volume_for(*, active: Mass, concentration: Concentration) -> Volume:
    """Volume that holds a dose, or any mass of active."""
    return active / concentration


@equation(cites=("usp-1160", "rees-calculations"))
def displaced(*, powder: Mass, displacement: SpecificVolume) -> Volume:
    """Volume that a powder takes up in a liquid."""
    return powder * displacement


@equation(cites=("usp-1160", "rees-calculations"))
def displacement_of(*, displaced: Volume, powder: Mass) -> SpecificVolume:
    """Displacement of a powder: the volume that each gram of it takes up in a liquid."""
    return displaced / powder


@equation(cites="usp-1160")
def powder_volume(*, made: Volume, vehicle: Volume) -> Volume:
    """Volume that a powder took up, from the volume made and the vehicle added."""
    return made - vehicle


@equation(cites="usp-1160")
def volume_with_powder(*, vehicle: Volume, displaced: Volume) -> Volume:
    """Volume of a vehicle with a powder in it."""
    return vehicle + displaced


@equation(cites="usp-1160")
def vehicle_to_volume(*, volume: Volume, others: tuple[Volume, ...]) -> Volume:
    """About how much vehicle brings all else to volume (q.s. ad), where no volume is lost."""
    return volume - total(others)


@equation(cites="usp-1160")
def base_to_mass(*, mass: Mass, others: tuple[Mass, ...]) -> Mass:
    """Base or diluent that brings all else to a mass (q.s. ad)."""
    return mass - total(others)


@equation(cites="usp-1160")
def mass_of_liquid(*, volume: Volume, density: Density) -> Mass:
    """Mass of a volume, by its density."""
    return volume * density


@equation(cites="usp-1160")
def volume_of_mass(*, mass: Mass, density: Density) -> Volume:
    """Volume of a mass, by its density."""
    return mass / density


@equation(cites="usp-1160")
def density_of(*, mass: Mass, volume: Volume) -> Density:
    """Density: mass in each mL."""
    return mass / volume


@equation(cites="usp-1160")
def specific_gravity(*, density: Density, water: Density) -> Ratio:
    """Specific gravity: density as a part of water's."""
    return density / water


@equation(cites="usp-1160")
def density_by_gravity(*, specific_gravity: Ratio, water: Density) -> Density:
    """Density from a specific gravity."""
    return specific_gravity * water


@equation(cites="usp-1160")
def solvent_for(*, mass: Mass, solubility: SpecificVolume) -> Volume:
    """Least solvent that dissolves a mass; "1 in 4" is a solubility of 4 mL/g."""
    return mass * solubility


@equation(cites="usp-1160")
def mass_of_ingredient(*, part: Mass, volume: Volume, of: Volume) -> Mass:
    """An ingredient's mass for a volume, from its formula."""
    return part * volume / of


@equation(cites="usp-1160")
def volume_of_ingredient(*, part: Volume, volume: Volume, of: Volume) -> Volume:
    """An ingredient's volume for a volume, from its formula."""
    return part * volume / of


@equation(cites="this-library")
def volume_grown(*, volume: Volume, part_filled: Ratio) -> Volume:
    """Volume of the same concentration for whole tablets, of which the order is a part."""
    return volume / part_filled
