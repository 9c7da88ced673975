"""Every amount of a record, and what it came from, back to what was stated or cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded


def amounts(thing: object) -> Iterator[Amount]:
    """The amounts that a record holds, in the order of its fields; a user's dataclass too."""
    if isinstance(thing, Amount):
        yield thing
        return
    for part in _parts(thing):
        yield from amounts(part)


def ancestry(amount: Amount, *, seen: set[int]) -> Iterator[Amount]:
    """The amount and all it came from, each once; `seen` holds those that were met before."""
    waiting = [amount]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting.extend(reversed(_inputs(one)))


def _parts(thing: object) -> Iterator[object]:
    if isinstance(thing, BaseModel):
        yield from (getattr(thing, name) for name in type(thing).model_fields)
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield from (getattr(thing, field.name) for field in fields(thing))
    elif isinstance(thing, Mapping):
        yield from thing.values()
    elif isinstance(thing, tuple | list):
        yield from thing


def _inputs(amount: Amount) -> list[Amount]:
    match amount.origin:
        case Derived(inputs=inputs):
            return [source for _, source in inputs]
        case Rounded(before=before):
            return [before]
        case _:
            return []
