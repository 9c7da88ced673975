"""What goes in: how much of each, out of which lot, and what the amounts rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ldn_compound.model.lot import Lot
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Count, Encapsulate, TopUp, Weigh
from ldn_compound.quantity.writing import write
from ldn_compound.records.header import counted
from ldn_compound.records.sheet import Block, Box, Cell, Fact, Facts, Heading, Table
from ldn_compound.records.words import listed, said

_FILL = {
    "estimated": "estimated: what a shell of this volume holds by the powder's tapped density",
    "measured": "measured: the mean net fill of shells that this house packed",
    "calibrated": "found at the bench by topping up; until then estimated from the tapped density",
}
"""What each basis of a fill means."""


class Ingredient(NamedTuple):
    """Something that is taken out of a supply, and how much of it each time."""

    name: str
    amounts: tuple[str, ...]
    lots: tuple[Lot, ...]


def ingredients(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient and the shells, with the amounts to weigh or count."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "; ".join(one.amounts)))
    return _table("amount", rows) + (_grounds(plan),)


def ingredients_unweighed(plan: Plan) -> tuple[Block, ...]:
    """Every ingredient with its lots, where no amount may be printed."""
    rows = tuple(row for one in _taken(plan) for row in _rows(one, "not printed"))
    return _table("amount", rows)


def _table(amount: str, rows: tuple[tuple[Cell, ...], ...]) -> tuple[Block, ...]:
    columns = ("ingredient", amount, "maker", "lot number", "expiry")
    return (Heading("Ingredients"), Table(columns, rows=rows))


def _taken(plan: Plan) -> Iterator[Ingredient]:
    for step in plan.steps:
        if isinstance(step, Count):
            powder = _weighed(plan, step.into)
            ground = tuple(f"{amount} of the powder" for amount in powder)
            yield Ingredient(step.what, (said(step.tablets), *ground), plan.stock.lots)
    for supply in plan.supplies:
        yield Ingredient(supply.material, _weighed(plan, supply.vessel), supply.lots)
    shells = write(plan.units, unit="shell")
    yield Ingredient(f"capsule shells, {plan.made.shell}", (shells,), ())


def _weighed(plan: Plan, vessel: str) -> tuple[str, ...]:
    """Each amount that is weighed out of a vessel, or about what topping up takes of it."""
    return tuple(
        said(step.amount) if isinstance(step, Weigh) else f"about {said(step.about)} to top up"
        for step in plan.steps
        if isinstance(step, Weigh | TopUp) and step.out_of == vessel
    )


def _rows(ingredient: Ingredient, amount: str) -> Iterator[tuple[Cell, ...]]:
    name = ingredient.name
    for lot in ingredient.lots or (None,):
        yield (name, amount, *_lot(lot))
        name, amount = "or also", ""


def _lot(lot: Lot | None) -> tuple[Cell, Cell, Cell]:
    if lot is None:
        return Box(), Box(), Box()
    expiry = lot.expiry.isoformat() if lot.expiry is not None else Box()
    return lot.maker or Box(), lot.number, expiry


def _grounds(plan: Plan) -> Facts:
    made = plan.made
    fill = _FILL.get(made.basis, made.basis)
    if made.net_fill is not None:
        fill = f"{said(made.net_fill)}, {fill}"
    return Facts(
        (
            Fact(plan.stock.material, value=_potency(plan)),
            Fact("Fill of a shell", value=fill),
        ),
        title="What the amounts rest on",
    )


def _potency(plan: Plan) -> str:
    stock = plan.stock
    active = counted(stock.active)
    text = f"{said(stock.potency)} {active}, {stock.rests_on}"
    if plan.potency == stock.potency:
        return text
    return f"{text}; under the policy it is weighed as {said(plan.potency)}"
