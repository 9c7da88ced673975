"""What is done at the bench: a numbered step for each of the plan's, and what is written down."""

from __future__ import annotations

from typing import assert_never

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
from ldn_compound.records.filled import encapsulate, inspect, package, top_up
from ldn_compound.records.measured import bring_to, measure_out, weigh
from ldn_compound.records.mortar import comminute, count, mix, sieve
from ldn_compound.records.sheet import Item, Numbered
from ldn_compound.records.words import listed
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
    return item._replace(lines=(*item.lines, f"See {listed(codes)} among the findings."))


def _item(step: Step, review: Review) -> Item:
    plan = review.plan
    match step:
        case Count():
            item = count(step, plan, among=plan.steps)
        case Comminute():
            item = comminute(step)
        case Sieve():
            item = sieve(step, among=plan.steps)
        case Weigh():
            item = weigh(step, plan)
        case MeasureOut():
            item = measure_out(step, plan)
        case BringTo():
            item = bring_to(step, plan)
        case Mix():
            item = mix(step)
        case TopUp():
            item = top_up(step, plan)
        case Encapsulate():
            item = encapsulate(step, review)
        case Inspect():
            item = inspect(step, plan)
        case Package():
            item = package(step, plan)
        case _:
            assert_never(step)
    return item
