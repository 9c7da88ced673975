"""How pydantic reads and writes amounts; JSON Schema says the same.

What is read from a text or a number has no part in rows and tables, and does not import them.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic_core import CoreSchema, core_schema

from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import KINDS

A = TypeVar("A", bound=Amount)
_KIND_OF_UNIT = {kind.unit: kind for kind in KINDS}


def core_schema_of(kind: type[Amount]) -> CoreSchema:
    """How pydantic reads and writes an amount."""

    def validate(stated: object, info: core_schema.ValidationInfo) -> Amount:
        try:
            return _read_any(stated, info) if kind is Amount else _read(kind, stated, info)
        except KindError as error:
            raise AmountError(str(error)) from None  # pydantic reports a ValueError with its place

    return core_schema.with_info_plain_validator_function(
        validate,
        serialization=core_schema.plain_serializer_function_ser_schema(_written, when_used="json"),
    )


def _read(kind: type[A], stated: object, info: core_schema.ValidationInfo) -> A:
    if type(stated) is kind:
        return stated
    by = str((info.config or {}).get("title") or "the caller")
    if isinstance(stated, dict):
        from ldn_compound.quantity.table import read_row

        return read_row(kind, stated, by, info.field_name)
    return kind._stated(stated, by=by, place=info.field_name)


def _read_any(stated: object, info: core_schema.ValidationInfo) -> Amount:
    """An amount of whichever kind has its unit; text is not read, for its kind would be a guess."""
    if isinstance(stated, Amount):
        return stated
    unit = stated.get("unit") if isinstance(stated, dict) else None
    if not isinstance(unit, str) or unit not in _KIND_OF_UNIT:
        raise AmountError(f"{stated!r}: write {{'value': '4.5', 'unit': 'mg'}}")
    return _read(_KIND_OF_UNIT[unit], stated, info)


def _written(amount: Amount) -> dict[str, Any]:
    from ldn_compound.quantity.table import written

    return written(amount)


def json_schema_of(kind: type[Amount]) -> dict[str, Any]:
    """The JSON Schema of an amount: text, or an object with value and unit."""
    if kind is Amount:
        return {"title": "Amount", "type": "object", "required": ["value", "unit"]}
    as_object = {
        "type": "object",
        "properties": {
            "value": {"type": "string", "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"},
            "unit": {"type": "string"},
            "exact": {"type": "string", "pattern": "^-?[0-9]+/[1-9][0-9]*$"},
            "origin": {"type": "integer", "minimum": 1},
        },
        "required": ["value", "unit"],
        "additionalProperties": False,
    }
    text = {"type": "string", "maxLength": 40, "examples": [kind.example]}
    readings: list[dict[str, Any]] = [text, as_object]
    if kind.unit in ("units", "tablets"):
        readings.append({"type": "integer", "minimum": 0})
    return {"title": kind.__name__, "description": kind.__doc__, "anyOf": readings}
