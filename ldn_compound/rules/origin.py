"""The source itself, under any trituration of it; and the lots of all that goes in."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.lot import Lot
from ldn_compound.model.plan import Plan
from ldn_compound.sources.trituration import Trituration


def origin(plan: Plan) -> object:
    """What the active comes from: the tablets or the powder that a trituration is made of."""
    source: object = plan.source
    while isinstance(source, Trituration):
        source = source.of
    return source


def lots(plan: Plan) -> Iterator[tuple[str, tuple[Lot, ...]]]:
    """What goes in, by name, each with its lots: the source first, then the diluents."""
    yield "source", plan.stock.lots
    told: set[str] = set()
    for supply in plan.supplies:
        if supply.potency is None and supply.material not in told:
            told.add(supply.material)
            yield supply.material, supply.lots
