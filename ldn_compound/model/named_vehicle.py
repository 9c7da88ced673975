"""A vehicle of the catalogue by its name, or one of the house's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.model.decided import known_vehicle
from ldn_compound.model.when_stated import WhenStated

if TYPE_CHECKING:
    from ldn_compound.model.vehicle import Vehicle

    NamedVehicle = str | Vehicle
else:
    NamedVehicle = Annotated[
        Any, WhenStated("ldn_compound.model.vehicle:Vehicle", named=known_vehicle)
    ]


def entry_of(stated: NamedVehicle) -> VehicleEntry:
    """What is known of it."""
    if not isinstance(stated, str):
        return stated.entry
    from ldn_compound.catalog import vehicle

    return vehicle(stated)
