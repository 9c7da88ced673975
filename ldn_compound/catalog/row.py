"""One entry of a file, checked as it is asked for and read key by key.

A fact stands with its entry's citation, `molar_mass = "377.86 g/mol"`, or with one of its own,
`molar_mass = { is = "413.90 g/mol", cites = ["ciaaw"], confirmed = true }`. Limits name their kind:
`content = { ratio = ["90.0 %", "110.0 %"], cites = ["usp-naltrexone-tablets"], confirmed = true }`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from ldn_compound.catalog.facts import Limits
from ldn_compound.catalog.load import Table, check_keys
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount

A = TypeVar("A", bound=Amount)
C = TypeVar("C", bound=str)

_BACKING = ("cites", "confirmed")


class Backing(NamedTuple):
    """What a fact rests on."""

    cites: tuple[str, ...]
    confirmed: bool


class Row:
    """One entry as it stands in its file; each method reads a key into what it has to be."""

    __slots__ = ("_file", "_name", "_table", "backing")

    least_source: ClassVar[str] = "this-library"
    """What an entry cites where nobody else says it."""

    def __init__(
        self,
        file: str,
        name: str,
        table: Any,
        *,
        keys: tuple[str, ...],
        backing: Backing | None = None,
    ) -> None:
        self._file, self._name = file, name
        if not isinstance(table, Mapping):
            raise CatalogError(f"{self._at()}: {table!r} is one value; write a table, {{ ... }}")
        check_keys(self._at(), table, keys=keys if backing else (*keys, *_BACKING))
        self._table: Table = table
        self.backing = backing or self._backing(table, "")

    def part(self, name: str, table: Any, *, keys: tuple[str, ...]) -> Self:
        """A table within this entry, which rests on what the entry rests on."""
        whole = f"{self._name}, {name}"
        return type(self)(self._file, whole, table, keys=keys, backing=self.backing)

    def tables(self, key: str) -> tuple[Any, ...]:
        stated = self._table.get(key, [])
        if isinstance(stated, list | tuple):
            return tuple(stated)
        raise CatalogError(f"{self._at(key)}: {stated!r}; write a list of tables, [{{ ... }}]")

    def table(self, key: str) -> Table:
        stated = self._table.get(key, {})
        if isinstance(stated, Mapping):
            return stated
        raise self.refused(key, f"{stated!r}; write a table, {{ ... }}")

    def refused(self, key: str, why: str) -> CatalogError:
        """The error that says what is wrong with a key."""
        return CatalogError(f"{self._at(key)}: {why}")

    def text(self, key: str) -> str:
        stated = self._table.get(key, "")
        if isinstance(stated, str):
            return stated
        raise CatalogError(f"{self._at(key)}: {stated!r}; write it in quotes")

    def said(self, key: str) -> str:
        """A text that may not be missing."""
        text = self.text(key)
        if not text.strip():
            raise self.refused(key, f"missing; write it in quotes, {key} = '...'")
        return text

    def choice(self, key: str, known: tuple[C, ...]) -> C:
        """One of a few words."""
        text = self.text(key)
        for word in known:
            if text == word:
                return word
        raise self.refused(key, f"{text!r}: write {' or '.join(map(repr, known))}")

    def states(self, key: str) -> bool:
        """Whether the entry says anything of it."""
        return key in self._table

    def decided(self, key: str) -> bool:
        """A flag that may not be missing."""
        if not self.states(key):
            raise self.refused(key, f"missing; write {key} = true or {key} = false")
        return self.flag(key)

    def flag(self, key: str) -> bool:
        stated = self._table.get(key, False)
        if isinstance(stated, bool):
            return stated
        raise CatalogError(f"{self._at(key)}: {stated!r}; write true or false")

    def count(self, key: str) -> int:
        stated = self._table.get(key)
        if isinstance(stated, int) and not isinstance(stated, bool):
            return stated
        if stated is None:
            raise self.refused(key, f"missing; write it without quotes, {key} = 10")
        raise CatalogError(f"{self._at(key)}: {stated!r}; write a whole number, without quotes")

    def texts(self, key: str) -> tuple[str, ...]:
        return self._texts(self._table.get(key, []), key)

    def required(self, key: str, kind: type[A]) -> A:
        amount = self.amount(key, kind)
        if amount is None:
            raise CatalogError(f"{self._at(key)} is missing; write {key} = {kind.example!r}")
        return amount

    def amount(self, key: str, kind: type[A]) -> A | None:
        stated = self._table.get(key)
        if stated is None:
            return None
        if not isinstance(stated, Mapping):
            return self.one(stated, key, kind, self.backing)
        check_keys(self._at(key), stated, keys=("is", *_BACKING))
        return self.one(stated.get("is"), key, kind, self._backing(stated, key))

    def limits(self, key: str, kind: type[A]) -> Limits[A] | None:
        """Limits in a table of their own: `content = { ratio = [low, high], cites = ... }`."""
        stated, word = self._table.get(key), kind_word(kind)
        if stated is None:
            return None
        if not isinstance(stated, Mapping):
            raise CatalogError(f"{self._at(key)}: {stated!r}; write {{ {word} = [...], ... }}")
        check_keys(self._at(key), stated, keys=(word, *_BACKING))
        return self.pair(stated.get(word, []), key, kind, self._backing(stated, key))

    def pair(self, stated: Any, key: str, kind: type[A], backing: Backing) -> Limits[A]:
        """Two texts as limits, the lower first."""
        texts = self._texts(stated, key)
        if len(texts) != 2:
            raise CatalogError(f"{self._at(key)}: {stated!r}; write two limits, the lower first")
        low, high = (self.one(text, key, kind, backing) for text in texts)
        if high < low:
            raise CatalogError(f"{self._at(key)}: {stated!r}; write the lower limit first")
        return Limits(low=low, high=high, texts=(texts[0], texts[1]))

    def one(self, stated: Any, key: str, kind: type[A], backing: Backing) -> A:
        """A text as an amount that cites this entry, or its `key` where one is named."""
        if not isinstance(stated, str):
            raise CatalogError(
                f"{self._at(key)}: {stated!r}; write it with its unit, {kind.example!r}"
            )
        entry = f"{self._name}, {key.replace('_', ' ')}" if key else self._name
        try:
            return kind.cited(stated, entry=entry, cites=backing.cites, confirmed=backing.confirmed)
        except AmountError as error:
            raise CatalogError(f"{self._at(key)}: {error}") from None

    def _backing(self, table: Table, key: str) -> Backing:
        cites, confirmed = self._texts(table.get("cites", []), key), table.get("confirmed")
        if not cites or not all(source.strip() for source in cites):
            raise self.refused(key, f"no source; write cites = ['{self.least_source}'] at least")
        if not isinstance(confirmed, bool):
            raise CatalogError(f"{self._at(key)}: write confirmed = true or false")
        return Backing(cites, confirmed)

    def _texts(self, stated: Any, key: str) -> tuple[str, ...]:
        if isinstance(stated, list) and all(isinstance(text, str) for text in stated):
            return tuple(stated)
        raise CatalogError(f"{self._at(key)}: {stated!r}; write a list of texts, ['...', '...']")

    def _at(self, key: str = "") -> str:
        return f"{self._file}.toml, {self._name!r}" + (f", {key}" if key else "")


def kind_word(kind: type[Amount]) -> str:
    """The key a kind has in the files: "per_tablet" for PerTablet."""
    words = "".join(f"_{letter}" if letter.isupper() else letter for letter in kind.__name__)
    return words.lower().removeprefix("_")
