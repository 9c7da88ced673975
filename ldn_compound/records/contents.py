"""What each capsule will hold by the dry run, at best and at worst, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.everyday import total
from ldn_compound.model.outcome import Outcome, Remainder, RunOutcome
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.amount import Amount
from ldn_compound.records.header import counted
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Notice, Paragraph, Table
from ldn_compound.records.words import listed, said


def contents(plan: Plan, outcome: Outcome) -> tuple[Block, ...]:
    """The dry run's result."""
    active = counted(plan.stock.active)
    return (
        Heading("What each capsule holds"),
        *_short(outcome),
        Table(
            ("run", "capsules", active, "of strength", "worst case of the weighings", "net fill"),
            rows=tuple(_run(run, plan) for run in outcome.runs),
        ),
        Paragraph(
            f"Rests on: {outcome.rests_on}. Allowed: {plan.policy.content} of strength. The worst "
            "case has every weighing off by what the balance may be off, all at once."
        ),
        *_left_over(plan, outcome),
    )


def _run(run: RunOutcome, plan: Plan) -> tuple[str, ...]:
    part, low, high = (
        said(plan.policy.content.rounded(one)) for one in (run.part, run.lowest, run.highest)
    )
    return (
        str(run.run),
        said(run.units),
        said(run.active),
        part,
        f"{low} to {high}",
        f"{'about ' if plan.made.net_fill is None else ''}{said(run.net_fill)}",
    )


def _short(outcome: Outcome) -> Iterator[Block]:
    for one in outcome.shortages:
        yield Notice(
            f"SHORT: step {one.step} wants {said(one.wanted)} from the {one.vessel}; "
            f"{said(one.short)} of it is not there"
        )


def _left_over(plan: Plan, outcome: Outcome) -> Iterator[Block]:
    rows = tuple(_remainder(one, plan) for one in outcome.left_over)
    if rows:
        yield Facts(rows, title="Left over at the end")


def _remainder(remainder: Remainder, plan: Plan) -> Fact:
    masses = tuple(one.mass for one in remainder.constituents)
    drug = tuple(
        f"{said(one.mass)} {counted(one.name)}"
        for one in remainder.constituents
        if one.name == plan.stock.active
    )
    holding = f", with {listed(drug)}" if drug else ""
    return Fact(f"In the {remainder.vessel}", value=f"{said(total(*masses))}{holding}")
