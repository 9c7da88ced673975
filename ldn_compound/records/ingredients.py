"""What goes in: how much of each, out of which lot, and what the amounts rest on."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple, assert_never

from ldn_compound.model.lot import Lot
from ldn_compound.model.plan import Bottled, Filling, Plan
from ldn_compound.model.steps import BringTo, Count, MeasureOut, Mix, TopUp, Weigh
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Block, Box, Cell, Fact, Facts, Heading, Table
from ldn_compound.records.words import counted, said

_FILL = MappingProxyType(
    {
        "estimated": "estimated: what a shell of this volume holds by the powder's tapped density",
        "measured": "measured: the mean net fill of shells that this house packed",
        "calibrated": "found at the bench by topping up; until then estimated from the tapped density",
    }
)
"""What each basis of a fill means."""


class Ingredient(NamedTuple):
    """Something that is taken out of a supply, and how much of it each time."""

    name: str
    amounts: tuple[str, ...]
    lots: tuple[Lot, ...]


def ingredients(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient and the shells, with the amounts to weigh or count."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "; ".join(one.amounts)))
    return (*_table(rows), _grounds(plan))


def ingredients_unweighed(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient with its lots, where no amount may be printed."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "not printed"))
    return _table(rows)


def _table(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Block, ...]:
    columns = ("ingredient", "amount", "maker", "lot number", "expiry")
    return (Heading("Ingredients"), Table(columns, rows=rows))


def _taken(plan: Plan) -> Iterator[Ingredient]:
    for step in plan.steps:
        if isinstance(step, Count):
            amounts = (said(step.tablets), *_of_powder(plan, step.into))
            yield Ingredient(step.what, amounts, plan.stock.lots)
    for supply in plan.supplies:
        yield Ingredient(supply.material, _weighed(plan, supply.vessel), supply.lots)
    match plan.made:
        case Filling(shell=shell):
            number = write(plan.units, unit="shell")
            yield Ingredient(f"capsule shells, {shell}", (number,), ())
        case Bottled(bottles=bottles, bottle=bottle, container=container):
            number = write(bottles, unit="bottle")
            yield Ingredient(f"{container}, {said(bottle)}", (number,), ())
        case _:
            assert_never(plan.made)


def _of_powder(plan: Plan, mortar: str) -> tuple[str, ...]:
    """How much of the ground tablets goes in: what is weighed, or all that was ground."""
    if any(isinstance(step, Mix) and step.vessel == mortar for step in plan.steps):
        return ("all of their powder",)
    return tuple(f"{amount} of the powder" for amount in _weighed(plan, mortar))


def _weighed(plan: Plan, vessel: str) -> tuple[str, ...]:
    """Each amount that is taken out of a vessel, or how much topping up takes of it."""
    return tuple(
        _amount(step)
        for step in plan.steps
        if isinstance(step, Weigh | MeasureOut | TopUp | BringTo) and step.out_of == vessel
    )


def _amount(step: Weigh | MeasureOut | TopUp | BringTo) -> str:
    match step:
        case Weigh():
            return said(step.amount)
        case MeasureOut():
            return said(step.volume)
        case TopUp():
            return f"about {said(step.about)} to top up"
        case BringTo():
            return f"to {said(step.volume)} in all"
        case _:
            assert_never(step)


def _rows(ingredient: Ingredient, amount: str) -> Iterator[tuple[Cell, ...]]:
    name = ingredient.name
    for lot in ingredient.lots or (None,):
        yield (name, amount, *_lot(lot))
        name, amount = "the same, another lot", ""


def _lot(lot: Lot | None) -> tuple[Cell, Cell, Cell]:
    if lot is None:
        return Box(), Box(), Box()
    expiry = lot.expiry.isoformat() if lot.expiry is not None else Box()
    return lot.maker or Box(), lot.number, expiry


def _grounds(plan: Plan) -> Facts:
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
