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

    _at: list[Any] = []
    """What reads the first field, the second, and so on, of all of them."""

    class _Tuple(tuple):
        """What every one of them does."""

        __slots__ = ()

        def __new__(cls, /, *values: Any, **named: Any) -> Any:
            missing = cls._size - len(values)
            if not named:
                if not missing:
                    return _new(cls, values)
                if 0 < missing <= len(cls._defaults):
                    return _new(cls, values + cls._defaults[-missing:])
            return _new(cls, values + _named(cls, missing, named))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            said = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({said})"

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **named: Any) -> Any:
            return type(self)(**(self._asdict() | named))

    class _Named(type):
        # The class that it makes is an ordinary one, as typing's is: isinstance is quick.
        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            while len(fields) > len(_at):
                _at.append(at(len(_at), None))
            body |= zip(fields, _at, strict=False)
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "_defaults": tuple(defaults.values()),
                "_size": len(fields),
            }
            return type(name, (_Tuple, *bases[1:]), body)

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})

    def _named(cls: Any, missing: int, named: dict[str, Any]) -> tuple[Any, ...]:
        """What a constructor was given by name, and the defaults of what was not given at all."""
        fields = cls._fields[-missing:] if missing > 0 else ()
        try:
            if len(named) == missing:
                return tuple([named[field] for field in fields])
            known = cls._field_defaults | named
            rest = tuple([known[field] for field in fields])
        except KeyError:
            raise _misuse(cls, missing, named) from None
        if missing < len(named) or not all(map(fields.__contains__, named)):
            raise _misuse(cls, missing, named)
        return rest

    def _misuse(cls: Any, missing: int, named: dict[str, Any]) -> TypeError:
        return TypeError(
            f"write {cls.__name__}({', '.join(cls._fields)}), each field once: "
            f"{cls._size - missing} came in order, and by name {', '.join(named) or 'none'}"
        )

    _new = tuple.__new__
