"""What is done at the bench, one numbered step for each of the plan's, with what is written down."""

from __future__ import annotations

from typing import assert_never

from ldn_compound.catalog import fact
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import (
    Comminute,
    Count,
    Encapsulate,
    Inspect,
    Mix,
    Package,
    Sieve,
    Step,
    TopUp,
    Weigh,
)
from ldn_compound.quantity.kinds import Mass
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.filled import encapsulate, inspect, package, top_up
from ldn_compound.records.sheet import Box, Item, Numbered, Table
from ldn_compound.records.words import each, said, unit_of, vessel


def steps(plan: Plan) -> Numbered:
    """The plan's steps, in its order and with its numbers."""
    return Numbered(tuple(_item(step, plan) for step in plan.steps))


def _item(step: Step, plan: Plan) -> Item:
    match step:
        case Count():
            item = _count(step)
        case Comminute():
            item = _comminute(step)
        case Sieve():
            item = Item(f"Sieve: pass all that is in {vessel(step.vessel)} through {step.through}.")
        case Weigh():
            item = _weigh(step, plan)
        case Mix():
            item = _mix(step)
        case TopUp():
            item = top_up(step)
        case Encapsulate():
            item = encapsulate(step, plan)
        case Inspect():
            item = inspect(step)
        case Package():
            item = package(step, plan)
        case _:
            assert_never(step)
    return item


def _count(step: Count) -> Item:
    return Item(
        f"Count {said(step.tablets)} ({step.what}) into {vessel(step.into)}.",
        lines=(
            f"A tablet is taken to weigh {each(step.weight)} on average and to "
            f"hold {each(step.strength)} of drug.",
        ),
        boxes=(Box("counted"), *CHECKS),
    )


def _comminute(step: Comminute) -> Item:
    if step.coat == "ground in":
        how = "Grind the coat in: what stays on the sieve is ground again, nothing is discarded."
        return Item(
            f"Comminute in {vessel(step.vessel)} until ALL of it passes the sieve.", lines=(how,)
        )
    how = "The potency rests on the powder that passes; weigh and record it."
    return Item(
        f"Comminute in {vessel(step.vessel)} until the coat comes off; discard the coat that stays "
        "on the sieve.",
        lines=(how,),
        boxes=(Box("powder that passed", unit=Mass.unit), Box("coat discarded", unit=Mass.unit)),
    )


def _weigh(step: Weigh, plan: Plan) -> Item:
    balance = plan.bench.balance
    decides = "This weighing decides the dose. " if step.carries_active else ""
    unit = unit_of(step.amount)
    return Item(
        f"Weigh {said(step.amount)} of {_material(step, plan)} out of {vessel(step.out_of)} into "
        f"{vessel(step.into)}.",
        lines=(
            f"{decides}Read to {said(balance.readability)}; the balance may be off by "
            f"{said(balance.error)}.",
        ),
        boxes=(Box("tare", unit=unit), Box("weighed", unit=unit), *CHECKS),
    )


def _material(step: Weigh, plan: Plan) -> str:
    """What is weighed, by the name on its jar."""
    supplied = next((one.material for one in plan.supplies if one.vessel == step.out_of), step.what)
    return supplied if supplied == step.what else f"{supplied} ({step.what})"


def _mix(step: Mix) -> Item:
    into = vessel(step.vessel)
    if not step.added:
        return Item(f"Mix what is in {into} again until it is even.", boxes=(Box("mixed"),))
    if len(step.portions) < 2:
        return Item(f"Mix all of {vessel(step.added)} into {into} until it is even.", boxes=CHECKS)
    return Item(
        f"Mix by geometric dilution: all of {vessel(step.added)} goes into {into}, in "
        f"{len(step.portions)} portions.",
        lines=(
            f"To begin, {fact('mixing').text}.",
            "The portions are judged by eye, not weighed.",
        ),
        table=_portions(step.portions),
    )


def _portions(portions: tuple[Mass, ...]) -> Table:
    *first, last = (f"about {said(portion)}" for portion in portions)
    amounts = (*first, f"all that remains, {last}")
    return Table(
        ("portion", "diluent", "mixed"),
        rows=tuple((str(number), amount, Box()) for number, amount in enumerate(amounts, start=1)),
    )
