"""Every amount of a record, and what it came from, back to what was stated or cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Any

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded

_PLAIN = frozenset({str, int, bool, float, bytes, date, NoneType})
"""What holds no amount, and is met often."""


def amounts(thing: object) -> Iterator[Amount]:
    """The amounts that a record holds, in the order of its fields; a user's dataclass too."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        kind: Any = type(one)
        if kind in _PLAIN:
            continue
        if isinstance(one, Amount):
            yield one
        elif isinstance(one, tuple | list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            waiting.extend(reversed(one.values()))
        else:
            waiting.extend([getattr(one, name) for name in _names(kind)])


def ancestry(amount: Amount, *, seen: set[int]) -> Iterator[Amount]:
    """The amount and all it came from, each once; `seen` holds those that were met before."""
    waiting = [amount]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        origin = one.origin
        if isinstance(origin, Derived):
            waiting.extend(source for _, source in reversed(origin.inputs))
        elif isinstance(origin, Rounded):
            waiting.append(origin.before)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record, last first; none of anything else."""
    if issubclass(kind, BaseModel):
        return tuple(reversed(kind.model_fields))
    if is_dataclass(kind):
        return tuple(field.name for field in reversed(fields(kind)))
    return ()
