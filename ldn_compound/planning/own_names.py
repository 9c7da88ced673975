"""One name for what goes by several, so that two that say the same are compared as the same."""

from __future__ import annotations

from functools import cache

from ldn_compound import catalog
from ldn_compound.catalog import substance
from ldn_compound.errors import CatalogError


@cache
def catalogued(name: str) -> str:
    """The catalogue's own name of an excipient or vehicle; itself where it is not known there."""
    for what in ("excipient", "vehicle"):  # each is loaded when it is asked
        try:
            return str(getattr(catalog, what)(name).name)
        except CatalogError:
            continue
    return name


@cache
def same_drug(name: str) -> str:
    """The catalogue's own name of a substance, for comparison; of another, in small letters."""
    try:
        return substance(name).name
    except CatalogError:
        return name.lower()


@cache
def same_content(name: str) -> str:
    """The catalogue's own name of an ingredient, for comparison; of another, in small letters."""
    return catalogued(name).lower()
