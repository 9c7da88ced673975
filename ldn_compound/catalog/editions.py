"""What an edition of USP <795> says of beyond-use dates: its defaults, what binds or lifts them."""

from __future__ import annotations

from datetime import date
from functools import cache

from ldn_compound.catalog.lookup import find_key
from ldn_compound.errors import CatalogError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Days, Ratio
from ldn_compound.quantity.writing import write


class Clause(NamedTuple):
    """What a chapter says in words, and what that rests on."""

    says: str
    cites: tuple[str, ...]
    confirmed: bool

    def __str__(self) -> str:
        doubt = "" if self.confirmed else " (not confirmed)"
        return f"{self.says}{doubt} [{', '.join(self.cites)}]"


class Period(NamedTuple):
    """So many days, or calendar months."""

    days: Days | None = None
    months: int = 0

    def __str__(self) -> str:
        if self.days is not None:
            return _worded(self.days)
        return "1 month" if self.months == 1 else f"{self.months} months"


@cache
def _worded(days: Days) -> str:
    return write(days)


class Category(NamedTuple):
    """Preparations of one sort, how long they may be used, and where they are kept for that."""

    name: str
    water: bool
    period: Period
    storage: tuple[str, ...]
    cites: tuple[str, ...]
    confirmed: bool
    preserved: str = ""
    forms: tuple[str, ...] = ()
    unless: str = ""

    def __hash__(self) -> int:  # quick, and the same where two are equal
        return hash(self.name)

    def takes(self, *, form: str, water: bool, preserved: bool) -> bool:
        """Whether a preparation is of this sort."""
        if self.water is not water or (self.forms and form not in self.forms):
            return False
        return self.preserved in ("", "yes" if preserved else "no")


class Edition(NamedTuple):
    """One edition of the chapter: its defaults, and what binds or lifts them."""

    key: str
    title: str
    official: date
    categories: tuple[Category, ...]
    longest: Period
    """The longest date that a study extends a default to."""
    on_longest: Clause
    effectiveness: Clause
    monograph: Clause
    components: Clause
    container: Clause
    cites: tuple[str, ...]
    confirmed: bool
    water_activity: Ratio | None = None
    """From which on a preparation is aqueous; None: where it contains water."""
    note: str = ""

    def __hash__(self) -> int:  # quick, and the same where two are equal
        return hash(self.key)

    def category(self, *, form: str, water: bool, preserved: bool) -> Category:
        """The sort that a preparation is of."""
        for one in self.categories:
            if one.takes(form=form, water=water, preserved=preserved):
                return one
        raise CatalogError(f"{self.title} dates no {form!r}; give a study or monograph of it")


class Editions(NamedTuple):
    """The editions, the oldest first."""

    all: tuple[Edition, ...]

    def at(self, day: date) -> Edition:
        """The edition that was official on a day."""
        official = [edition for edition in self.all if edition.official <= day]
        if not official:
            first = self.all[0]
            raise CatalogError(
                f"{day}: the oldest edition here is official from {first.official}; "
                f"write edition = {first.key!r} where it is meant"
            )
        return official[-1]

    def edition(self, key: str) -> Edition:
        """The edition of this key, "usp-795-2014", as some state rules still name it."""
        key = find_key(key, file="beyond_use", what="edition")
        return next(edition for edition in self.all if edition.key == key)
