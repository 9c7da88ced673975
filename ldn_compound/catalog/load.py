"""Reads the catalogue's files, each once and at its first use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ldn_compound.errors import CatalogError

Table = Mapping[str, Any]

__loader__: Any  # the import system sets it


@cache
def tables(file: str) -> Table:
    """The tables of one file of the package's data."""
    import tomllib

    return MappingProxyType(tomllib.loads(_stored(file).decode("utf-8")))


def _stored(file: str) -> bytes:
    # As importlib.resources does, which takes longer to import than four files take to parse;
    # the loader reads from an archive too.
    stored: bytes = __loader__.get_data(str(Path(__file__).parent / "data" / f"{file}.toml"))
    return stored


def check_keys(place: str, table: Table, *, keys: Iterable[str]) -> None:
    """Refuse a key that nobody reads: a fact behind a slip of the pen would be lost."""
    known = tuple(keys)
    for key in table:
        if key not in known:
            raise CatalogError(f"{place}: {key!r} is no key here; {nearest(key, known)}")


def nearest(key: str, known: tuple[str, ...]) -> str:
    """What to write instead of a misspelt key; for messages only, nothing is looked up by it."""
    from difflib import get_close_matches

    close = get_close_matches(key.lower(), known, n=1)
    return f"write {close[0]!r}" if close else f"the keys are {', '.join(known)}"
