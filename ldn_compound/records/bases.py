"""What the amounts rest on: the potency, the fill of a shell, the whole tablets chosen."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.stock import Solid
from ldn_compound.records.sheet import Fact, Facts
from ldn_compound.records.words import counted, said

_FILL = MappingProxyType(
    {
        "estimated": "estimated: what a shell of this volume holds by the powder's tapped density",
        "measured": "measured: the mean net fill of shells that this house packed",
        "calibrated": "found at the bench by topping up; until then estimated from the density",
    }
)
"""What each basis of a fill means."""


def bases(plan: Plan) -> Facts:
    """Each ground with what it says."""
    rows = (Fact(plan.stock.material, value=_potency(plan)), *_fill(plan), *_ways(plan))
    return Facts(rows, title="What the amounts rest on")


def _fill(plan: Plan) -> Iterator[Fact]:
    if isinstance(plan.made, Filling):
        basis, net_fill = _FILL.get(plan.made.basis, plan.made.basis), plan.made.net_fill
        value = basis if net_fill is None else f"{said(net_fill)}, {basis}"
        yield Fact("Fill of a shell", value=value)


def _ways(plan: Plan) -> Iterator[Fact]:
    """The strength that whole tablets make, and the other ways that were offered."""
    ways = tuple(
        f"{said(way.tablets)} in {said(way.units)}, {said(way.strength)} "
        f"({said(plan.policy.content.rounded(way.part))} of the strength)"
        for way in plan.whole_tablet_ways
    )
    if ways:
        yield Fact("Whole tablets", value=ways[0])
    if ways[1:]:
        yield Fact("Other ways offered", value="; ".join(ways[1:]))


def _potency(plan: Plan) -> str:
    stock = plan.stock
    potency = stock.potency if isinstance(stock, Solid) else stock.concentration
    text = f"{said(potency)} {counted(stock.active)}, {stock.rests_on}"
    if plan.potency == potency:
        return text
    return f"{text}; under the policy it is taken as {said(plan.potency)}"
