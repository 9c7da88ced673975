"""What each unit will hold by the dry run, at best and at worst, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.everyday import total
from ldn_compound.model.outcome import Outcome, Remainder, RunOutcome
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Mix
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Paragraph, Table
from ldn_compound.records.words import counted, listed, said, unit_word, vessel


def contents(plan: Plan, outcome: Outcome) -> tuple[Block, ...]:
    """The dry run's result."""
    unit = unit_word(plan)
    last = ("net fill",) if isinstance(plan.made, Filling) else ()
    columns = ("run", f"{unit}s", counted(plan.stock.active), "of strength", "at worst", *last)
    return (
        Heading(f"What each {unit} holds"),
        Table(columns, rows=tuple(_run(run, plan) for run in outcome.runs)),
        Paragraph(
            f"Rests on: {outcome.rests_on}. Allowed: {plan.policy.content} of strength. At "
            "worst: every measurement off by what its instrument may be off, all at once."
        ),
        *_left_over(plan, outcome),
    )


def _run(run: RunOutcome, plan: Plan) -> tuple[str, ...]:
    unit = unit_word(plan)
    part, low, high = (
        said(plan.policy.content.rounded(one)) for one in (run.part, run.lowest, run.highest)
    )
    held = (
        str(run.run),
        said(run.units, unit=unit),
        said(run.active, unit=unit),
        part,
        f"{low} to {high}",
    )
    match plan.made:
        case Filling(net_fill=None):
            return (*held, f"about {said(run.net_fill)}")
        case Filling():
            return (*held, said(run.net_fill))
        case _:
            return held


def _left_over(plan: Plan, outcome: Outcome) -> Iterator[Block]:
    shared = {step.vessel for step in plan.before if isinstance(step, Mix)}
    rows = tuple(_remainder(one, plan) for one in outcome.left_over if one.vessel not in shared)
    if rows:
        yield Facts(rows, title="Left over at the end")
    if shared:
        yield Paragraph(
            f"What is left of the shared {plan.stock.material} is for the kit's other strengths: "
            "its own sheet says how much each takes."
        )


def _remainder(remainder: Remainder, plan: Plan) -> Fact:
    masses = tuple(one.mass for one in remainder.constituents)
    drug = tuple(
        f"{said(one.mass)} {counted(one.name)}"
        for one in remainder.constituents
        if one.name == plan.stock.active
    )
    holding = f", with {listed(drug)}" if drug else ""
    return Fact(f"In {vessel(remainder.vessel)}", value=f"{said(total(*masses))}{holding}")
