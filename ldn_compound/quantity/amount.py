"""An amount: an exact value in the one unit of its kind, and an origin.

4500 mcg, 0.0045 g and 4.5 mg are one `Mass`; 4.5 mg in a capsule is a `PerUnit`, another kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Never, Self, TypeVar

from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.exact import Exact, exact, exactly
from ldn_compound.quantity.origins import Cited, Given, Origin, flagged
from ldn_compound.quantity.spelling import read, write_number

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

A = TypeVar("A", bound="Amount")

_ONE = exactly(1)

_INSTEAD = {
    "add": "total(...)",
    "subtract": "difference(...)",
    "multiply": "times(...)",
    "divide": "share(...) or per(...)",
}


def _refuse(verb: str, first: object, second: object) -> KindError:
    return KindError(
        f"cannot {verb} {first!r} and {second!r} with an operator: the kind of the result would be "
        f"a guess; use ldn_compound.{_INSTEAD[verb]}"
    )


class Amount:
    """An exact value in the unit of its kind, and where it came from.

    Equality, order and hash are kind and value; the origin is not part of them. Make one with
    `of`, from text ("4.5 mg"), from an exact number with a unit, or from a pint quantity of any
    registry. There are no arithmetic operators: `total`, `difference`, `times`, `share` and `per`
    say what is meant.
    """

    __slots__ = ("base", "flagged", "origin")

    unit: ClassVar[str]
    """The unit the kind is written in."""
    units: ClassVar[Mapping[str, Fraction]]
    """Units that may be written, each as a multiple of the coherent unit (mg, mL, unit, tablet)."""
    example: ClassVar[str]
    """A good spelling, for messages."""
    pint_unit: ClassVar[str]
    """The coherent unit in pint's words."""
    scale: ClassVar[Fraction] = _ONE
    """Coherent units in one `unit`."""

    base: Fraction
    """The exact value in coherent units (mg, mL, unit, tablet, mol, day), for equations."""
    origin: Origin
    flagged: bool
    """Whether a reviewer should look where it came from: see `flagged`."""

    def __new__(cls, *_: object, **__: object) -> Self:
        raise KindError(f"write {cls.__name__}.of({cls.example!r})")

    @classmethod
    def in_base(cls, base: Fraction, origin: Origin) -> Self:
        """The amount of `base` coherent units; for equations and readers, which vouch for it."""
        amount: Any = Blank()
        amount.base = base if type(base) is Exact else exactly(base)
        amount.origin = origin
        amount.flagged = flagged(origin)
        amount.__class__ = cls
        made: Self = amount
        return made

    @classmethod
    def of(cls, stated: object, unit: str | None = None, *, by: str = "the caller") -> Self:
        """Read text, an exact number with `unit`, or a pint quantity.

        Raises AmountError, saying what to write instead; KindError for an amount of another kind.
        """
        if cls is Amount:
            from ldn_compound.quantity.refusals.asked import quoted

            raise KindError(f"{quoted(stated)}: name the kind, such as Mass.of('4.5 mg')")
        return cls._stated(stated, unit, by=by)

    @classmethod
    def reading(cls, text: str, *, by: str = "the balance") -> Self:
        """An instrument's reading: like `of`, but trailing zeros state the resolution and stay."""
        if not isinstance(text, str):
            raise AmountError(f"{text!r}: write the reading as text, '{cls.example}'")
        return cls._stated(text, by=by, reading=True)

    @classmethod
    def cited(cls, text: str, *, entry: str, cites: tuple[str, ...], confirmed: bool) -> Self:
        """A catalogue entry's amount."""
        return cls.in_base(cls._spelled(text)[0], Cited(entry, cites, confirmed))

    @classmethod
    def _spelled(cls, text: str) -> tuple[Fraction, str | None, str]:
        spelled = read(text, units=cls.units, example=cls.example)
        factor = cls.units[spelled.unit]
        base = spelled.value if factor == 1 else spelled.value * factor
        return base, spelled.note, spelled.unit

    @classmethod
    def _stated(
        cls,
        stated: object,
        unit: str | None = None,
        *,
        by: str,
        place: str | None = None,
        reading: bool = False,
    ) -> Self:
        if unit is not None:
            return cls._counted(stated, unit, by=by, place=place)
        if isinstance(stated, str):
            base, note, _ = cls._spelled(stated)
            if reading and note is not None and note.startswith("trailing zero"):
                note = None
            return cls.in_base(base, Given(by, stated.strip(), place, note, reading))
        if type(stated) is cls:
            return stated
        if isinstance(stated, Amount):
            raise KindError(
                f"{stated!r} is a {type(stated).__name__}; a {cls.__name__} is wanted, "
                f"such as '{cls.example}'"
            )
        if hasattr(stated, "magnitude") and hasattr(stated, "_REGISTRY"):
            from ldn_compound.quantity.registry import from_pint

            return from_pint(cls, stated, by=by, place=place)
        from ldn_compound.quantity.refusals.bare import why_no_amount

        raise AmountError(why_no_amount(stated, kind=cls))

    @classmethod
    def _counted(cls, number: object, unit: str, *, by: str, place: str | None) -> Self:
        if not isinstance(unit, str) or unit not in cls.units:
            raise AmountError(
                f"{unit!r} is no unit of a {cls.__name__}: write one of {', '.join(cls.units)}"
            )
        from ldn_compound.quantity.refusals.bare import figure_of

        figure = figure_of(number)
        text = cls.example if figure is None else f"{figure} {unit}"
        value = exact(number, instead=f"{cls.__name__}.of('{text}')")
        if not isinstance(number, Fraction):  # stated, so no finer than text may be
            read(f"{write_number(value)} {unit}", units=cls.units, example=cls.example)
        return cls.in_base(value * cls.units[unit], Given(by, f"{number} {unit}", place))

    @property
    def value(self) -> Fraction:
        """The exact value in the kind's unit."""
        return self.base if self.scale is _ONE else self.base / self.scale

    @property
    def is_zero(self) -> bool:
        """Whether it is nothing."""
        return self.base.numerator == 0

    def to_pint(self, registry: Any = None) -> Any:
        """The amount as a pint quantity with an exact magnitude, in `registry` or our own."""
        from ldn_compound.quantity.registry import to_pint

        return to_pint(self, registry)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.base == other.base

    def __lt__(self, other: Self) -> bool:
        return self._sides(other) < 0

    def __le__(self, other: Self) -> bool:
        return self._sides(other) <= 0

    def __gt__(self, other: Self) -> bool:
        return self._sides(other) > 0

    def __ge__(self, other: Self) -> bool:
        return self._sides(other) >= 0

    def _sides(self, other: Self) -> int:
        """The sign of self − other, in whole numbers: quicker than comparing fractions."""
        if type(other) is not type(self):
            raise KindError(f"{self!r} and {other!r} are of different kinds: no order")
        mine, others = self.base, other.base
        return mine.numerator * others.denominator - others.numerator * mine.denominator

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.base))

    def __bool__(self) -> bool:
        raise KindError(f"{self!r} is neither true nor false: compare it, or ask .is_zero")

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"an amount does not change; {name!r} cannot be set")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"an amount does not change; {name!r} cannot be deleted")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self) -> str:
        from ldn_compound.quantity.writing import write

        return write(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.base, self.origin)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    if TYPE_CHECKING:
        # The result of an operator is Never, so a checker lets an equation's one line through,
        # `return active / potency`, and not `mass + volume`.
        def __add__(self, other: Self) -> Never: ...
        def __sub__(self, other: Self) -> Never: ...
        def __mul__(self, other: Amount | int) -> Never: ...
        def __truediv__(self, other: Amount | int) -> Never: ...
        def __rmul__(self, other: int) -> Never: ...
    else:

        def __add__(self, other):
            raise _refuse("add", self, other)

        def __sub__(self, other):
            raise _refuse("subtract", self, other)

        def __mul__(self, other):
            raise _refuse("multiply", self, other)

        def __truediv__(self, other):
            raise _refuse("divide", self, other)

        __radd__ = __add__
        __rsub__ = __sub__
        __rmul__ = __mul__
        __rtruediv__ = __floordiv__ = __mod__ = __rfloordiv__ = __truediv__

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from ldn_compound.quantity.wire import core_schema_of

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from ldn_compound.quantity.wire import json_schema_of

        return json_schema_of(cls)


class Blank:
    """An amount in the making; once it is whole it becomes one, and then it does not change."""

    __slots__ = Amount.__slots__


def _rebuilt(kind: type[Amount], base: Fraction, origin: Origin) -> Amount:
    return kind.in_base(base, origin)
