"""Cited facts: what a number is, where it was read, and whether it was confirmed.

Each look-up is imported at its first use: start-up is measured.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn_compound.catalog.beyond_use import (
        dating as dating,
        edition_for as edition_for,
        first_day as first_day,
    )
    from ldn_compound.catalog.excipients import avoidable as avoidable, excipient as excipient
    from ldn_compound.catalog.instruments import (
        balance as balance,
        cylinder as cylinder,
        machine as machine,
        syringe as syringe,
    )
    from ldn_compound.catalog.label import label as label
    from ldn_compound.catalog.listing import names as names
    from ldn_compound.catalog.practice import fact as fact
    from ldn_compound.catalog.products import product as product
    from ldn_compound.catalog.references import reference as reference
    from ldn_compound.catalog.shells import shell as shell, sizes as sizes
    from ldn_compound.catalog.studies import studies_of as studies_of, study as study
    from ldn_compound.catalog.substances import lineage as lineage, substance as substance
    from ldn_compound.catalog.vehicles import vehicle as vehicle

_HOME = {
    "avoidable": "excipients",
    "balance": "instruments",
    "cylinder": "instruments",
    "dating": "beyond_use",
    "edition_for": "beyond_use",
    "excipient": "excipients",
    "fact": "practice",
    "first_day": "beyond_use",
    "label": "label",
    "lineage": "substances",
    "machine": "instruments",
    "names": "listing",
    "product": "products",
    "reference": "references",
    "shell": "shells",
    "sizes": "shells",
    "studies_of": "studies",
    "study": "studies",
    "substance": "substances",
    "syringe": "instruments",
    "vehicle": "vehicles",
}

__all__ = [
    "avoidable",
    "balance",
    "cylinder",
    "dating",
    "edition_for",
    "excipient",
    "fact",
    "first_day",
    "label",
    "lineage",
    "machine",
    "names",
    "product",
    "reference",
    "shell",
    "sizes",
    "studies_of",
    "study",
    "substance",
    "syringe",
    "vehicle",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'ldn_compound.catalog' has no attribute {name!r}")
    found = getattr(import_module(f"ldn_compound.catalog.{_HOME[name]}"), name)
    globals()[name] = found
    return found
