"""The source itself, under any dilution of it; and the lots of all that goes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ldn_compound.model.plan import Plan
from ldn_compound.model.ports import kinds_of
from ldn_compound.model.seldom import Lot
from ldn_compound.model.stock import Supply

if TYPE_CHECKING:
    from ldn_compound.sources.powder import Powder

_DILUTIONS = frozenset({"trituration", "stock solution"})


def origin(plan: Plan) -> Any:
    """What the active comes from: the tablets or the powder that a dilution is made of."""
    source: Any = plan.source
    while kinds_of(source) & _DILUTIONS:
        source = source.of
    return source


def powder_of(plan: Plan) -> Powder | None:
    """The powder that the active comes from; None, and none is imported, where it is no powder."""
    source = origin(plan)
    return source if "powder" in kinds_of(source) else None


def inert(plan: Plan) -> Iterator[Supply]:
    """What goes in beside the drug: diluents, a vehicle or its ingredients; each material once."""
    yield from plan.inert


def lots(plan: Plan) -> Iterator[tuple[str, tuple[Lot, ...]]]:
    """What goes in, by name, each with its lots: the source first."""
    yield from plan.lots
