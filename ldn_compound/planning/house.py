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

from ldn_compound.catalog.load import check_keys, tables
from ldn_compound.catalog.lookup import plain_name, taken
from ldn_compound.catalog.studies import STUDY, Study
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.decided import known_diluent
from ldn_compound.model.faults import Fault, FileError
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
            house._shell(one.shell, f"fill.{key_spelled(name)}.shell", every=True)
        return house

    def policy(self, text: str) -> Policy:
        """Read a policy's file that may name this house's shells and vehicles."""
        return policy_of(self.in_policy(read_toml(text)))

    def in_order(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """An order's tables with what stands under each of this house's names.

        FileError where a name is of nothing, or where the order states what the entry states.
        """
        return {key: self._replaced(key, stated) for key, stated in order.items()}

    def in_policy(self, policy: Mapping[str, Any]) -> dict[str, Any]:
        """A policy's tables, likewise."""
        stated = dict(policy)
        if isinstance(stated.get("shells"), list):
            stated["shells"] = [self._shell(one, "shells") for one in stated["shells"]]
        if "vehicle" in stated:
            stated["vehicle"] = self._vehicle(stated["vehicle"], "vehicle")
        return stated

    def _replaced(self, key: str, stated: Any) -> Any:
        if not isinstance(stated, Mapping):
            return stated
        if key == "capsules":
            return self._capsules(stated)
        if key == "oral_liquid" and "vehicle" in stated:
            return {**stated, "vehicle": self._vehicle(stated["vehicle"], "oral_liquid.vehicle")}
        if key == "tablets":
            return self._tablets(stated, key)
        if key == "ways":
            return {
                name: self._way(one, f"ways.{key_spelled(name)}") for name, one in stated.items()
            }
        return self.in_policy(stated) if key == "policy" else stated

    def _way(self, stated: Any, place: str) -> Any:
        if not isinstance(stated, Mapping) or not isinstance(stated.get("tablets"), Mapping):
            return stated
        return {**stated, "tablets": self._tablets(stated["tablets"], f"{place}.tablets")}

    def _tablets(self, stated: Mapping[str, Any], place: str) -> dict[str, Any]:
        rest = {key: one for key, one in stated.items() if key != "product"}
        if "product" not in stated:
            return rest
        fields = self._found(stated["product"], self.tablets, f"{place}.product", "tablets")
        for key in rest:
            if key in fields:
                raise _refused(f"{place}.{key}", f"{stated['product']!r} states it; leave it out")
        return {**fields, **rest}

    def _capsules(self, stated: Mapping[str, Any]) -> dict[str, Any]:
        own = dict(stated)
        if "shell" in own:
            own["shell"] = self._shell(own["shell"], "capsules.shell")
        if not isinstance(own.get("fill"), str):
            return own
        name, place = own["fill"], "capsules.fill"
        found = self._found(name, self.fills, place, "fill")
        shell = self._shell(found.shell, place)
        if "shell" in own and _shell_itself(own["shell"]) != _shell_itself(shell):
            raise _refused(place, f"{name!r} was measured in shell {found.shell!r}; order that one")
        if _diluent_itself(own.get("diluent", found.diluent)) != found.diluent:
            raise _refused(place, f"{name!r} was measured with {found.diluent}; order that one")
        return {**own, "shell": shell, "diluent": found.diluent, "fill": found.fill}

    def _shell(self, stated: Any, place: str, *, every: bool = False) -> Any:
        """A shell of the house; another size is left for its reader, or refused with `every`."""
        if not isinstance(stated, str):
            return stated
        own = self.shells.get(stated.lower())
        if own is None and (self.shells or every) and not _is_size(stated):
            self._found(stated, self.shells, place, "shell")
        return own or stated

    def _vehicle(self, stated: Any, place: str) -> Any:
        if not isinstance(stated, str):
            return stated
        own = self.vehicles.get(stated.lower())
        if own is None and self.vehicles and not _taken(stated, "vehicle"):
            self._found(stated, self.vehicles, place, "vehicle")
        return own or stated

    def _found(self, name: Any, of: Mapping[str, T], place: str, what: str) -> T:
        found = of.get(name.lower()) if isinstance(name, str) else None
        if found is not None:
            return found
        known = f"it holds {', '.join(map(repr, of))}" if of else "it has none"
        raise _refused(place, f"{name!r} is no {what} of the house's catalogue; {known}")


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
    if _taken(plain_name(name, what=kind), kind):
        raise CatalogError(f"{kind}, {name!r}: the package's own name; give it one of the house's")


def _taken(name: str, kind: str) -> bool:
    """Whether the package's catalogue has an entry of this name."""
    match kind:
        case "shell":
            return _is_size(name)
        case "tablets":
            return taken(name, file="products", what="product")
        case "vehicle":
            return taken(name, file="vehicles", what="vehicle")
        case "study":
            return taken(name, file="studies", what="study")
        case _:
            return False


def _is_size(name: str) -> bool:
    size = name.removeprefix("#")
    return any(size in table["size"] for table in tables("shells")["maker"].values())


def _shell_itself(stated: Any) -> Any:
    """A shell as it will be read; what is no shell is left for the order's reader to refuse."""
    try:
        return Shell.model_validate(stated)
    except (ValueError, AmountError):
        return stated


def _diluent_itself(stated: Any) -> Any:
    """A diluent by its catalogue name; what is none is left for the order's reader to refuse."""
    try:
        return known_diluent(stated)
    except AmountError:
        return stated


def _refused(place: str, says: str) -> FileError:
    return FileError((Fault(place, says),))
