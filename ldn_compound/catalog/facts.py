"""A number of practice and what it rests on; a pair of limits and how they are written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ldn_compound.errors import CatalogError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount

if TYPE_CHECKING:
    from ldn_compound.quantity.span import Span

A = TypeVar("A", bound=Amount)
A_co = TypeVar("A_co", bound=Amount, covariant=True)


class Limits(NamedTuple, Generic[A_co]):
    """A lower and an upper limit, both allowed, with the texts they are written in."""

    low: A_co
    high: A_co
    texts: tuple[str, str]

    @property
    def span(self) -> Span:
        """The limits as a `Span`, which tests at the limits' own decimals; for ratios."""
        return _span(*self.texts)


@cache
def _span(low: str, high: str) -> Span:
    from ldn_compound.quantity.span import Span

    return Span(low, high)


Value = Amount | Limits[Amount] | int | str | tuple[str, ...]


class Fact(NamedTuple):
    """A number (or wording) of practice; ask it for the kind you expect."""

    name: str
    says: str
    value: Value
    cites: tuple[str, ...]
    confirmed: bool

    def amount(self, kind: type[A]) -> A:
        if isinstance(self.value, kind):
            return self.value
        raise self._other(kind.__name__)

    def limits(self, kind: type[A]) -> Limits[A]:
        if isinstance(self.value, Limits):
            low, high = self.value.low, self.value.high
            if isinstance(low, kind) and isinstance(high, kind):
                return cast(Limits[A], self.value)
        raise self._other(f"pair of limits of {kind.__name__}")

    @property
    def number(self) -> int:
        if isinstance(self.value, int):
            return self.value
        raise self._other("whole number")

    @property
    def text(self) -> str:
        if isinstance(self.value, str):
            return self.value
        raise self._other("text")

    @property
    def texts(self) -> tuple[str, ...]:
        if isinstance(self.value, tuple) and not isinstance(self.value, Limits):
            return self.value
        raise self._other("list of texts")

    def _other(self, wanted: str) -> CatalogError:
        return CatalogError(f"fact {self.name!r} is {self.value!r}, not a {wanted}")
