"""Vehicles of oral liquids, ready made or made in house."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from ldn_compound.catalog.entries import Preserved, VehicleEntry, VehiclePart
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Density, Mass, Volume

_KEYS = ("synonyms", "water", "preserved", "contains", "density", "ad", "parts", "note")


def vehicle(name: str) -> VehicleEntry:
    """The vehicle of exactly this name or listed synonym."""
    return _vehicle(find(name, file="vehicles", what="vehicle"))


@cache
def _vehicle(name: str) -> VehicleEntry:
    entry = tables("vehicles")["vehicle"][name]
    row = Row("vehicles", name, entry, keys=_KEYS)
    return VehicleEntry(
        name=name,
        synonyms=row.texts("synonyms"),
        water=row.flag("water"),
        preserved=_preserved(name, row.text("preserved")),
        contains=row.texts("contains"),
        density=row.amount("density", Density),
        ad=row.text("ad"),
        parts=_parts(row, entry.get("parts", {})),
        note=row.text("note"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def _preserved(name: str, said: str) -> Preserved:
    for known in get_args(Preserved):
        if said == known:
            return known  # type: ignore[no-any-return]
    raise CatalogError(f"vehicles.toml, {name!r}: write preserved = 'yes', 'no' or 'unknown'")


def _parts(row: Row, stated: Mapping[str, str]) -> tuple[VehiclePart, ...]:
    return tuple(
        VehiclePart(name=name, amount=_part(row, name, text)) for name, text in stated.items()
    )


def _part(row: Row, name: str, text: str) -> Mass | Volume:
    if text.endswith("L"):
        return row.one(text, name, Volume, row.backing)
    return row.one(text, name, Mass, row.backing)
