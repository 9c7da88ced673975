"""The words of a label, each with what it rests on."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find_key
from ldn_compound.catalog.row import Row
from ldn_compound.named import NamedTuple

_FILE = "label"


class Words(NamedTuple):
    """Words to be printed, and when."""

    name: str
    text: str
    says: str
    cites: tuple[str, ...]
    confirmed: bool


def label(name: str) -> Words:
    """The words of exactly this name, "shake"."""
    return _words(find_key(name, file=_FILE, what="label"))


@cache
def _words(name: str) -> Words:
    row = Row(_FILE, name, tables(_FILE)["label"][name], keys=("text", "says"))
    return Words(
        name=name,
        text=row.text("text"),
        says=row.text("says"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )
