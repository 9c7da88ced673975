"""Capsule shells by size and by the table they were read in: a size 3 holds 0.30 mL, or 0.27 mL."""

from __future__ import annotations

import re
from functools import cache

from ldn_compound.catalog.entries import ShellEntry
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find, plain_name
from ldn_compound.catalog.row import Row
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import PerUnit, VolumePerUnit

_ELONGATED = r"(?i)[0-9]+ ?x?(e|el|elongated)"
_KEYS = ("volume", "empty", "empty_hypromellose")
_MAKER_KEYS = ("says", "size")


def shell(size: str, *, maker: str = "mainstream") -> ShellEntry:
    """The shell of this size ("3" or "#3") in the maker's table."""
    return _shell(_size(size), find(maker, file="shells", what="maker"))


def sizes(*, maker: str = "mainstream") -> tuple[str, ...]:
    """The sizes a maker's table holds, largest first."""
    return tuple(tables("shells")["maker"][find(maker, file="shells", what="maker")]["size"])


def _size(asked: str) -> str:
    if not isinstance(asked, str):
        raise CatalogError(f"{asked!r}: 0, 00 and 000 are three sizes; write the size as text, '3'")
    return plain_name(asked, what="shell size").removeprefix("#")


@cache
def _shell(size: str, maker: str) -> ShellEntry:
    table = Row("shells", maker, tables("shells")["maker"][maker], keys=_MAKER_KEYS)
    known = sizes(maker=maker)
    if size not in known:
        if re.fullmatch(_ELONGATED, size):
            raise CatalogError(
                f"{size!r}: elongated shells differ between makers; give the shell with its own "
                "volume"
            )
        raise CatalogError(f"{size!r}: the {maker} table holds the sizes {', '.join(known)}")
    entry = tables("shells")["maker"][maker]["size"][size]
    name = f"size {size} shell, {maker} table"
    row = Row("shells", name, entry, keys=_KEYS, backing=table.backing)
    return ShellEntry(
        size=size,
        maker=maker,
        says=table.text("says"),
        volume=row.required("volume", VolumePerUnit),
        empty=row.amount("empty", PerUnit),
        empty_hypromellose=row.amount("empty_hypromellose", PerUnit),
        cites=table.backing.cites,
        confirmed=table.backing.confirmed,
    )
