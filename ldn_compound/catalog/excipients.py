"""Diluents of capsules, and what tablets bring with them."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.entries import Excipient
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.kinds import Density

_KEYS = (
    "synonyms",
    "like",
    "role",
    "unii",
    "tapped",
    "bulk",
    "contains",
    "ingredients",
    "undisclosed",
    "slows_release",
    "advice",
    "note",
)


def excipient(name: str) -> Excipient:
    """The excipient of exactly this name or listed synonym."""
    return _excipient(find(name, file="excipients", what="excipient"))


def avoidable() -> tuple[str, ...]:
    """Every word that an excipient's `contains` may use: what a patient can be said to avoid."""
    entries = tables("excipients")["excipient"].values()
    return tuple(sorted({word for entry in entries for word in entry.get("contains", ())}))


@cache
def _excipient(name: str) -> Excipient:
    row = Row("excipients", name, tables("excipients")["excipient"][name], keys=_KEYS)
    tapped = row.amount("tapped", Density)
    if tapped is None and (like := row.text("like")):
        # A grade nobody measured takes the density of its kind; the origin names that entry.
        tapped = excipient(like).tapped
    return Excipient(
        name=name,
        synonyms=row.texts("synonyms"),
        role=row.text("role"),
        unii=row.text("unii"),
        tapped=tapped,
        bulk=row.limits("bulk", Density),
        contains=row.texts("contains"),
        ingredients=row.texts("ingredients"),
        undisclosed=row.flag("undisclosed"),
        slows_release=row.flag("slows_release"),
        advice=row.text("advice"),
        note=row.text("note"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )
