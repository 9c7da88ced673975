"""Fields that are stated: text ("4.5 mg"), an amount of the right kind, or a pint quantity.

`Stated[Mass]` gives a `Mass`. At run time it is the kind itself; for type checkers it is a
descriptor: text passes, the right kind passes and a wrong kind does not, without a plugin.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, overload

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount

A = TypeVar("A", bound=Amount)
T = TypeVar("T")


def above_zero(amount: A) -> A:
    """Refuse a stated amount of nothing."""
    if amount.base <= 0:
        raise AmountError(f"'{amount}': an amount above zero is wanted, such as '{amount.example}'")
    return amount


class _AboveZero:
    """As `AfterValidator(above_zero)`, which asks for every field how the function is called."""

    __slots__ = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(above_zero, handler(source))


class _ReadOff:
    """A text is an instrument's reading, above zero."""

    __slots__ = ("kind",)

    def __init__(self, kind: type[Amount]) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        read = core_schema.no_info_before_validator_function(self._reading, handler(source))
        return core_schema.no_info_after_validator_function(above_zero, read)

    def _reading(self, stated: Any) -> Any:
        return self.kind.reading(stated) if isinstance(stated, str) else stated


_ABOVE_ZERO = _AboveZero()


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
            return Annotated[kind, _ABOVE_ZERO]

    class FromZero:
        def __class_getitem__(cls, kind):
            return kind

    class Maybe:
        def __class_getitem__(cls, kind):
            return Annotated[kind, _ABOVE_ZERO] | None

    class Worded:
        def __class_getitem__(cls, record):
            return record | None

    class Several:
        def __class_getitem__(cls, kind):
            return tuple[Annotated[kind, _ABOVE_ZERO], ...]

    class Reading:
        def __class_getitem__(cls, kind):
            return Annotated[kind, _ReadOff(kind)] | None

    class Readings:
        def __class_getitem__(cls, kind):
            return tuple[Annotated[kind, _ReadOff(kind)], ...]

    class MaybeFromZero:
        def __class_getitem__(cls, kind):
            return kind | None

    Counted, CountedFromZero, MaybeCounted = Stated, FromZero, Maybe


def as_stated(kind: type[A], text: str | int, *, by: str, place: str) -> A:
    """The amount that a record of the library's own states, read as a user's text in that field."""
    return kind._stated(text, by=by, place=place)


def stated(text: str | int) -> Any:
    """A field's default, written as a user would write it."""
    return Field(default=text, validate_default=True)


def unstated() -> Any:
    """The default of a field that need not be stated."""
    return None


def none_stated() -> Any:
    """The default of a field that takes several amounts and may have none."""
    return ()
