"""What a powder's name may stand for: the salt without water, and its hydrate."""

from __future__ import annotations

from ldn_compound.catalog import names, substance
from ldn_compound.catalog.entries import Substance


def hydrate(name: str) -> Substance | None:
    """The hydrate that the name may stand for."""
    for one in map(substance, names("substance")):
        if one.water is not None and name in (one.name, one.parent):
            return one
    return None


def without_water(name: str) -> str:
    """The substance that is left of a hydrate; any other is itself."""
    entry = substance(name)
    return entry.parent if entry.form == "hydrate" else entry.name
