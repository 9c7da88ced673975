"""What a patient avoids, held against what is in the capsules.

"lactose" is in lactose monohydrate by its name, and in Cellactose 80 by what the catalogue says it
contains. Words are compared whole and in any case; nothing is matched by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ldn_compound.catalog import excipient, names
from ldn_compound.catalog.entries import Excipient
from ldn_compound.errors import CatalogError
from ldn_compound.model.plan import Plan
from ldn_compound.rules.origin import origin
from ldn_compound.sources.tablets import Tablets


class Present(NamedTuple):
    """An excipient that is in the capsules, or may be."""

    where: str
    name: str
    certain: bool


def present(plan: Plan) -> Iterator[Present]:
    """Every diluent, and what the tablets bring with them."""
    for name in dict.fromkeys(one.material for one in plan.supplies if one.potency is None):
        yield Present("diluent", name, certain=True)
    source = origin(plan)
    if isinstance(source, Tablets):
        for name in source.excipients:
            yield Present("tablets", name, certain=source.contains is not None)


def entry(name: str) -> Excipient | None:
    """The catalogue's entry of an excipient, if it has one."""
    try:
        return excipient(name)
    except CatalogError:
        return None


def holds(name: str, *, avoided: str) -> bool:
    """Whether an excipient is what is avoided, or contains it."""
    sought = [_words(word) for word in (avoided, *_contained(avoided))]
    found = [_words(word) for word in (name, *_known_as(name), *_contained(name))]
    return any(one and one <= words for one in sought for words in found)


def known(avoided: str) -> bool:
    """Whether any excipient of the catalogue is what is avoided, or contains it."""
    return any(holds(name, avoided=avoided) for name in names("excipient"))


def _known_as(name: str) -> tuple[str, ...]:
    one = entry(name)
    return () if one is None else (one.name, *one.synonyms)


def _contained(name: str) -> tuple[str, ...]:
    one = entry(name)
    return () if one is None else one.contains


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
