"""Everything the catalogue holds of one sort, by name."""

from __future__ import annotations

from ldn_compound.catalog.load import nearest, tables
from ldn_compound.errors import CatalogError

_FILES = {
    "substance": "substances",
    "excipient": "excipients",
    "maker": "shells",
    "vehicle": "vehicles",
    "product": "products",
    "fact": "practice",
    "label": "label",
    "reference": "references",
    "balance": "instruments",
    "machine": "instruments",
    "cylinder": "instruments",
    "syringe": "instruments",
}


def names(what: str) -> tuple[str, ...]:
    """The names of all substances (`names("substance")`), facts, references and so on.

    Shells are listed by maker, and `sizes` lists the sizes of one.
    """
    if what not in _FILES:
        raise CatalogError(f"names of {what!r} are not kept; {nearest(what, tuple(_FILES))}")
    return tuple(tables(_FILES[what])[what])
