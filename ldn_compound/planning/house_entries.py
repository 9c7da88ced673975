"""The entries of a house's catalogue: its shells, tablets, vehicles, measured fills and studies.

An entry is read as the package's own are: every amount cites it, in the house's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ldn_compound.catalog.entries import Preserved
from ldn_compound.catalog.row import Row
from ldn_compound.catalog.studies import Study, study_of
from ldn_compound.catalog.vehicles import parts_of
from ldn_compound.equations.everyday import times
from ldn_compound.errors import AmountError
from ldn_compound.forms.house_fills import Measured, Packed
from ldn_compound.model.decided import known_diluent, known_substance
from ldn_compound.model.faults import faults
from ldn_compound.model.places import key_spelled
from ldn_compound.model.shell import THE_HOUSE, Shell
from ldn_compound.model.vehicle import Part, Vehicle
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import (
    Density,
    Mass,
    PerTablet,
    TabletCount,
    UnitCount,
    VolumePerUnit,
)
from ldn_compound.sources.tablets import Tablets

SHELL = ("size", "volume", "maker")
VEHICLE = ("water", "preserved", "contains", "ingredients", "ad", "parts", "note")
FILL = ("shell", "packed_with", "diluent", "powder")
TABLETS = (
    *("strength", "substance", "weighed", "together", "weights", "weight"),
    *("scored", "release", "other_actives", "contains", "tapped"),
)


class HouseRow(Row):
    """An entry of a house's file; its place is said as the file spells it."""

    __slots__ = ()

    least_source = "house record 2026-11"

    def _at(self, key: str = "") -> str:
        return f"{self._file}.{key_spelled(self._name)}" + (f".{key}" if key else "")


class HouseFill(NamedTuple):
    """A measured fill, with the shell and the diluent that it was measured with."""

    fill: Measured
    shell: str
    diluent: str


M = TypeVar("M", bound=BaseModel)
Fields = Mapping[str, Any]
"""What an entry states of a source; the order states the rest."""


def shell_of(row: Row) -> Shell:
    """A shell with its own volume."""
    maker = row.text("maker") or THE_HOUSE
    if maker.lower() == "mainstream":
        raise row.refused("maker", f"{maker!r}: write whose these shells are, or leave it out")
    fields = {"size": row.said("size"), "maker": maker}
    return _valid(Shell, {**fields, "volume": row.required("volume", VolumePerUnit)}, row)


def vehicle_of(row: Row, *, name: str) -> Vehicle:
    """A vehicle ready made, or made in house of its parts."""
    fields = {
        "name": name,
        "water": row.decided("water"),
        "preserved": row.choice("preserved", get_args(Preserved)),
        "contains": row.texts("contains"),
        "ingredients": row.texts("ingredients"),
        "ad": row.text("ad"),
        "parts": tuple(
            _valid(Part, {"name": part.name, "amount": part.amount}, row, key=part.name)
            for part in parts_of(row)
        ),
        "note": row.text("note"),
        "cites": row.backing.cites,
        "confirmed": row.backing.confirmed,
    }
    return _valid(Vehicle, fields, row)


def fill_of(row: Row) -> HouseFill:
    """Shells that the house packed with its diluent, and with the drug's powder if it did."""
    fields = {
        key: _packed(row.part(key, row.table(key), keys=("shells", "together")))
        for key in ("diluent", "powder")
        if key == "diluent" or row.table(key)
    }
    try:
        diluent = known_diluent(row.said("packed_with"))
    except AmountError as error:
        raise row.refused("packed_with", str(error)) from None
    return HouseFill(_valid(Measured, fields, row), shell=row.said("shell"), diluent=diluent)


def tablets_of(row: Row) -> Fields:
    """What is the same for every lot of these tablets, and their weight where it was found once."""
    strength = row.required("strength", PerTablet)
    read = {
        "strength": strength,
        "substance": row.text("substance"),
        "weighed": _counted(row, "weighed"),
        "together": row.amount("together", Mass),
        "weights": tuple(
            row.one(one, "weights", Mass, row.backing) for one in row.texts("weights")
        ),
        "weight": row.amount("weight", PerTablet),
        "scored": row.text("scored"),
        "release": row.text("release"),
        "other_actives": row.texts("other_actives"),
        "contains": row.texts("contains"),
        "tapped": row.amount("tapped", Density),
    }
    stated = {key: one for key, one in read.items() if row.states(key)}
    weighed = {"together", "weights", "weight"} & set(stated)
    # A weight to judge the rest by, where the order is to state it.
    _valid(Tablets, stated if weighed else {**stated, "weight": times(strength, factor=2)}, row)
    return stated


def house_study_of(row: Row, *, name: str) -> Study:
    """A stability study of the house's own."""
    study = study_of(row, name=name)
    try:
        known_substance(study.active)
    except AmountError as error:
        raise row.refused("active", str(error)) from None
    if not study.contents:
        raise row.refused(
            "contents", "missing; write what the formulation holds, [{ name = '...' }]"
        )
    if not study.stable:
        raise row.refused("stable", "missing; write where it was kept, and how long it was stable")
    return study


def _packed(row: Row) -> Packed:
    return _valid(Packed, {"shells": _units(row), "together": row.required("together", Mass)}, row)


def _units(row: Row) -> UnitCount:
    return row.one(f"{row.count('shells')} units", "shells", UnitCount, row.backing)


def _counted(row: Row, key: str) -> TabletCount | None:
    if not row.states(key):
        return None
    return row.one(f"{row.count(key)} tablets", key, TabletCount, row.backing)


def _valid(model: type[M], fields: Fields, row: Row, *, key: str = "") -> M:
    """The record of these fields; where they make none, the entry's place, or key, is named."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        said = "; ".join(map(str, faults(error, of=model)))
        raise row.refused(key, said) from None
