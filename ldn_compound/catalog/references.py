"""The sources that are cited, each as one would cite it."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.entries import Reference
from ldn_compound.catalog.load import check_keys, tables
from ldn_compound.catalog.lookup import find_key
from ldn_compound.errors import CatalogError

SEEN = ("official", "copy", "secondary", "ours")
"""How a source was read: the publisher's own text, a copy, another author's report, or ours."""
_KEYS = ("title", "edition", "date", "place", "seen")


def reference(key: str) -> Reference:
    """The reference of this key."""
    return _reference(find_key(key, file="references", what="reference"))


@cache
def _reference(key: str) -> Reference:
    entry = tables("references")["reference"][key]
    place = f"references.toml, {key!r}"
    check_keys(place, entry, keys=_KEYS)
    for needed in ("title", "place", "seen"):
        if needed not in entry:
            raise CatalogError(f"{place}: {needed} is missing; write {needed} = '...'")
    if entry["seen"] not in SEEN:
        raise CatalogError(f"{place}: seen is {entry['seen']!r}; write one of {', '.join(SEEN)}")
    return Reference(key=key, **entry)
