"""One of several records, told apart by a tag; those that few orders have are imported when stated.

A step with `verb = "measure"` imports the steps of liquids; of capsules no step has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ldn_compound.model.when_stated import WhenStated


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
