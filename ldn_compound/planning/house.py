"""A house's own catalogue: an order names its shells, tablets, vehicles and fills.

A name is replaced by all that stands under it before the order is read, so that a plan has all of
it and is read back without the house's file:

[shell."our size 3"]
size = "3"
volume = "0.29 mL"
cites = ["house record 2026-11, ten shells filled with water"]
confirmed = true
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

from ldn_compound.catalog.load import check_keys
from ldn_compound.catalog.lookup import plain_name
from ldn_compound.catalog.studies import STUDY, Study
from ldn_compound.errors import CatalogError
from ldn_compound.model.named_policy import policy_of
from ldn_compound.model.places import key_spelled
from ldn_compound.model.policy import Policy
from ldn_compound.model.shell import Shell
from ldn_compound.model.toml import read_toml
from ldn_compound.model.vehicle import Vehicle
from ldn_compound.planning.house_entries import (
    FILL,
    SHELL,
    TABLETS,
    VEHICLE,
    Fields,
    HouseFill,
    HouseRow,
    fill_of,
    house_study_of,
    shell_of,
    tablets_of,
    vehicle_of,
)
from ldn_compound.planning.house_names import found, in_order, in_policy, is_size, is_taken

T = TypeVar("T")

_KINDS = ("shell", "tablets", "vehicle", "fill", "study")


def _none() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class House:
    """What a house has beside the package's catalogue, each by its name in small letters."""

    shells: Mapping[str, Shell] = field(default_factory=_none)
    tablets: Mapping[str, Fields] = field(default_factory=_none)
    vehicles: Mapping[str, Vehicle] = field(default_factory=_none)
    fills: Mapping[str, HouseFill] = field(default_factory=_none)
    studies: tuple[Study, ...] = ()
    """Stability studies of its own, for `plan(..., studies=...)`, beside those of the catalogue."""

    @classmethod
    def from_toml(cls, text: str) -> House:
        """Read a house's catalogue. CatalogError names the place and what to write instead."""
        stated = read_toml(text)
        check_keys("a house's catalogue", stated, keys=_KINDS)
        if not any(stated.values()):
            raise CatalogError("a house's catalogue: nothing in it; write an entry, [shell.'...']")
        house = cls(
            shells=_entries(stated, "shell", SHELL, lambda row, _: shell_of(row)),
            tablets=_entries(stated, "tablets", TABLETS, lambda row, _: tablets_of(row)),
            vehicles=_entries(
                stated, "vehicle", VEHICLE, lambda row, name: vehicle_of(row, name=name)
            ),
            fills=_entries(stated, "fill", FILL, lambda row, _: fill_of(row)),
            studies=tuple(
                _entries(
                    stated, "study", STUDY, lambda row, name: house_study_of(row, name=name)
                ).values()
            ),
        )
        for name, one in house.fills.items():
            place = f"fill.{key_spelled(name)}.shell"
            if not is_size(one.shell):
                found(one.shell, house.shells, place, "shell")
        return house

    def policy(self, text: str) -> Policy:
        """Read a policy's file that may name this house's shells and vehicles."""
        return policy_of(in_policy(self, read_toml(text)))

    def in_order(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """An order's tables with what stands under each of this house's names.

        FileError where a name is of nothing, or where the order states what the entry states.
        """
        return in_order(self, order)


def _entries(
    catalogue: Mapping[str, Any],
    kind: str,
    keys: tuple[str, ...],
    read: Callable[[HouseRow, str], T],
) -> Mapping[str, T]:
    every = catalogue.get(kind, {})
    if not isinstance(every, Mapping):
        raise CatalogError(f"{kind}: {every!r}; write a table for each, [{kind}.'...']")
    entries: dict[str, T] = {}
    for name, table in every.items():
        _refuse_name(name, kind, already=entries)
        entries[name.lower()] = read(HouseRow(kind, name, table, keys=keys), name)
    return MappingProxyType(entries)


def _refuse_name(name: str, kind: str, *, already: Mapping[str, object]) -> None:
    if not name.strip():
        raise CatalogError(f"{kind}: an entry without a name; write one, [{kind}.'...']")
    if name.lower() in already:
        raise CatalogError(f"{kind}, {name!r}: named twice; give each a name of its own")
    if is_taken(plain_name(name, what=kind), kind):
        raise CatalogError(f"{kind}, {name!r}: the package's own name; give it one of the house's")
