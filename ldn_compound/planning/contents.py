"""What is in a preparation beside its drug, as its dating sees it.

A vehicle made in house is its parts, sodium benzoate and the rest; a bought one is itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.model.plan import Filling
from ldn_compound.planning.own_names import catalogued
from ldn_compound.planning.seen import SeenContent
from ldn_compound.quantity.kinds import Mass

if TYPE_CHECKING:
    from ldn_compound.model.bottled import Bottled


def contents_of(made: Filling | Bottled, beside: tuple[str, ...]) -> tuple[SeenContent, ...]:
    """What is in it beside the drug, and what the drug was diluted with where that is another."""
    own = _content(made.diluent) if isinstance(made, Filling) else _of_vehicle(made)
    if not beside:
        return own
    told = {content.name for content in own}
    others = dict.fromkeys(map(catalogued, beside))
    return (*own, *(_content(name)[0] for name in others if name not in told))


@cache
def _content(name: str) -> tuple[SeenContent, ...]:
    return (SeenContent(name),)


def _of_vehicle(made: Bottled) -> tuple[SeenContent, ...]:
    if isinstance(made.vehicle, str):
        return _of_catalogue(made.vehicle)
    return _of_entry(made.entry)


@cache
def _of_catalogue(name: str) -> tuple[SeenContent, ...]:
    from ldn_compound.catalog import vehicle

    return _of_entry(vehicle(name))


def _of_entry(entry: VehicleEntry) -> tuple[SeenContent, ...]:
    """A vehicle made in house is its parts; one that is bought is itself."""
    if not entry.parts:
        return _content(entry.name)
    parts = tuple(
        SeenContent(name=part.name, mass=part.amount)
        if isinstance(part.amount, Mass)
        else SeenContent(name=part.name, volume=part.amount)
        for part in entry.parts
    )
    return (*parts, *_content(entry.ad))
