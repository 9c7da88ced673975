"""What is wrong with an order, each fault a sentence with its place and what to write instead.

capsules.strength: '4,5 mg': write the decimal mark as a point, '4.5 mg'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from ldn_compound.catalog.load import nearest
from ldn_compound.errors import AmountError
from ldn_compound.model.places import Spot, spot_of
from ldn_compound.model.toml import Bare
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Ratio, TabletCount, UnitCount

_COUNTS = (UnitCount, TabletCount)
_LONGEST = 300
"""Characters of a fault's sentence that are worth reading."""


class Fault(NamedTuple):
    """One fault: its place in dotted form (lists counted from 1), and what to write there."""

    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.place}: {self.says}" if self.place else self.says


class FileError(AmountError):
    """A file that cannot be read; `faults` has each fault with its place."""

    def __init__(self, found: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, found)))
        self.faults = found


def faults(error: ValidationError, *, of: type[BaseModel]) -> tuple[Fault, ...]:
    """The faults that pydantic found in a table for the model `of`: unknown keys come first."""
    found = error.errors(include_url=False)
    unknown = [one for one in found if one["type"] == "extra_forbidden"]
    others = [one for one in found if one["type"] != "extra_forbidden"]
    first = tuple(_fault(one, of) for one in unknown)
    meant = {fault.says for fault in first}
    rest = (_fault(one, of) for one in others if _misspelt(one) not in meant)
    return (*first, *rest)


def _misspelt(one: Any) -> str:
    """What an unknown key that is this missing one, misspelt, was told."""
    return _unknown_key(str(one["loc"][-1])) if one["type"] == "missing" else ""


def _fault(one: Any, of: type[BaseModel]) -> Fault:
    spot = spot_of(one["loc"], of=of)
    says = _unquoted(one, spot) or _said(one, spot)
    return Fault(spot.place, says if len(says) <= _LONGEST else f"{says[: _LONGEST - 3]}...")


def _unquoted(one: Any, spot: Spot) -> str:
    """What a number, true or false, date or list should have been where an amount is wanted."""
    stated, kind = one["input"], spot.kind
    if kind is None or isinstance(stated, str | Mapping | tuple | Amount):
        return ""  # a tuple holds what was read already, and so is an amount
    if isinstance(stated, int) and not isinstance(stated, bool) and kind in _COUNTS:
        return ""  # a count may stand without a unit; what is wrong with this one is said
    instead = _with_unit(_plain(stated), kind) if isinstance(stated, int | Bare) else _wanted(kind)
    return f"{_plain(stated)}: {instead}"


def _with_unit(number: str, kind: type[Amount]) -> str:
    digits = number.replace(".", "", 1)
    if kind in _COUNTS or kind is Ratio or not (digits.isascii() and digits.isdigit()):
        return _wanted(kind)  # 0.995 may be 0.995 % or 99.5 %: its unit is not guessed
    return f"write '{number} {kind.example.split()[-1]}'"


def _wanted(kind: type[Amount]) -> str:
    if kind in _COUNTS:
        return f"write a whole number, such as {kind.example.split()[0]}"
    return f"write text with its unit, such as '{kind.example}'"


def _plain(stated: object) -> str:
    """A value as TOML spells it."""
    if isinstance(stated, bool):
        return str(stated).lower()
    return str(stated) if isinstance(stated, date | time) else repr(stated)


def _said(one: Any, spot: Spot) -> str:
    say = _SAYINGS.get(one["type"])
    if say is not None:
        return say(one, spot)
    message: str = one["msg"]
    last = spot.place.rpartition(".")[2]
    return message.removeprefix("Value error, ").removeprefix(f"{last}: ")


def _unknown_key(key: str) -> str:
    return f"no such key; write {key!r}"


def _extra(one: Any, spot: Spot) -> str:
    return f"no such key; {nearest(str(one['loc'][-1]), spot.siblings)}"


def _missing(one: Any, spot: Spot) -> str:
    return f"missing; write {spot.example(str(one['loc'][-1]))}"


def _choice(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write {one['ctx']['expected']}"


def _tag(one: Any, spot: Spot) -> str:
    stated = one["input"]
    key, tags = spot.tags
    found = isinstance(stated, Mapping) and key in stated
    said = f"{key} = {_plain(stated[key])}:" if found else f"{key} is missing;"
    return f"{said} write {key} = {' or '.join(map(repr, tags))}"


def _table(one: Any, spot: Spot) -> str:
    text = f"text, '{one['input']}', or " if isinstance(one["input"], int | Bare) else ""
    return f"{_plain(one['input'])}: write {text}the table [{spot.place}]"


def _list(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write a list, [{_plain(one['input'])}]"


def _text(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write text, in quotes"


def _yes_or_no(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write true or false, without quotes"


def _number(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write a whole number"


def _at_least(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write {one['ctx']['ge']} or more"


def _date(one: Any, _: Spot) -> str:
    return f"{_plain(one['input'])}: write the day, such as 2026-12-01"


_SAYINGS: Mapping[str, Callable[[Any, Spot], str]] = MappingProxyType(
    {
        "extra_forbidden": _extra,
        "missing": _missing,
        "literal_error": _choice,
        "enum": _choice,
        "union_tag_invalid": _tag,
        "union_tag_not_found": _tag,
        "model_type": _table,
        "model_attributes_type": _table,
        "mapping_type": _table,
        "dict_type": _table,
        "tuple_type": _list,
        "string_type": _text,
        "greater_than_equal": _at_least,
        "bool_type": _yes_or_no,
        "int_type": _number,
        "int_parsing": _number,
        "date_type": _date,
        "date_parsing": _date,
        "date_from_datetime_parsing": _date,
        "date_from_datetime_inexact": _date,
    }
)
