"""Every amount of a record, and what it came from, back to what was stated or cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded

_PLAIN = frozenset({str, int, bool, float, bytes, date, NoneType})
"""What holds no amount."""


def amounts(*things: object) -> list[Amount]:
    """The amounts that records hold, in the order of their fields; a user's dataclass too."""
    found: list[Amount] = []
    waiting: list[Any] = list(reversed(things))
    while waiting:
        one = waiting.pop()
        kind: Any = type(one)
        look = _look_into(kind)
        if look is not None:
            waiting += look(one)
        elif isinstance(one, Amount):
            found.append(one)
    return found


def ancestry(*of: Amount, seen: set[int]) -> list[Amount]:
    """The amounts and all they came from, each once; `seen` holds those that were met before."""
    found: list[Amount] = []
    waiting = list(reversed(of))
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        found.append(one)
        origin = one.origin
        if type(origin) is Derived:
            waiting.extend([source for _, source in reversed(origin.inputs)])
        elif type(origin) is Rounded:
            waiting.append(origin.before)
    return found


@cache
def _look_into(kind: type[Any]) -> Callable[[Any], Iterable[Any]] | None:
    """What gives all in a thing that may hold an amount, last first; None: there is nothing."""
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
