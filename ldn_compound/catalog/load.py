"""Reads the catalogue once, at its first use: the JSON that `as_json` makes of its TOML files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic_core import from_json

from ldn_compound.errors import CatalogError

Table = Mapping[str, Any]

__loader__: Any  # the import system sets it


STORED = "catalogue.json"
"""What is read, in the folder of the TOML files; these take twenty times as long to parse."""


@cache
def tables(file: str) -> Table:
    """The tables of one file of the package's data."""
    return MappingProxyType(_files()[file])


@cache
def _files() -> Mapping[str, dict[str, Any]]:
    # As importlib.resources does, which takes longer to import than this file to parse;
    # the loader reads from an archive too.
    stored: bytes = __loader__.get_data(str(Path(__file__).parent / "data" / STORED))
    files: dict[str, dict[str, Any]] = from_json(stored)["files"]
    return MappingProxyType(files)


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
