"""The calculations with their working, each as one line that a second person can do again."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Count, TopUp, Weigh
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Working
from ldn_compound.records.trail import ancestry, workings
from ldn_compound.records.words import UNIT, said

Result = tuple[str, Amount]
"""An amount of the sheet, and what it is there."""


def calculations(plan: Plan, outcome: Outcome) -> tuple[Block, ...]:
    """Every calculation once, under the first result that needs it."""
    results = tuple(_results(plan, outcome))
    lines = {id(amount): one for amount, one in workings(amount for _, amount in results)}
    told: set[object] = set()
    groups: list[Block] = []
    for name, result in results:
        new = {lines[id(one)]: None for one in ancestry((result,)) if id(one) in lines}
        rows = tuple(Fact(one.meaning, value=one.line) for one in new if one not in told)
        told.update(new)
        if rows:
            groups.append(Facts(rows, title=f"{name}: {said(result)}"))
    return (Heading("Calculations"), *groups)


def _results(plan: Plan, outcome: Outcome) -> Iterator[Result]:
    yield "Active wanted", plan.active
    yield from sorted(_measured(plan), key=lambda result: result[1] is not plan.taken)
    if plan.made.net_fill is not None:
        yield "Net fill", plan.made.net_fill
    for run in outcome.runs:
        yield f"Content of a capsule of run {run.run}, by the dry run", run.active
        yield f"Of the strength, run {run.run}", run.part


def _measured(plan: Plan) -> Iterator[Result]:
    for number, step in enumerate(plan.steps, start=1):
        match step:
            case Count():
                yield f"Step {number}, count tablets", step.tablets
            case Weigh():
                yield f"Step {number}, weigh {step.what}", step.amount
            case TopUp():
                yield f"Step {number}, top up, about", step.about
            case _:
                pass


def appendix(plan: Plan) -> tuple[Block, ...]:
    """Where the weighed powder and the diluent came from, back to what was stated or cited."""
    weighed = {
        step.what: step.amount
        for step in plan.steps
        if isinstance(step, Weigh) and (step.amount is plan.taken or not step.carries_active)
    }
    return (
        Heading("Appendix: where the amounts come from"),
        *(
            Working(explain(amount, name=what, unit=UNIT), title=what.capitalize())
            for what, amount in weighed.items()
        ),
    )
