"""What goes in: how much of each, and out of which lot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.seldom import Lot
from ldn_compound.model.steps import Count, Mix, Step
from ldn_compound.model.stock import Supply
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.writing import write
from ldn_compound.records.bases import bases
from ldn_compound.records.sheet import Block, Box, Cell, Heading, Table
from ldn_compound.records.words import said

if TYPE_CHECKING:
    pass


class Ingredient(NamedTuple):
    """Something that is taken out of a supply, and how much of it each time."""

    name: str
    amounts: tuple[str, ...]
    lots: tuple[Lot, ...]


def ingredients(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient and the shells, with the amounts to weigh or count."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "; ".join(one.amounts)))
    return (*_table(rows), bases(plan))


def ingredients_unweighed(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient with its lots, where no amount may be printed."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "not printed"))
    return _table(rows)


def _table(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Block, ...]:
    columns = ("ingredient", "amount", "maker", "lot number", "expiry")
    return (Heading("Ingredients"), Table(columns, rows=rows))


def supply_rows(
    steps: tuple[Step, ...], supplies: tuple[Supply, ...], *, lots: tuple[Lot, ...]
) -> Iterator[tuple[Cell, ...]]:
    """What steps count out, and what they take out of supplies; `lots` are the tablets'."""
    for one in _supplied(steps, supplies, lots):
        yield from _rows(one, "; ".join(one.amounts))


def _taken(plan: Plan) -> Iterator[Ingredient]:
    yield from _supplied(plan.steps, plan.supplies, plan.stock.lots)
    match plan.made:
        case Filling(shell=shell, lots=lots):
            number = write(plan.units, unit="shell")
            yield Ingredient(f"capsule shells, {shell}", (number,), lots)
        case made:
            number = write(made.bottles, unit="bottle")
            yield Ingredient(f"{made.container}, {said(made.bottle)}", (number,), ())


def _supplied(
    steps: tuple[Step, ...], supplies: tuple[Supply, ...], lots: tuple[Lot, ...]
) -> Iterator[Ingredient]:
    for step in steps:
        if isinstance(step, Count):
            amounts = (said(step.tablets), *_of_powder(steps, step.into))
            yield Ingredient(step.what, amounts, lots)
    for supply in supplies:
        yield Ingredient(supply.material, _weighed(steps, supply.vessel), supply.lots)


def _of_powder(steps: tuple[Step, ...], mortar: str) -> tuple[str, ...]:
    """How much of the ground tablets goes in: what is weighed, or all that was ground."""
    if any(isinstance(step, Mix) and step.vessel == mortar for step in steps):
        return ("all of their powder",)
    return tuple(f"{amount} of the powder" for amount in _weighed(steps, mortar))


def _weighed(steps: tuple[Step, ...], vessel: str) -> tuple[str, ...]:
    """Each amount that is taken out of a vessel, or how much topping up takes of it."""
    return tuple(amount for step in steps if (amount := _amount(step, vessel)) is not None)


def _amount(step: Step, vessel: str) -> str | None:
    if step.verb == "weigh" and step.out_of == vessel:
        return said(step.amount)
    if step.verb == "measure" and step.out_of == vessel:
        return said(step.volume)
    if step.verb == "top_up" and step.out_of == vessel:
        return f"about {said(step.about)} to top up"
    if step.verb == "bring_to" and step.out_of == vessel:
        return f"to {said(step.volume)} in all"
    return None


def _rows(ingredient: Ingredient, amount: str) -> Iterator[tuple[Cell, ...]]:
    name = ingredient.name
    for lot in ingredient.lots or (None,):
        yield (name, amount, *_lot(lot))
        name, amount = "the same, another lot", ""


def _lot(lot: Lot | None) -> tuple[Cell, Cell, Cell]:
    if lot is None:
        return Box(), Box(), Box()
    return lot.maker or Box(), lot.number, _until(lot)


def _until(lot: Lot) -> Cell:
    if lot.until is None:
        return Box()
    day = lot.until.isoformat()
    if lot.beyond_use is not None:
        return f"{day} (beyond-use date)"
    return f"{day} (printed {lot.printed})" if lot.printed else day
