"""Records that few orders state: each is imported when an order states it, and not before.

An order without directions loads nothing about directions; its JSON Schema has all of them. A step
with `verb = "measure"` imports the steps of liquids; of capsules no step has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any, Literal

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class WhenStated:
    """How pydantic reads and writes a field whose record is named by `module:Class`.

    `named` says how a text is read that names one of the catalogue's, and stays a text.
    """

    __slots__ = ("named", "path")

    def __init__(self, path: str, *, named: Callable[[str], str] | None = None) -> None:
        self.path = path
        self.named = named

    @property
    def record(self) -> type[BaseModel]:
        """The record's class."""
        module, name = self.path.split(":")
        found: type[BaseModel] = getattr(import_module(module), name)
        return found

    @property
    def records(self) -> tuple[type[BaseModel], ...]:
        """It alone: as `OneOf` has several."""
        return (self.record,)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._read,
            serialization=core_schema.plain_serializer_function_ser_schema(_written, info_arg=True),
        )

    def _read(self, stated: Any, info: core_schema.ValidationInfo) -> Any:
        if self.named is not None and isinstance(stated, str):
            return self.named(stated)
        return self.record.model_validate(stated, context=info.context)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        record = self.record
        record.model_rebuild()
        # As one of several definitions it is described once, however many fields hold one.
        described = core_schema.definitions_schema(record.__pydantic_core_schema__, [])
        table = handler(described)
        return table if self.named is None else {"anyOf": [{"type": "string"}, table]}


class OneOf:
    """How pydantic reads and writes a field that holds one of these, by the field `by` of each.

    `records` are by their tags: a class, or `module:Class` of one that is to be imported later.
    Where `by` is None nothing in them tells them apart: the one that fits is read, and the names
    stand in the places of faults.
    """

    __slots__ = ("_marked", "by")

    def __init__(self, by: str | None, records: Mapping[str, type[BaseModel] | str]) -> None:
        self.by = by
        self._marked: dict[str, type[BaseModel] | WhenStated] = {
            tag: WhenStated(one) if isinstance(one, str) else one for tag, one in records.items()
        }

    @property
    def tags(self) -> tuple[str, ...]:
        """What they are told apart by, in the order of `records`."""
        return tuple(self._marked)

    @property
    def records(self) -> tuple[type[BaseModel], ...]:
        """All of them."""
        marked = self._marked.values()
        return tuple(one.record if isinstance(one, WhenStated) else one for one in marked)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schemas = {
            tag: handler.generate_schema(
                Annotated[Any, one] if isinstance(one, WhenStated) else one
            )
            for tag, one in self._marked.items()
        }
        if self.by is None:
            return core_schema.union_schema([(one, name) for name, one in schemas.items()])
        return core_schema.tagged_union_schema(schemas, discriminator=self.by)


def _written(record: BaseModel | str, info: core_schema.SerializationInfo) -> dict[str, Any] | str:
    if isinstance(record, str):
        return record
    mode: Literal["json", "python"] = "json" if info.mode == "json" else "python"
    return record.model_dump(
        mode=mode,
        by_alias=info.by_alias,
        exclude_unset=info.exclude_unset,
        exclude_defaults=info.exclude_defaults,
        exclude_none=info.exclude_none,
        round_trip=info.round_trip,
        context=info.context,
    )
