"""Vehicles of oral liquids, ready made or made in house."""

from __future__ import annotations

from functools import cache
from typing import get_args

from ldn_compound.catalog.entries import Preserved, VehicleEntry, VehiclePart
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.kinds import Density, Mass, Volume

VEHICLE = (
    "synonyms",
    "water",
    "preserved",
    "contains",
    "ingredients",
    "undisclosed",
    "density",
    "ad",
    "parts",
    "note",
)


def vehicle(name: str) -> VehicleEntry:
    """The vehicle of exactly this name or listed synonym."""
    return _vehicle(find(name, file="vehicles", what="vehicle"))


@cache
def _vehicle(name: str) -> VehicleEntry:
    row = Row("vehicles", name, tables("vehicles")["vehicle"][name], keys=VEHICLE)
    return VehicleEntry(
        name=name,
        synonyms=row.texts("synonyms"),
        water=row.flag("water"),
        preserved=row.choice("preserved", get_args(Preserved)),
        contains=row.texts("contains"),
        ingredients=row.texts("ingredients"),
        undisclosed=row.flag("undisclosed"),
        density=row.amount("density", Density),
        ad=row.text("ad"),
        parts=parts_of(row),
        note=row.text("note"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def parts_of(row: Row) -> tuple[VehiclePart, ...]:
    """What 100 mL hold of each ingredient that the entry states."""
    return tuple(
        VehiclePart(name=name, amount=_part(row, name, stated))
        for name, stated in row.table("parts").items()
    )


def _part(row: Row, name: str, stated: object) -> Mass | Volume:
    if isinstance(stated, str) and stated.endswith("L"):
        return row.one(stated, name, Volume, row.backing)
    return row.one(stated, name, Mass, row.backing)
