"""What is done at the bench: a numbered step for each of the plan's, and what is written down."""

from __future__ import annotations

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
    if step.verb == "count":
        return count(step, plan, among=plan.steps)
    if step.verb == "comminute":
        return comminute(step)
    if step.verb == "sieve":
        return sieve(step, among=plan.steps)
    if step.verb == "weigh":
        return weigh(step, plan)
    if step.verb == "measure":
        return measure_out(step, plan)
    if step.verb == "bring_to":
        return bring_to(step, plan)
    if step.verb == "mix":
        return mix(step)
    if step.verb == "top_up":
        return top_up(step, plan)
    if step.verb == "encapsulate":
        return encapsulate(step, review)
    if step.verb == "inspect":
        return inspect(step, plan)
    return package(step, plan)
