"""Finds an entry by its exact name, in any case, or by a listed synonym; never by likeness.

'Naltrexone HCl' is found; 'LDN', 'naloxone' and 'naltrexon' are refused, each with what to write.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from ldn_compound.catalog.load import Table, nearest, tables
from ldn_compound.errors import CatalogError

Entry = TypeVar("Entry")

_LONGEST = 80  # characters of the longest text that a message repeats


@cache
def find(asked: str, *, file: str, what: str) -> str:
    """The catalogue's own name for what is asked; CatalogError says which names there are."""
    plain = plain_name(asked, what=what)
    name: str | None = _index(file, what).get(plain.lower())
    if name is not None:
        return name
    why = tables(file).get("refused", {}).get(plain.lower())
    if why is not None:
        raise CatalogError(f"{asked!r}: {why}")
    known = ", ".join(f"{name!r}" for name in tables(file)[what])
    raise CatalogError(f"{asked!r} is no {what} of the catalogue; it holds {known}")


def if_known(look_up: Callable[[str], Entry], name: str) -> Entry | None:
    """What the catalogue has of this name, where it has one: `if_known(vehicle, "Ora-Plus")`."""
    try:
        return look_up(name)
    except CatalogError:
        return None


def taken(name: str, *, file: str, what: str) -> bool:
    """Whether the catalogue has an entry of this name, or refuses it as one of several."""
    plain = plain_name(name, what=what).lower()
    return plain in _index(file, what) or plain in tables(file).get("refused", {})


@cache
def find_key(asked: str, *, file: str, what: str) -> str:
    """The key asked, if the file has it; a slip is answered with the nearest one."""
    key = plain_name(asked, what=what)
    if key not in tables(file)[what]:
        known = tuple(tables(file)[what])
        raise CatalogError(f"{asked!r} is no {what} of the catalogue; {nearest(key, known)}")
    return key


def plain_name(asked: str, *, what: str) -> str:
    """The name itself, once it is sure that nothing in it is invisible or from another script."""
    if not isinstance(asked, str):
        raise CatalogError(f"{asked!r}: write the {what} as text, in quotes")
    if len(asked) > _LONGEST:
        raise CatalogError(f"{asked[:_LONGEST]!r}...: too long for the name of a {what}")
    for character in asked:
        if not (character.isascii() and character.isprintable()):
            raise CatalogError(
                f"{asked!a}: the character {character!a} is not plain; retype the name"
            )
    if asked != " ".join(asked.split()):
        raise CatalogError(f"{asked!r}: stray spaces; write {' '.join(asked.split())!r}")
    return asked


@cache
def _index(file: str, what: str) -> Table:
    index: dict[str, str] = {}
    for name, entry in tables(file)[what].items():
        for spelling in (name, *_synonyms(entry)):
            other = index.setdefault(spelling.lower(), name)
            if other != name:
                raise CatalogError(f"{file}.toml: {spelling!r} names both {other!r} and {name!r}")
    return MappingProxyType(index)


def _synonyms(entry: Any) -> list[str]:
    synonyms: list[str] = entry.get("synonyms", []) if isinstance(entry, dict) else []
    return synonyms
