"""What every record has: it does not change, refuses unknown keys, keeps its amounts' origins."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticUndefined, core_schema

from ldn_compound.quantity.kept import kept

M = TypeVar("M", bound=BaseModel)
P = ParamSpec("P")


class Base(BaseModel, frozen=True):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        ser_json_inf_nan="constants",
        ignored_types=(kept,),
        protected_namespaces=(),
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other fields; what was computed from the old ones does not go along."""
        copied = super().model_copy(update=update, deep=deep)
        fields = type(self).model_fields
        for name in [name for name in vars(copied) if name not in fields]:
            del vars(copied)[name]
        return copied


def _maker(record: Any) -> Any:
    # In the order of declaration, as a validated record's fields are: its JSON is in this order.
    blank = {
        name: None if field.default is PydanticUndefined else field.default
        for name, field in record.model_fields.items()
    }
    every, size = set(blank), len(blank)

    def made(**fields: Any) -> Any:
        self = _new(record)
        if len(fields) == size:  # and in order: a test reads every call
            _set_dict(self, fields)
            _set_fields(self, every.copy())
        else:
            _set_dict(self, blank | fields)
            _set_fields(self, set(fields))
        _set_extra(self, None)
        _set_private(self, None)
        return self

    anew = {
        name: field.default_factory
        for name, field in record.model_fields.items()
        if field.default_factory is not None
    }
    return _made_with_new(made, blank, anew) if anew else made


def _made_with_new(made: Any, blank: Mapping[str, Any], anew: Mapping[str, Any]) -> Any:
    def made_with_new(**fields: Any) -> Any:
        new = {name: factory() for name, factory in anew.items() if name not in fields}
        self = made(**{**blank, **new, **fields})
        _set_fields(self, set(fields))
        return self

    return made_with_new


if TYPE_CHECKING:

    def trusted(record: Callable[P, M]) -> Callable[P, M]:
        """The constructor of `record` without validation, for what the library computed itself.

        Type checkers see the record's own constructor. What a user states never comes this way.
        """
        ...
else:
    trusted = cache(_maker)


def completed(record: M, **fields: Any) -> M:
    """The record with these fields otherwise, and with what was worked out of the rest."""
    finished = _new(type(record))
    _set_dict(finished, vars(record) | fields)
    _set_fields(finished, record.model_fields_set.union(fields))
    _set_extra(finished, None)
    _set_private(finished, None)
    return finished


_new = object.__new__
# A record is frozen: its slots are filled as pydantic fills them, past its own refusal.
_set_dict, _set_fields, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)


class Document(Base, frozen=True):
    """A record that carries its amounts' origins, in one numbered table named `calculations`."""

    @model_validator(mode="wrap")
    @classmethod
    def _with_origins(cls, data: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        if not isinstance(data, dict) or "calculations" not in data:
            return handler(data)
        from ldn_compound.quantity.table import reading_table

        rest = {name: value for name, value in data.items() if name != "calculations"}
        with reading_table(data["calculations"]):
            return handler(rest)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # As `model_serializer` does, whose module takes 2 ms to import and serves nothing else.
        with_table = core_schema.wrap_serializer_function_ser_schema(_with_table, when_used="json")
        return cast(CoreSchema, {**handler(source), "serialization": with_table})

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from ldn_compound.quantity.table import table_schema

        schema = handler.resolve_ref_schema(handler(core))
        schema.setdefault("properties", {})["calculations"] = table_schema()
        return schema


def _with_table(document: Document, written_by: SerializerFunctionWrapHandler) -> dict[str, Any]:
    from ldn_compound.quantity.table import writing_table

    with writing_table() as table:
        written: dict[str, Any] = written_by(document)
        return written if table is None else written | {"calculations": table.rows}
