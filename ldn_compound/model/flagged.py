"""What of a record's amounts a reviewer should look at, back to what was stated or cited.

An amount says itself whether there is any such thing behind it, so only those are followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded

Look = Callable[[Any], Iterable[Any]]

_PLAIN = frozenset({str, int, bool, float, bytes, date, NoneType})
"""What holds no amount."""


def amounts(*things: object) -> list[Amount]:
    """The amounts that records hold, in the order of their fields; a user's dataclass too."""
    found: list[Amount] = []
    waiting: list[Any] = list(reversed(things))
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        look = _LOOKS[type(one)]
        if look is _itself:
            found.append(one)
        elif look is not None:
            waiting += look(one)
    return found


def flagged(*things: object) -> list[Amount]:
    """What was spelled oddly or is unconfirmed, behind the amounts that records hold, each once."""
    return behind(amounts(*things), seen=set())


def behind(those: list[Amount], *, seen: set[int]) -> list[Amount]:
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


def _itself(one: Any) -> Iterable[Any]:
    """The look into an amount."""
    return (one,)


class _Looks(dict[type[Any], "Look | None"]):
    """How to look into things of a class, found out when the first of it is met."""

    def __missing__(self, kind: type[Any]) -> Look | None:
        self[kind] = look = _look_into(kind)
        return look


_LOOKS = _Looks()


def _look_into(kind: type[Any]) -> Look | None:
    """What gives all in a thing that may hold an amount, last first; None: there is nothing."""
    if issubclass(kind, Amount):
        return _itself
    if issubclass(kind, tuple | list):
        return reversed
    if issubclass(kind, dict):
        return lambda table: reversed(table.values())
    names = tuple(reversed(_names(kind)))
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda record: (getattr(record, names[0]),)) if names else None


def _names(kind: type[Any]) -> list[str]:
    if issubclass(kind, BaseModel):
        return [name for name, field in kind.model_fields.items() if not _plain(field.annotation)]
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _plain(annotation: Any) -> bool:
    """Whether what is so declared holds no amount."""
    if annotation in _PLAIN or annotation is Ellipsis or get_origin(annotation) is Literal:
        return True
    parts = get_args(annotation)
    return bool(parts) and all(map(_plain, parts))
