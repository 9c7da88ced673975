"""What of a record's amounts a reviewer should look at, back to what was stated or cited.

An amount says itself whether there is any such thing behind it, so only those are followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded

_PLAIN = frozenset({str, int, bool, float, bytes, date, NoneType})
"""What holds no amount."""


def flagged(*things: object) -> list[Amount]:
    """What was spelled oddly or is unconfirmed, behind the amounts that records hold, each once."""
    return behind(flagged_in(*things), seen=set())


def behind(those: list[Amount], *, seen: set[int]) -> list[Amount]:
    """What was spelled oddly or is unconfirmed, behind the amounts; `seen` was met before."""
    found: list[Amount] = []
    waiting = [one for one in reversed(those) if one.flagged]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        origin = one.origin
        if type(origin) is Derived:
            waiting += [source for _, source in reversed(origin.inputs) if source.flagged]
        elif type(origin) is Rounded:
            waiting.append(origin.before)
        else:
            found.append(one)
    return found


def flagged_in(*things: object) -> list[Amount]:
    """The flagged amounts that records hold, in the order of their fields.

    A user's dataclass is looked into as well.
    """
    found: list[Amount] = []
    _look(things, found)
    return found


def _look(things: Iterable[Any], found: list[Amount]) -> None:
    for one in things:
        parts = _PARTS[type(one)]
        if parts is None:
            continue
        if parts is not _amount:
            _look(parts(one), found)
        elif one.flagged:
            found.append(one)


class _Parts(dict[type[Any], Callable[[Any], Iterable[Any]] | None]):
    """What a thing of a class holds that may be an amount or hold one; None for nothing.

    Found out when the first of the class is met.
    """

    def __missing__(self, kind: type[Any]) -> Callable[[Any], Iterable[Any]] | None:
        self[kind] = parts = _parts_of(kind)
        return parts


_PARTS = _Parts()


def _amount(one: Amount) -> tuple[Amount]:
    return (one,)


def _parts_of(kind: type[Any]) -> Callable[[Any], Iterable[Any]] | None:
    if issubclass(kind, Amount):
        return _amount
    if issubclass(kind, tuple | list):
        return tuple
    if issubclass(kind, dict):
        return dict.values
    names = _names_of_parts(kind)
    if not names:
        return None
    if issubclass(kind, BaseModel):  # its fields are in its `__dict__`, and read sooner there
        held = itemgetter(*names)
        return (lambda one: held(vars(one))) if len(names) > 1 else lambda one: (held(vars(one)),)
    values = attrgetter(*names)
    return values if len(names) > 1 else lambda one: (values(one),)


def _names_of_parts(kind: type[Any]) -> tuple[str, ...]:
    """The fields that may hold an amount, by how they are declared."""
    declared: dict[str, Any] = {}
    if issubclass(kind, BaseModel):
        declared = {name: field.annotation for name, field in kind.model_fields.items()}
    elif is_dataclass(kind):
        declared = {field.name: field.type for field in fields(kind)}
    return tuple(name for name, annotation in declared.items() if not _plain(annotation))


def _plain(annotation: Any) -> bool:
    """Whether what is so declared holds no amount."""
    if annotation in _PLAIN or annotation is Ellipsis or get_origin(annotation) is Literal:
        return True
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _plain(parts[0])
    return bool(parts) and all(map(_plain, parts))
