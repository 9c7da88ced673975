"""The calculations with their working, each as one line that a second person can do again."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.outcome import Outcome, RunOutcome
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Working
from ldn_compound.records.trail import Worked, ancestry, input_of, workings
from ldn_compound.records.words import listed, said, unit_word


class Result(NamedTuple):
    """An amount of the sheet, what it is there, and the amounts whose working is shown with it."""

    name: str
    amount: Amount
    behind: tuple[Amount, ...]


def calculations(plan: Plan, outcome: Outcome) -> tuple[Block, ...]:
    """Every calculation once, under the first result that needs it."""
    unit = unit_word(plan)
    results = (*_planned(plan), *_held(outcome, unit))
    every = (amount for result in results for amount in result.behind)
    lines = {id(amount): worked for amount, worked in workings(every, unit=unit)}
    told: set[Worked] = set()
    groups: list[Block] = []
    for name, amount, behind in results:
        new = dict.fromkeys(lines[id(one)] for one in behind if id(one) in lines)
        rows = tuple(Fact(one.meaning, value=one.line) for one in new if one not in told)
        told.update(new)
        if rows:
            groups.append(Facts(rows, title=f"{name}: {said(amount, unit=unit)}"))
    return (Heading("Calculations"), *groups)


def _planned(plan: Plan) -> Iterator[Result]:
    """What is wanted and measured; the material that carries the active comes first."""
    yield _result("Active wanted", plan.active)
    measured = tuple(_measured(plan))
    if all(result.amount != plan.taken for result in measured):
        yield _result(f"All of the {plan.stock.material}", plan.taken)
    yield from sorted(measured, key=lambda result: result.amount != plan.taken)
    if isinstance(plan.made, Filling) and plan.made.net_fill is not None:
        yield _result("Net fill", plan.made.net_fill)


def _measured(plan: Plan) -> Iterator[Result]:
    for number, step in enumerate(plan.steps, start=1):
        match step.verb:
            case "count":
                yield _result(f"Step {number}, count tablets", step.tablets)
            case "weigh":
                yield _result(f"Step {number}, weigh {step.what}", step.amount)
            case "measure":
                yield _result(f"Step {number}, measure {step.what}", step.volume)
            case "bring_to":
                yield _result(f"Step {number}, bring to", step.volume)
            case "top_up":
                yield _result(f"Step {number}, top up, about", step.about)


def _result(name: str, amount: Amount) -> Result:
    return Result(name, amount, ancestry((amount,)))


def _held(outcome: Outcome, unit: str) -> Iterator[Result]:
    """What a unit holds by the dry run: in full for the first runs, then where it differs."""
    alike: dict[Amount, list[RunOutcome]] = {}
    for run in outcome.runs:
        alike.setdefault(run.active, []).append(run)
    for first, *more in alike.values():
        numbers = listed(tuple(str(run.run) for run in (first, *more)))
        name = f"Content of a {unit} by the dry run, run{'s' if more else ''} {numbers}"
        behind = ancestry((first.active, first.part))
        if first.run > 1:
            content = input_of(first.active, "content")
            behind = (*(() if content is None else (content,)), first.active, first.part)
        yield Result(name, first.active, behind)


def appendix(plan: Plan) -> tuple[Block, ...]:
    """Where the material and the diluent weighed came from, back to what was stated or cited."""
    weighed = {
        step.what: step.amount
        for step in plan.steps
        if isinstance(step, Weigh) and (step.what == plan.stock.material or not step.carries_active)
    }
    named: dict[str, Amount] = {plan.stock.material: plan.taken, **weighed}
    return (
        Heading("Appendix: where the amounts come from"),
        *(
            Working(explain(amount, name=what, unit=unit_word(plan)), title=what.capitalize())
            for what, amount in named.items()
        ),
    )
