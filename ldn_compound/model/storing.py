"""A user's own source in a stored document: its fields, and the origins of its amounts.

It is a pydantic model or a dataclass, and whoever loads the document names its class; a `Foreign`
stands in its place otherwise.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter

from ldn_compound.errors import AmountError
from ldn_compound.quantity.table import reading_table, table_apart


def stored(thing: Any) -> dict[str, Any]:
    """Its class's name, its fields, and the table of its amounts."""
    if hasattr(thing, "as_stored"):
        kept: dict[str, Any] = thing.as_stored()
        return kept
    with table_apart() as table:
        fields = _fields(thing)
    return {"name": type(thing).__name__, "fields": fields, "calculations": table.rows}


def rebuilt(known: type[Any], document: dict[str, Any]) -> Any:
    """One of the class `known`, of what was stored."""
    adapter: TypeAdapter[Any] = TypeAdapter(known)
    with reading_table(document.get("calculations", ())):
        return adapter.validate_python(document.get("fields"))


def _fields(thing: Any) -> dict[str, Any]:
    """The fields, as JSON can hold them."""
    if isinstance(thing, BaseModel):
        return thing.model_dump(mode="json")
    if is_dataclass(thing) and not isinstance(thing, type):
        adapter: TypeAdapter[Any] = TypeAdapter(type(thing))
        dumped: dict[str, Any] = adapter.dump_python(thing, mode="json")
        return dumped
    raise AmountError(
        f"{type(thing).__name__}: to be stored, a source is a pydantic model or a dataclass"
    )
