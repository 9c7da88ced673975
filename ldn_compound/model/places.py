"""Where in an order a value stands, and what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ldn_compound.model.when_stated import OneOf, WhenStated
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount

_BARE = re.compile("[A-Za-z0-9_-]+")


class Spot(NamedTuple):
    """A place in dotted form, the types that belong there, and those of the table around it."""

    place: str
    types: tuple[Any, ...]
    around: tuple[Any, ...]

    @property
    def kind(self) -> type[Amount] | None:
        """The kind of amount that belongs here."""
        return next((one for one in self.types if _is(one, Amount)), None)

    @property
    def siblings(self) -> tuple[str, ...]:
        """The keys that the table around knows."""
        models = _models(self.around)
        also = (key for model in models for key in getattr(model, "also_stated", ()))
        return tuple(dict.fromkeys((*(key for model in models for key in _fields(model)), *also)))

    @property
    def tags(self) -> tuple[str, tuple[str, ...]]:
        """The key that tells the tables apart that may stand here, and its values."""
        models = _models(self.types)
        key = next(iter(_fields(models[0])))
        return key, tuple(str(_fields(model)[key].default) for model in models)

    def example(self, key: str) -> str:
        """A line that states what is missing here."""
        field = next(_fields(model)[key] for model in _models(self.around) if key in _fields(model))
        if field.examples:
            return f"{key} = {field.examples[0]!r}"
        if self.kind is not None:
            return f"it, such as {key} = '{self.kind.example}'"
        return f"the table [{self.place}]" if _models(self.types) else f"{key} = '...'"


def spot_of(loc: tuple[int | str, ...], *, of: type[BaseModel]) -> Spot:
    """The place that pydantic's `loc` names in the model `of`.

    A tag of a union ('anhydrous', for a certificate) is part of `loc` and not of the place.
    """
    around: tuple[Any, ...] = ()
    types: tuple[Any, ...] = (of,)
    place: list[str] = []
    by_name = False  # what stands under names of the reader's own choice
    for part in loc:
        tagged = tuple(model for model in _models(types) if _tagged(model, part))
        if tagged and len(_models(types)) > 1:
            types = tagged
            continue
        around = types
        if isinstance(part, int):
            place.append(str(part + 1))
        elif by_name:
            place.append(key_spelled(part))
            by_name = False
        else:
            place.append(part)
            by_name = any(_by_name(model, part) for model in _models(types))
            types = tuple(one for model in _models(types) for one in _at(model, part))
    return Spot(".".join(place), types, around)


def _at(model: type[BaseModel], key: str) -> tuple[Any, ...]:
    field = _fields(model).get(key)
    return () if field is None else tuple(_leaves(field.annotation, *field.metadata))


def _by_name(model: type[BaseModel], key: str) -> bool:
    field = _fields(model).get(key)
    members = () if field is None else (field.annotation, *get_args(field.annotation))
    return any(get_origin(member) is Mapping for member in members)


def key_spelled(name: str) -> str:
    """A name as TOML spells it between dots."""
    return name if _BARE.fullmatch(name) else f'"{name}"'


def _leaves(annotation: Any, *marks: Any) -> Iterator[Any]:
    """The plain types within an annotation: a list's members, each of a union."""
    records = [
        one for mark in marks if isinstance(mark, OneOf | WhenStated) for one in mark.records
    ]
    if records:
        yield from records
    elif get_origin(annotation) is Annotated:
        yield from _leaves(*get_args(annotation))
    elif get_origin(annotation) is not Literal and get_args(annotation):
        for one in get_args(annotation):
            yield from _leaves(one)
    elif annotation not in (NoneType, Ellipsis):
        yield annotation


def _tagged(model: type[BaseModel], part: int | str) -> bool:
    return any(
        get_origin(field.annotation) is Literal and get_args(field.annotation) == (part,)
        for field in _fields(model).values()
    )


def _models(types: tuple[Any, ...]) -> tuple[type[BaseModel], ...]:
    return tuple(one for one in types if _is(one, BaseModel))


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return model.model_fields


def _is(one: Any, wanted: type[Any]) -> bool:
    return isinstance(one, type) and issubclass(one, wanted)
