"""How long a preparation may be used where nothing better is known, by edition of USP <795>."""

from __future__ import annotations

from datetime import date
from functools import cache

from ldn_compound.catalog.editions import Category, Clause, Edition, Editions, Period
from ldn_compound.catalog.load import Table, tables
from ldn_compound.catalog.lookup import find_key
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.dates import read_date
from ldn_compound.quantity.kinds import Days, Ratio

_FILE = "beyond_use"
_CLAUSES = ("effectiveness", "monograph", "components", "container")
_EDITION = ("title", "official", "water_activity", "note", "category", "longest", *_CLAUSES)
_CATEGORY = ("water", "preserved", "forms", "days", "months", "storage", "unless")


@cache
def dating() -> Editions:
    """Every edition the catalogue holds; ask it `.at(day)` or by key."""
    return Editions(all=tuple(_edition(key) for key, _ in _official()))


def edition_for(day: date, *, key: str | None = None) -> Edition:
    """The edition of this key; where none is given the one that was official on the day.

    Only this one is read.
    """
    if key is not None:
        return _edition(find_key(key, file=_FILE, what="edition"))
    for name, official in reversed(_official()):
        if official <= day:
            return _edition(name)
    return dating().at(day)  # which says why there is none


@cache
def first_day(name: str) -> Clause:
    """A way to count days: "compounding day" or "day after"."""
    name = find_key(name, file=_FILE, what="first_day")
    return _clause(Row(_FILE, name, tables(_FILE)["first_day"][name], keys=("says",)))


@cache
def _official() -> tuple[tuple[str, date], ...]:
    """The editions' keys, and since when each is official; the oldest first."""
    editions = tables(_FILE)["edition"].items()
    found = ((key, read_date(table["official"])) for key, table in editions)
    return tuple(sorted(found, key=lambda one: one[1]))


@cache
def _edition(key: str) -> Edition:
    table = tables(_FILE)["edition"][key]
    row = Row(_FILE, key, table, keys=_EDITION)
    longest = _row(key, table, "longest", keys=("says", "days", "months"))
    clauses = {name: _clause(_row(key, table, name, keys=("says",))) for name in _CLAUSES}
    return Edition(
        key=key,
        title=row.text("title"),
        official=read_date(row.text("official")),
        water_activity=row.amount("water_activity", Ratio),
        note=row.text("note"),
        categories=tuple(_category(key, name, table) for name in table.get("category", {})),
        longest=_period(longest),
        on_longest=_clause(longest),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
        **clauses,
    )


def _row(key: str, table: Table, part: str, *, keys: tuple[str, ...]) -> Row:
    return Row(_FILE, f"{key}, {part}", table.get(part), keys=keys)


def _category(key: str, name: str, table: Table) -> Category:
    row = _row(f"{key}, category", table["category"], name, keys=_CATEGORY)
    return Category(
        name=name,
        water=row.flag("water"),
        preserved=row.text("preserved"),
        forms=row.texts("forms"),
        period=_period(row),
        storage=row.texts("storage"),
        unless=row.text("unless"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def _period(row: Row) -> Period:
    days = row.amount("days", Days)
    return Period(days=days) if days is not None else Period(months=row.count("months"))


def _clause(row: Row) -> Clause:
    return Clause(says=row.text("says"), cites=row.backing.cites, confirmed=row.backing.confirmed)
