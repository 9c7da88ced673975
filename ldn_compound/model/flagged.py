"""What of a record's amounts a reviewer should look at, back to what was stated or cited.

An amount says itself whether there is any such thing behind it, so only those are followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded

Look = Callable[[Any], Iterable[Amount]]

_PLAIN = frozenset({str, int, bool, float, bytes, date, NoneType})
"""What holds no amount."""


def flagged(*things: object) -> list[Amount]:
    """What was spelled oddly or is unconfirmed, behind the amounts that records hold, each once."""
    return behind(amounts(things), seen=set())


def behind(those: Iterable[Amount], *, seen: set[int]) -> list[Amount]:
    """What was spelled oddly or is unconfirmed, behind the amounts; `seen` was met before."""
    found: list[Amount] = []
    waiting = [one for one in those if one.flagged]
    waiting.reverse()
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


def amounts(thing: object) -> Iterable[Amount]:
    """The amounts that a record holds, in the order of its fields; a user's dataclass too."""
    return _LOOKS[type(thing)](thing)


class _Looks(dict[type[Any], Look]):
    """How to find the amounts in things of a class: found out when the first of it is met."""

    def __missing__(self, kind: type[Any]) -> Look:
        self[kind] = look = _look_into(kind)
        return look


_LOOKS = _Looks()


def _look_into(kind: type[Any]) -> Look:
    if issubclass(kind, Amount):
        return lambda amount: (amount,)
    if issubclass(kind, tuple | list):
        return _in_each
    if issubclass(kind, dict):
        return lambda table: _in_each(table.values())
    parts = _parts(kind)
    if not parts:
        return lambda _: ()
    values = attrgetter(*parts)
    if len(parts) == 1:
        return lambda record: _in_each((values(record),))
    if all(map(_amount, parts.values())):
        return lambda record: [one for one in values(record) if one is not None]
    return lambda record: _in_each(values(record))


def _in_each(things: Iterable[Any]) -> list[Amount]:
    found: list[Amount] = []
    for one in things:
        if one is not None:
            found += _LOOKS[type(one)](one)
    return found


def _parts(kind: type[Any]) -> dict[str, Any]:
    """The fields that may hold an amount, as they are declared."""
    declared: dict[str, Any] = {}
    if issubclass(kind, BaseModel):
        declared = {name: field.annotation for name, field in kind.model_fields.items()}
    elif is_dataclass(kind):
        declared = {field.name: field.type for field in fields(kind)}
    return {name: annotation for name, annotation in declared.items() if not _plain(annotation)}


def _amount(annotation: Any) -> bool:
    """Whether what is so declared is an amount or None."""
    if isinstance(annotation, type):
        return issubclass(annotation, Amount | NoneType)
    if get_origin(annotation) is Annotated:
        return _amount(get_args(annotation)[0])
    return get_origin(annotation) in (Union, UnionType) and all(map(_amount, get_args(annotation)))


def _plain(annotation: Any) -> bool:
    """Whether what is so declared holds no amount."""
    if annotation in _PLAIN or annotation is Ellipsis or get_origin(annotation) is Literal:
        return True
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _plain(parts[0])
    return bool(parts) and all(map(_plain, parts))
