"""The names that an order has of a house's catalogue, each replaced by what stands under it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import taken
from ldn_compound.errors import AmountError
from ldn_compound.model.decided import known_diluent
from ldn_compound.model.faults import Fault, FileError
from ldn_compound.model.places import key_spelled
from ldn_compound.model.shell import Shell

if TYPE_CHECKING:
    from ldn_compound.planning.house import House

T = TypeVar("T")
Stated = Mapping[str, Any]

_IN_FILE = MappingProxyType(
    {
        "tablets": ("products", "product"),
        "vehicle": ("vehicles", "vehicle"),
        "study": ("studies", "study"),
    }
)
"""Where the package's own entries of a kind stand, and what they are called there."""


def in_order(house: House, order: Stated) -> dict[str, Any]:
    """An order's tables; FileError where a name is of nothing."""
    return {
        key: _replaced(house, key, stated) if isinstance(stated, Mapping) else stated
        for key, stated in order.items()
    }


def in_policy(house: House, policy: Stated, *, within: str = "") -> dict[str, Any]:
    """A policy's tables, likewise; `within` is where they stand in an order."""
    stated = dict(policy)
    if isinstance(stated.get("shells"), list):
        stated["shells"] = [_shell(house, one, f"{within}shells") for one in stated["shells"]]
    if "vehicle" in stated:
        stated["vehicle"] = _vehicle(house, stated["vehicle"], f"{within}vehicle")
    return stated


def found(name: object, of: Mapping[str, T], place: str, what: str) -> T:
    """What stands under a name; FileError where nothing does."""
    entry = of.get(name.lower()) if isinstance(name, str) else None
    if entry is not None:
        return entry
    known = f"it holds {', '.join(map(repr, of))}" if of else "it has none"
    raise _refused(place, f"{name!r} is no {what} of the house's catalogue; {known}")


def is_taken(name: str, kind: str) -> bool:
    """Whether the package's catalogue has an entry of this name."""
    if kind == "shell":
        return is_size(name)
    if kind not in _IN_FILE:
        return False
    file, what = _IN_FILE[kind]
    return taken(name, file=file, what=what)


def is_size(name: str) -> bool:
    """Whether it is a size of any maker's table."""
    size = name.removeprefix("#")
    return any(size in table["size"] for table in tables("shells")["maker"].values())


def _replaced(house: House, key: str, stated: Stated) -> Stated:
    match key:
        case "capsules":
            return _capsules(house, stated)
        case "oral_liquid" if "vehicle" in stated:
            named = _vehicle(house, stated["vehicle"], "oral_liquid.vehicle")
            return {**stated, "vehicle": named}
        case "tablets":
            return _tablets(house, stated, key)
        case "ways":
            return {
                name: _way(house, one, f"ways.{key_spelled(name)}") for name, one in stated.items()
            }
        case "policy":
            return in_policy(house, stated, within="policy.")
        case _:
            return stated


def _way(house: House, stated: Any, place: str) -> Any:
    if not isinstance(stated, Mapping) or not isinstance(stated.get("tablets"), Mapping):
        return stated
    return {**stated, "tablets": _tablets(house, stated["tablets"], f"{place}.tablets")}


def _tablets(house: House, stated: Stated, place: str) -> Stated:
    if "product" not in stated:
        return stated
    rest = {key: one for key, one in stated.items() if key != "product"}
    fields = found(stated["product"], house.tablets, f"{place}.product", "tablets")
    for key in rest:
        if key in fields:
            raise _refused(f"{place}.{key}", f"{stated['product']!r} states it; leave it out")
    return {**fields, **rest}


def _capsules(house: House, stated: Stated) -> Stated:
    own = dict(stated)
    if "shell" in own:
        own["shell"] = _shell(house, own["shell"], "capsules.shell")
    if not isinstance(own.get("fill"), str):
        return own
    name, place = own["fill"], "capsules.fill"
    fill = found(name, house.fills, place, "fill")
    shell = _shell(house, fill.shell, place)
    if "shell" in own and _shell_itself(own["shell"]) != _shell_itself(shell):
        raise _refused(place, f"{name!r} was measured in shell {fill.shell!r}; order that one")
    if _diluent_itself(own.get("diluent", fill.diluent)) != fill.diluent:
        raise _refused(place, f"{name!r} was measured with {fill.diluent}; order that one")
    return {**own, "shell": shell, "diluent": fill.diluent, "fill": fill.fill}


def _shell(house: House, stated: Any, place: str) -> Any:
    """A shell of the house; a size of a table is left for the order's reader."""
    if not isinstance(stated, str) or not house.shells or is_size(stated):
        return stated
    return found(stated, house.shells, place, "shell")


def _vehicle(house: House, stated: Any, place: str) -> Any:
    """A vehicle of the house; one of the package's is left for the order's reader."""
    own = house.vehicles.get(stated.lower()) if isinstance(stated, str) else None
    if own is not None:
        return own
    if not isinstance(stated, str) or not house.vehicles or is_taken(stated, "vehicle"):
        return stated
    return found(stated, house.vehicles, place, "vehicle")


def _shell_itself(stated: Any) -> Any:
    """A shell as it will be read; what is no shell is left for the order's reader to refuse."""
    try:
        return Shell.model_validate(stated)
    except ValueError:
        return stated


def _diluent_itself(stated: Any) -> Any:
    """A diluent by its catalogue name; what is none is left for the order's reader to refuse."""
    try:
        return known_diluent(stated)
    except AmountError:
        return stated


def _refused(place: str, says: str) -> FileError:
    return FileError((Fault(place, says),))
