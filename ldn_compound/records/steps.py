"""What is done at the bench: a numbered step for each of the plan's, and what is written down."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ldn_compound.catalog import fact
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import (
    BringTo,
    Comminute,
    Count,
    Encapsulate,
    Inspect,
    MeasureOut,
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
from ldn_compound.records.measured import bring_to, measure_out, weigh
from ldn_compound.records.sheet import Box, Item, Numbered, Table
from ldn_compound.records.words import counted, each, listed, said, vessel
from ldn_compound.rules.review import Review


def steps(review: Review) -> Numbered:
    """The plan's steps, in its order and with its numbers, each naming what was found of it."""
    return Numbered(
        tuple(
            _pointed(_item(step, review), codes=_found(review, number))
            for number, step in enumerate(review.plan.steps, start=1)
        )
    )


def _found(review: Review, number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in review.findings if one.step == number))


def _pointed(item: Item, *, codes: tuple[str, ...]) -> Item:
    if not codes:
        return item
    return replace(item, lines=(*item.lines, f"See {listed(codes)} among the findings."))


def _item(step: Step, review: Review) -> Item:
    plan = review.plan
    match step:
        case Count():
            item = _count(step, plan)
        case Comminute():
            item = _comminute(step)
        case Sieve():
            item = Item(f"Sieve: pass all that is in {vessel(step.vessel)} through {step.through}.")
        case Weigh():
            item = weigh(step, plan)
        case MeasureOut():
            item = measure_out(step, plan)
        case BringTo():
            item = bring_to(step, plan)
        case Mix():
            item = _mix(step)
        case TopUp():
            item = top_up(step)
        case Encapsulate():
            item = encapsulate(step, review)
        case Inspect():
            item = inspect(step)
        case Package():
            item = package(step, plan)
        case _:
            assert_never(step)
    return item


def _count(step: Count, plan: Plan) -> Item:
    return Item(
        f"Count {said(step.tablets)} ({step.what}) into {vessel(step.into)}.",
        lines=(
            f"A tablet is taken to weigh {each(step.weight)} on average and to "
            f"hold {each(step.strength)} of {counted(plan.stock.active)}.",
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


def _mix(step: Mix) -> Item:
    into = vessel(step.vessel)
    if not step.added:
        return Item(f"Mix all that is in {into} until it is even.", boxes=(Box("mixed"),))
    if len(step.portions) < 2:
        return Item(
            f"Mix all that is in {vessel(step.added)} into {into} until it is even.", boxes=CHECKS
        )
    return Item(
        f"Mix by geometric dilution: all that is in {vessel(step.added)} goes into {into} "
        f"in {len(step.portions)} portions.",
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
