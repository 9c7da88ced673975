"""What every record has: it does not change, refuses unknown keys, and keeps each amount's origin.

`Stated[Mass]` is a field that takes text ("4.5 mg"), a `Mass` or a pint quantity, and gives a
`Mass`. At run time it is the kind itself; for type checkers it is a descriptor: text passes, the
right kind passes and a wrong kind does not, without a plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Generic, ParamSpec, Self, TypeVar, overload

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.wire import reading_table, table_schema, writing_table

A = TypeVar("A", bound=Amount)
T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
P = ParamSpec("P")


def above_zero(amount: A) -> A:
    """Refuse a stated amount of nothing."""
    if amount.base <= 0:
        raise AmountError(f"'{amount}': an amount above zero is wanted, such as '{amount.example}'")
    return amount


def _read_off(kind: type[A]) -> Callable[[Any], Any]:
    def reading(stated: Any) -> Any:
        return kind.reading(stated) if isinstance(stated, str) else stated

    return reading


if TYPE_CHECKING:

    class Stated(Generic[A]):
        """A stated amount, above zero."""

        @overload
        def __get__(self, instance: None, owner: Any) -> Stated[A]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> A: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: A | str) -> None: ...

    class FromZero(Stated[A]):
        """A stated amount, zero included."""

    class Maybe(Generic[A]):
        """A stated amount above zero, or nothing stated."""

        @overload
        def __get__(self, instance: None, owner: Any) -> Maybe[A]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> A | None: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: A | str | None) -> None: ...

    class Counted(Generic[A]):
        """A stated count, above zero; a plain int will do."""

        @overload
        def __get__(self, instance: None, owner: Any) -> Counted[A]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> A: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: A | str | int) -> None: ...

    class MaybeCounted(Generic[A]):
        """A stated count above zero, or nothing stated."""

        @overload
        def __get__(self, instance: None, owner: Any) -> MaybeCounted[A]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> A | None: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: A | str | int | None) -> None: ...

    class MaybeFromZero(Maybe[A]):
        """A stated amount, zero included, or nothing stated."""

    class CountedFromZero(Counted[A]):
        """A stated count, zero included."""

    class Worded(Generic[T]):
        """A record, or the text that says it ("3", "10 %"), or nothing."""

        @overload
        def __get__(self, instance: None, owner: Any) -> Worded[T]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> T | None: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: T | str | None) -> None: ...

    class Several(Generic[A]):
        """Several stated amounts, each above zero."""

        @overload
        def __get__(self, instance: None, owner: Any) -> Several[A]: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> tuple[A, ...]: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: Iterable[A | str]) -> None: ...

    class Reading(Maybe[A]):
        """An instrument's reading above zero, or none; trailing zeros state its resolution."""

    class Readings(Several[A]):
        """Several readings of an instrument, each above zero."""

else:

    class Stated:
        def __class_getitem__(cls, kind):
            return Annotated[kind, AfterValidator(above_zero)]

    class FromZero:
        def __class_getitem__(cls, kind):
            return kind

    class Maybe:
        def __class_getitem__(cls, kind):
            return Annotated[kind, AfterValidator(above_zero)] | None

    class Worded:
        def __class_getitem__(cls, record):
            return record | None

    class Several:
        def __class_getitem__(cls, kind):
            return tuple[Annotated[kind, AfterValidator(above_zero)], ...]

    class Reading:
        def __class_getitem__(cls, kind):
            return (
                Annotated[kind, BeforeValidator(_read_off(kind)), AfterValidator(above_zero)] | None
            )

    class Readings:
        def __class_getitem__(cls, kind):
            one = Annotated[kind, BeforeValidator(_read_off(kind)), AfterValidator(above_zero)]
            return tuple[one, ...]

    class MaybeFromZero:
        def __class_getitem__(cls, kind):
            return kind | None

    Counted, CountedFromZero, MaybeCounted = Stated, FromZero, Maybe


def stated(text: str | int) -> Any:
    """A field's default, written as a user would write it."""
    return Field(default=text, validate_default=True)


def unstated() -> Any:
    """The default of a field that need not be stated."""
    return Field(default=None)


def none_stated() -> Any:
    """The default of a field that takes several amounts and may have none."""
    return Field(default=())


class Base(BaseModel, frozen=True):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", defer_build=True, ser_json_inf_nan="constants")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other fields; what was computed from the old ones does not go along."""
        copied = super().model_copy(update=update, deep=deep)
        fields = type(self).model_fields
        for name in [name for name in vars(copied) if name not in fields]:
            del vars(copied)[name]
        return copied


def trusted(record: Callable[P, M]) -> Callable[P, M]:
    """The constructor of `record` without validation, for what the library computed itself.

    Type checkers see the record's own constructor. What a user states never comes this way.
    """
    maker: Callable[P, M] = _maker(record)
    return maker


@cache
def _maker(record: Any) -> Any:
    # In the order of declaration, as a validated record's fields are: its JSON is in this order.
    blank = {
        name: None if field.is_required() else field.get_default()
        for name, field in record.model_fields.items()
    }
    made_anew = tuple(
        (name, field.default_factory)
        for name, field in record.model_fields.items()
        if field.default_factory is not None
    )

    def made(**fields: Any) -> Any:
        values = {**blank, **fields}
        for name, factory in made_anew:
            if name not in fields:
                values[name] = factory()
        self = _new(record)
        _set_dict(self, values)
        _set_fields(self, set(fields))
        _set_extra(self, None)
        _set_private(self, None)
        return self

    return made


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
        rest = {name: value for name, value in data.items() if name != "calculations"}
        with reading_table(data["calculations"]):
            return handler(rest)

    @model_serializer(mode="wrap")
    def _with_table(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        if info.mode != "json":
            return handler(self)  # type: ignore[no-any-return]
        with writing_table() as table:
            written: dict[str, Any] = handler(self)
            return written if table is None else written | {"calculations": table.rows}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler.resolve_ref_schema(handler(core))
        schema.setdefault("properties", {})["calculations"] = table_schema()
        return schema
