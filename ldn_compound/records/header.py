"""What is made, how strong, how many, in what, when, by whose rules and on what instruments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import with_overage
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Encapsulate
from ldn_compound.quantity.origins import Derived
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Block, Box, Boxes, Fact, Facts, Paragraph
from ldn_compound.records.trail import ancestry, input_of
from ldn_compound.records.words import each, listed, said

AID = (
    "This is a calculation aid. A pharmacist verifies every result, and answers for what is "
    "compounded from it."
)


def title(plan: Plan) -> str:
    """The drug by its name, its strength and how many."""
    return f"Compounding worksheet: {plan.order.drug} {each(plan.strength)}, {said(plan.units)}"


def header(plan: Plan, *, status: str) -> tuple[Block, ...]:
    """The head of the sheet."""
    return (
        Facts((*_ordered(plan), *_made_with(plan), Fact("Status", value=status))),
        Boxes((Box("internal identification number"), Box("master formulation record"))),
        Paragraph(AID),
    )


def counted(name: str) -> str:
    """A substance as a strength counts it; the base is called so."""
    form = substance(name).form
    return f"{name} base" if form == "base" else name


def _ordered(plan: Plan) -> Iterator[Fact]:
    order = plan.order
    yield Fact("Drug", value=order.drug)
    yield Fact("Strength", value=said(plan.strength))
    yield Fact("Counted as", value=f"{each(plan.strength)} counts {counted(order.strength_as)}")
    if order.strength_as != plan.stock.active:
        as_source = f"{said(plan.strength_in_source)} of {counted(plan.stock.active)}"
        yield Fact("In the source's terms", value=as_source)
    overage = next(_overages(plan), None)
    if overage is not None:
        yield Fact("Overage", value=f"{overage} more active in every capsule")
    yield Fact("Quantity", value=_quantity(plan))
    if order.avoid:
        yield Fact("Must not contain", value=listed(order.avoid))


def _quantity(plan: Plan) -> str:
    form = plan.order.form
    if not isinstance(form, Capsules) or form.spare.is_zero:
        return said(plan.units)
    return f"{said(form.quantity)}, and {said(form.spare)} to spare: {said(plan.units)} are made"


def _overages(plan: Plan) -> Iterator[str]:
    for amount in ancestry((plan.active,)):
        match amount.origin:
            case Derived(equation=equation) if equation.name == with_overage.name:
                part = input_of(amount, "overage")
                yield said(part) if part is not None else equation.line


def _made_with(plan: Plan) -> Iterator[Fact]:
    shell = plan.made.shell
    yield Fact("Shell", value=f"size {shell.size}, {said(shell.volume)} ({shell.maker} table)")
    yield Fact("Capsule machine", value=_machine(plan))
    yield Fact("Balance", value=_balance(plan.bench.balance))
    if plan.bench.assumed:
        assumed = listed(plan.bench.assumed)
        yield Fact("Assumed bench", value=f"nobody described the {assumed}: the usual is taken")
    yield Fact("Date of compounding", value=plan.on.isoformat())
    yield Fact("Policy, library", value=f"{plan.policy.name}, ldn_compound {plan.version}")


def _machine(plan: Plan) -> str:
    runs = tuple(said(step.units) for step in plan.steps if isinstance(step, Encapsulate))
    even = [f"{len(tuple(same))} × {units}" for units, same in groupby(runs)]
    word = "run" if len(runs) == 1 else "runs"
    holes = write(plan.bench.machine.holes, unit="hole")
    return f"{holes}; {len(runs)} {word}: {listed(tuple(even))}"


def _balance(balance: Balance) -> str:
    return (
        f"reads {said(balance.readability)}, weighs from {said(balance.minimum)} (by its "
        f"{balance.basis.replace('_', ' ')}) to {said(balance.capacity)}, "
        f"may be off by {said(balance.error)}"
    )
