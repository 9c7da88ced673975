"""A liquid that is made, and the bottle it goes into."""

from typing import Literal

from pydantic import StrictBool

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.model.base import Base
from ldn_compound.model.seldom import NamedVehicle
from ldn_compound.quantity.kinds import Concentration, Mass, UnitCount, Volume


def entry_of(stated: NamedVehicle) -> VehicleEntry:
    """What is known of a vehicle."""
    if not isinstance(stated, str):
        return stated.entry
    from ldn_compound.catalog import vehicle

    return vehicle(stated)


class Bottled(Base, frozen=True):
    """A liquid made, and the bottle it goes into."""

    kind: Literal["oral liquid"] = "oral liquid"
    volume: Volume
    concentration: Concentration
    """As the order counts it."""
    vehicle: NamedVehicle
    """Of the catalogue, by its name, or one of the house's own."""
    suspension: StrictBool
    """Whether powder stays suspended, so that it is shaken before each dose."""
    displaced: Volume | None
    """What the drug itself takes up of the volume."""
    container: str
    bottle: Volume
    bottles: UnitCount
    storage: str
    preserved: Literal["yes", "no", "unknown"]
    doses: tuple[Mass, ...]

    @property
    def entry(self) -> VehicleEntry:
        """What is known of the vehicle."""
        return entry_of(self.vehicle)
