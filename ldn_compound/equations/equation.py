"""One line of algebra with several faces, so that print, plan and batch cannot drift apart.

    @equation(cites="usp-1160")
    def mass_for(*, active: Mass, potency: Ratio) -> Mass:
        '''Powder that carries the active wanted.'''
        return active / potency

Called on amounts it gives an amount that knows its equation and inputs; `.on` runs the same body on
anything else that has the operators (float arrays, pint quantities) in coherent units (mg, mL,
unit, tablet, mol, day); `.line` is the body in words, "active ÷ potency".
"""

from __future__ import annotations

import typing
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, ParamSpec, TypeVar, get_args, get_origin

from ldn_compound.equations.symbols import Symbol
from ldn_compound.errors import AmountError, KindError, RuleError
from ldn_compound.quantity.amount import Amount, Blank
from ldn_compound.quantity.exact import Exact, exactly
from ldn_compound.quantity.origins import Derived

_NONE: frozenset[str] = frozenset()
_tuple = tuple.__new__
_KEPT = 64
"""Inputs of several amounts whose names are remembered."""
P = ParamSpec("P")
R = TypeVar("R", bound=Amount)

EQUATIONS: dict[str, Equation[Any, Any]] = {}
"""Every equation of the package that has been imported, by name."""


class Equation(Generic[P, R]):
    """A named, cited one-line equation; see the module for its faces."""

    def __init__(self, body: Callable[P, R], cites: tuple[str, ...]) -> None:
        self.body = body
        self.name = body.__name__
        self.cites = cites
        self.__doc__ = body.__doc__
        self.__name__ = body.__name__
        self.__qualname__ = body.__qualname__
        self.__module__ = body.__module__
        self._kinds: dict[str, type[Amount]] | None = None
        self._several = _NONE
        self._singly: dict[str, Any] | None = None
        """The kinds again, where each input is one amount."""
        self._line: str | None = None

    def amount(self, *args: P.args, **inputs: P.kwargs) -> R:
        """The amount it gives, which knows this equation and its inputs.

        Calling the equation is the same, by way of this. Where each input is one amount it is
        quick, in one call; what it then refuses is told by `_slowly`, which takes several too.
        """
        kinds = self._singly
        stated: Any = inputs
        body: Any = self.body
        if kinds is None or args or len(stated) != len(kinds):
            return self._slowly(args, stated)
        named = tuple(stated.items())
        flagged = False
        try:
            for name, one in named:  # the inputs were made for this call, and their names stay
                if type(one) is not kinds[name]:
                    return self._slowly(args, dict(named))
                stated[name] = one.base
                if one.flagged:
                    flagged = True
            base = body(**stated)
        except (KeyError, ZeroDivisionError):
            return self._slowly(args, dict(named))
        made: Any = Blank()  # as `in_base` does
        made.base = base if type(base) is Exact else exactly(base)
        made.origin = _tuple(Derived, (self, named))  # as Derived(...), and sooner
        made.flagged = flagged
        made.__class__ = self._gives
        whole: R = made
        return whole

    def _slowly(self, args: tuple[Any, ...], inputs: dict[str, Any]) -> R:
        named, bases = self._read(args, inputs)
        try:
            base: Any = self.body(**bases)  # type: ignore[call-arg]
        except ZeroDivisionError:
            raise AmountError(f"{self.name}: {self.line} divides by zero") from None
        return self._gives.in_base(base, _tuple(Derived, (self, named)))

    def __call__(self, *args: P.args, **inputs: P.kwargs) -> R:
        return self.amount(*args, **inputs)

    def on(self, **inputs: Any) -> Any:
        """The body on arrays, pint quantities or symbols, in coherent units; not recorded."""
        return self.body(**inputs)  # type: ignore[call-arg]

    @property
    def line(self) -> str:
        """The algebra in words."""
        if self._line is None:
            symbols: dict[str, Any] = {
                name: (Symbol.named(name),) if name in self.several else Symbol.named(name)
                for name in self.kinds
            }
            self._line = str(self.on(**symbols))
        return self._line

    @property
    def meaning(self) -> str:
        """The first sentence of the docstring, without its full stop."""
        return (self.__doc__ or "").strip().split("\n")[0].rstrip(".")

    @property
    def kinds(self) -> dict[str, type[Amount]]:
        """The kind of each input; for one that takes several amounts, of each of them."""
        if self._kinds is None:
            self._learn()
        assert self._kinds is not None
        return self._kinds

    @property
    def several(self) -> frozenset[str]:
        """The inputs that take a tuple of amounts."""
        if self._kinds is None:
            self._learn()
        return self._several

    @property
    def gives(self) -> type[R]:
        """The kind of the result."""
        if self._kinds is None:
            self._learn()
        return self._gives

    def _learn(self) -> None:
        hints: dict[str, Any] = dict(self.body.__annotations__)
        if any(isinstance(kind, str) for kind in hints.values()):  # a module with postponed ones
            hints = typing.get_type_hints(self.body)
        self._gives: type[R] = hints.pop("return")
        several = [name for name, kind in hints.items() if get_origin(kind) is tuple]
        self._several = frozenset(several) if several else _NONE
        self._kinds = {
            name: get_args(kind)[0] if name in self._several else kind
            for name, kind in hints.items()
        }
        self._singly = None if self._several else self._kinds

    def _read(
        self, args: tuple[Any, ...], inputs: dict[str, Any]
    ) -> tuple[tuple[tuple[str, Amount], ...], dict[str, Any]]:
        """The inputs by name and their values, each of its kind; KindError where one is not."""
        kinds, several = self._kinds or self.kinds, self._several
        if args or len(inputs) != len(kinds):
            raise KindError(f"{self.name} takes {', '.join(kinds)}, each by name")
        named: list[tuple[str, Amount]] = []
        bases: dict[str, Any] = {}
        for name, given in inputs.items():
            kind = kinds.get(name)
            if name not in several:
                if type(given) is not kind:
                    raise self._refusal(name, given)
                named.append((name, given))
                bases[name] = given.base
                continue
            if type(given) is not tuple:
                raise self._refusal(name, given)
            several_bases = []
            for numbered, one in zip(_numbered(name, len(given)), given):  # noqa: B905 - as many
                if type(one) is not kind:
                    raise self._refusal(name, one)
                named.append((numbered, one))
                several_bases.append(one.base)
            bases[name] = tuple(several_bases)
        return tuple(named), bases

    def _refusal(self, name: str, amount: object) -> KindError:
        if name not in self.kinds:
            return KindError(f"{self.name} takes {', '.join(self.kinds)}; {name!r} is not one")
        wanted = self.kinds[name].__name__
        wanted = f"tuple of {wanted}" if name in self.several else wanted
        return KindError(f"{self.name}: {name} is a {wanted}, not {amount!r}")

    def __reduce__(self) -> str:
        return self.__qualname__

    def __repr__(self) -> str:
        return f"<equation {self.name}: {self.line}>"


@lru_cache(_KEPT)
def _numbered(name: str, many: int) -> tuple[str, ...]:
    return tuple(f"{name} {number}" for number in range(1, many + 1))


def equation(*, cites: str | tuple[str, ...] = ()) -> Callable[[Callable[P, R]], Equation[P, R]]:
    """Make a one-return function an equation of the package."""
    keys = (cites,) if isinstance(cites, str) else cites

    def named(body: Callable[P, R]) -> Equation[P, R]:
        one = Equation(body, keys)
        known = EQUATIONS.get(one.name, one)
        # A user's own never stands in the way of a module that is imported after it.
        if known.__module__ != one.__module__ and known.__module__.startswith("ldn_compound."):
            raise RuleError(
                f"equation {one.name!r} is defined in {known.__module__} already; give this one "
                "another name, for stored documents go by it"
            )
        EQUATIONS[one.name] = one
        return one

    return named
