"""The numbers behind the defaults of a policy, each with what it rests on."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.facts import Fact, Value
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find_key
from ldn_compound.catalog.row import Row, kind_word
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import KINDS

_AMOUNTS = {kind_word(kind): kind for kind in KINDS}
_WORDED = ("count", "text", "texts")
_KEYS = ("says", *_WORDED, *_AMOUNTS)


@cache
def fact(name: str) -> Fact:
    """The fact of exactly this name; the key of its value says its kind."""
    name = find_key(name, file="practice", what="fact")
    entry = tables("practice")["fact"][name]
    row = Row("practice", name.replace("_", " "), entry, keys=_KEYS)
    kinds = [key for key in entry if key in _AMOUNTS or key in _WORDED]
    if len(kinds) != 1:
        raise CatalogError(f"practice.toml, {name!r}: write one value, such as ratio = '5 %'")
    return Fact(
        name=name,
        says=row.text("says"),
        value=_value(row, kinds[0], entry[kinds[0]]),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def _value(row: Row, key: str, stated: object) -> Value:
    if key == "count":
        return row.count(key)
    if key == "text":
        return row.text(key)
    if key == "texts":
        return row.texts(key)
    kind = _AMOUNTS[key]
    if isinstance(stated, list):
        return row.pair(stated, "", kind, row.backing)
    return row.one(stated, "", kind, row.backing)
