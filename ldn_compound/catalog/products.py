"""Commercial products: tablets that may be ground, and products that are no source."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.entries import Product
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.kinds import PerTablet, Ratio

_WORDS = ("substance", "presentation", "release", "rxcui", "refused", "note")
_LISTS = ("synonyms", "contains", "may_contain", "other_actives")
_KEYS = ("strength", "content", "tablet_weight", "lactose", *_WORDS, *_LISTS)


def product(name: str) -> Product:
    """The product of exactly this name or listed synonym."""
    return _product(find(name, file="products", what="product"))


@cache
def _product(name: str) -> Product:
    row = Row("products", name, tables("products")["product"][name], keys=_KEYS)
    return Product(
        name=name,
        strength=row.amount("strength", PerTablet),
        content=row.limits("content", Ratio),
        tablet_weight=row.limits("tablet_weight", PerTablet),
        lactose=row.amount("lactose", PerTablet),
        substance=row.text("substance"),
        presentation=row.text("presentation"),
        release=row.text("release"),
        rxcui=row.text("rxcui"),
        refused=row.text("refused"),
        note=row.text("note"),
        synonyms=row.texts("synonyms"),
        contains=row.texts("contains"),
        may_contain=row.texts("may_contain"),
        other_actives=row.texts("other_actives"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )
