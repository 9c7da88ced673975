"""What is done at the bench: a numbered step for each of the plan's, and what is written down."""

from __future__ import annotations

from typing import assert_never

from ldn_compound.model.steps import Step
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
    match step.verb:
        case "count":
            item = count(step, plan, among=plan.steps)
        case "comminute":
            item = comminute(step)
        case "sieve":
            item = sieve(step, among=plan.steps)
        case "weigh":
            item = weigh(step, plan)
        case "measure":
            item = measure_out(step, plan)
        case "bring_to":
            item = bring_to(step, plan)
        case "mix":
            item = mix(step)
        case "top_up":
            item = top_up(step, plan)
        case "encapsulate":
            item = encapsulate(step, review)
        case "inspect":
            item = inspect(step, plan)
        case "package":
            item = package(step, plan)
        case verb:
            assert_never(verb)
    return item
