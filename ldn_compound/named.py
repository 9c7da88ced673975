"""`typing.NamedTuple`, made without compiling a constructor for each class.

Python writes, compiles and evaluates a `__new__` for every named tuple: a tenth of a millisecond
each, and one worksheet loads some seventy. Here they share one, and their annotations are not
looked at: a fresh process that prints a worksheet takes a sixteenth less time. For type checkers,
and in all that this package asks of it, the class is typing's; any module may import that instead.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (3, 14):
    # From 3.14 on, a class body does not say its annotations without evaluating them.
    from typing import NamedTuple
else:
    from collections import _tuplegetter as at  # typing's too; 3.11 to 3.13 have it

    class _Named(type):
        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            if bases[0].__base__ is tuple:
                fields = tuple(body.get("__annotations__", ()))
                defaults = {field: body.pop(field) for field in fields if field in body}
                body |= {field: at(place, None) for place, field in enumerate(fields)}
                body |= {
                    "__slots__": (),
                    "__match_args__": fields,
                    "_fields": fields,
                    "_field_defaults": defaults,
                    "_size": len(fields),
                }
            return super().__new__(meta, name, bases, body)

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose places have names, in the order of the class's annotations."""

        __slots__ = ()

        def __new__(cls, /, *values: Any, **named: Any) -> Any:
            if named or len(values) != cls._size:
                values += _rest(cls, len(values), named)
            return _tuple(cls, values)

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            said = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({said})"

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **named: Any) -> Any:
            return type(self)(**(self._asdict() | named))

    def _rest(cls: Any, placed: int, named: dict[str, Any]) -> tuple[Any, ...]:
        """What a constructor was given by name, and the defaults of what was not given at all."""
        fields = cls._fields[placed:]
        known = cls._field_defaults | named if named else cls._field_defaults
        try:
            rest = tuple([known[field] for field in fields])
        except KeyError:
            raise _misuse(cls, placed, named) from None
        if placed > cls._size or (named and not named.keys() <= set(fields)):
            raise _misuse(cls, placed, named)
        return rest

    def _misuse(cls: Any, placed: int, named: dict[str, Any]) -> TypeError:
        return TypeError(
            f"write {cls.__name__}({', '.join(cls._fields)}), each field once: "
            f"{placed} came in order, and by name {', '.join(named) or 'none'}"
        )

    _tuple = tuple.__new__
