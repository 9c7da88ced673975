"""What a patient avoids, held against what is in the preparation.

"lactose" is in lactose monohydrate by its name, and in Cellactose 80 by what the catalogue says it
contains. Words are compared whole and in any case; nothing is matched by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ldn_compound.catalog import excipient
from ldn_compound.catalog.entries import Excipient, VehicleEntry
from ldn_compound.catalog.lookup import if_known
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.named import NamedTuple
from ldn_compound.sources.tablets import Tablets

_KEPT = 256
"""Sets of diluents that are not looked up again."""


class Present(NamedTuple):
    """An excipient that is in the preparation, or may be."""

    where: str
    name: str
    certain: bool
    made_of: VehicleEntry | None = None
    """A vehicle's own entry; else the catalogue's of this name is looked up."""

    @property
    def entry(self) -> Excipient | VehicleEntry | None:
        """What is known of it."""
        return self.made_of or entry(self.name)

    def holds(self, avoided: str) -> bool:
        """Whether it is what is avoided, or contains it."""
        return holds(self.name, avoided=avoided, made_of=self.made_of)


def present(plan: Plan) -> Iterator[Present]:
    """The vehicle, every diluent, and what the tablets bring with them."""
    if not isinstance(plan.made, Filling):
        made_of = plan.made.entry
        yield Present("vehicle", made_of.name, certain=True, made_of=made_of)
    for name in _diluted_with(plan):
        yield Present("diluent", name, certain=True)
    source = plan.origin
    if isinstance(source, Tablets):
        for name in source.excipients:
            yield Present("tablets", name, certain=source.contains is not None)


def _diluted_with(plan: Plan) -> tuple[str, ...]:
    """What goes in beside the drug, but for the vehicle and its parts."""
    covered: frozenset[str] = frozenset()
    if not isinstance(plan.made, Filling):
        made_of = plan.made.entry
        covered = frozenset((made_of.name, made_of.ad, *(part.name for part in made_of.parts)))
    return tuple(supply.material for supply in plan.inert if supply.material not in covered)


def diluents(plan: Plan) -> tuple[Excipient, ...]:
    """Each diluent that the catalogue knows, of the capsules and of what the drug is diluted in."""
    return _known_excipients(_diluted_with(plan))


@lru_cache(_KEPT)
def _known_excipients(names: tuple[str, ...]) -> tuple[Excipient, ...]:
    return tuple(one for name in names if isinstance(one := entry(name), Excipient))


class Declared(NamedTuple):
    """What a label declares of the excipients: what is in it, and what may be."""

    contains: tuple[str, ...]
    may_contain: tuple[str, ...]


def declared(plan: Plan) -> Declared:
    """Whatever of the excipients a patient may have to avoid, in the catalogue's words.

    What is stated to be in it and nobody here knows is declared by its name.
    """
    found: dict[str, bool] = {}
    for part in present(plan):
        one = part.entry
        for word in (part.name,) if one is None else _to_declare(one):
            found[word] = found.get(word, False) or part.certain
    return Declared(
        tuple(word for word, certain in found.items() if certain),
        tuple(word for word, certain in found.items() if not certain),
    )


def not_read(plan: Plan) -> tuple[str, ...]:
    """What a label may have to declare of tablets whose own label nobody read."""
    source = plan.origin
    if not isinstance(source, Tablets) or source.contains is not None:
        return ()
    return _avoidable(source.excipients)


@cache
def _avoidable(names: tuple[str, ...]) -> tuple[str, ...]:
    known = (one for name in names if (one := entry(name)) is not None)
    return tuple(dict.fromkeys(word for one in known for word in _to_declare(one)))


def _to_declare(one: Excipient | VehicleEntry) -> tuple[str, ...]:
    """What it contains, and what its ingredients do."""
    known = map(entry, ingredients_of(one))
    return (*one.contains, *(word for each in known if each for word in each.contains))


def entry(name: str) -> Excipient | VehicleEntry | None:
    """The catalogue's entry of an excipient or vehicle, if it has one."""
    known = if_known(excipient, name)
    if known is not None:
        return known
    from ldn_compound.catalog import vehicle

    return if_known(vehicle, name)


def ingredients_of(one: Excipient | VehicleEntry) -> tuple[str, ...]:
    """The ingredients that are known of it, by name; none of what is one substance."""
    parts = one.parts if isinstance(one, VehicleEntry) else ()
    return (*one.ingredients, *(part.name for part in parts))


def holds(name: str, *, avoided: str, made_of: VehicleEntry | None = None) -> bool:
    """Whether an excipient is what is avoided, or contains it."""
    one = made_of or entry(name)
    if isinstance(one, VehicleEntry):  # "Sugar Free" in a name is no sugar
        itself = _words(avoided) in map(_words, (name, *_known_as(one)))
        return itself or same(avoided, *_contained(one))
    return same(avoided, name, *_known_as(one), *_contained(one))


def same(avoided: str, *words: str) -> bool:
    """Whether a word is what is avoided, or names what that contains."""
    sought = [_words(word) for word in (avoided, *_contained(entry(avoided)))]
    found = [_words(word) for word in words]
    return any(one and one <= those for one in sought for those in found)


def named(name: str, *, avoided: str) -> str:
    """The excipient, and what of it is avoided where its name does not say so."""
    return name if _words(avoided) <= _words(name) else f"{name} ({avoided})"


def known(avoided: str) -> bool:
    """Whether anything of the catalogue is what is avoided, or contains it."""
    from ldn_compound.catalog import names

    every = (*names("excipient"), *names("vehicle"))
    return any(holds(name, avoided=avoided) for name in every)


def _known_as(one: Excipient | VehicleEntry | None) -> tuple[str, ...]:
    return () if one is None else (one.name, *one.synonyms)


def _contained(one: Excipient | VehicleEntry | None) -> tuple[str, ...]:
    """What it contains, and what each of its ingredients is called and contains."""
    if one is None:
        return ()
    within = (
        word
        for name in ingredients_of(one)
        for known in (entry(name),)
        for word in (name, *_known_as(known), *_contained(known))
    )
    return (*one.contains, *within)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
