"""Limits as a monograph prints them: 90.0-110.0 %, tested at the limit's own number of decimals.

89.95 % observed against 90.0 % is rounded to 90.0 % and passes; 89.94 % is 89.9 % and does not.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Never, Self

from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.origins import Given, Rounded
from ldn_compound.quantity.rounding import Mode, whole_quotient
from ldn_compound.quantity.spelling import read

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


def _no_ratio(observed: object) -> KindError:
    return KindError(f"{observed!r} is not a Ratio; a Span tests ratios, such as '99.5 %'")


class Span:
    """A closed range of ratios that keeps the decimals its limits are written with."""

    __slots__ = ("_marks_allowed", "_texts", "decimals", "high", "low")

    _texts: tuple[str, str]
    _marks_allowed: range
    decimals: int
    low: Ratio
    high: Ratio

    def __init__(self, low: str, high: str) -> None:
        at_low = read(low, units=Ratio.units, example="90.0 %")
        at_high = read(high, units=Ratio.units, example="110.0 %")
        if at_low.value > at_high.value:
            raise AmountError(f"{low!r} to {high!r}: write the lower limit first")
        set_ = object.__setattr__
        set_(self, "_texts", (low.strip(), high.strip()))
        set_(self, "decimals", max(at_low.decimals, at_high.decimals))
        for name, limit, text in (("low", at_low, low), ("high", at_high, high)):
            given = Given("the limit", text.strip(), reading=True)
            set_(self, name, Ratio.in_base(limit.value / 100, given))
        set_(self, "_marks_allowed", range(self._marks(self.low), self._marks(self.high) + 1))

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"limits do not change; {name!r} cannot be set")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"limits do not change; {name!r} cannot be deleted")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), self._texts

    def rounded(self, observed: Ratio) -> Ratio:
        """What is observed, at the limits' number of decimals, ties up."""
        if not isinstance(observed, Ratio):
            raise _no_ratio(observed)
        base = Fraction(self._marks(observed), 10**self.decimals * 100)
        decimals = "1 decimal" if self.decimals == 1 else f"{self.decimals} decimals"
        how = f"rounded half up to {decimals}, as the limit is written"
        return Ratio.in_base(base, Rounded("test against a limit", how, observed))

    def holds(self, observed: Ratio) -> bool:
        """Whether `observed`, rounded as the limits are written, lies within them, both allowed."""
        if not isinstance(observed, Ratio):
            raise _no_ratio(observed)
        return self._marks(observed) in self._marks_allowed

    def _marks(self, observed: Ratio) -> int:
        """How many of the limits' last decimals it is, ties up."""
        base = observed.base
        return whole_quotient(
            base.numerator * 10**self.decimals * 100, base.denominator, Mode.HALF_UP
        )

    def __str__(self) -> str:
        return f"{self._texts[0]} to {self._texts[1]}"

    def __repr__(self) -> str:
        return f"Span({self._texts[0]!r}, {self._texts[1]!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.low, self.high, self.decimals) == (other.low, other.high, other.decimals)

    def __hash__(self) -> int:
        return hash((self.low, self.high, self.decimals))

    @classmethod
    def _read(cls, stated: object) -> Self:
        if isinstance(stated, cls):
            return stated
        if isinstance(stated, dict) and set(stated) == {"low", "high"}:
            return cls(stated["low"], stated["high"])
        raise AmountError(f"{stated!r}: write {{low = '90.0 %', high = '110.0 %'}}")

    def _written(self) -> dict[str, str]:
        return {"low": self._texts[0], "high": self._texts[1]}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            cls._read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                cls._written, when_used="json"
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        limits = {"type": "string", "examples": ["90.0 %"]}
        return {
            "title": "Span",
            "type": "object",
            "properties": {"low": limits, "high": limits},
            "required": ["low", "high"],
            "additionalProperties": False,
        }
