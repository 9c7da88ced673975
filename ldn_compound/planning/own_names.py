"""One name for what goes by several, so that two that say the same are compared as the same."""

from __future__ import annotations

from functools import cache

from ldn_compound import catalog
from ldn_compound.catalog import substance
from ldn_compound.catalog.lookup import if_known


@cache
def catalogued(name: str) -> str:
    """The catalogue's own name of an excipient or vehicle; itself where it is not known there."""
    for what in ("excipient", "vehicle"):  # each is loaded when it is asked
        if (found := if_known(getattr(catalog, what), name)) is not None:
            return str(found.name)
    return name


@cache
def same_drug(name: str) -> str:
    """The catalogue's own name of a substance, for comparison; of another, in small letters."""
    found = if_known(substance, name)
    return name.lower() if found is None else found.name


@cache
def same_content(name: str) -> str:
    """The catalogue's own name of an ingredient, for comparison; of another, in small letters."""
    return catalogued(name).lower()
