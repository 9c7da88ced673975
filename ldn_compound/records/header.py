"""What is made, how strong, how many, in what, when, by whose rules and on what instruments."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.demand import with_overage
from ldn_compound.model.bench import Balance
from ldn_compound.model.decided import name_of
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import POLICIES, Policy
from ldn_compound.quantity.origins import Derived
from ldn_compound.records.dating import date_line
from ldn_compound.records.product import held_in, named, ordered
from ldn_compound.records.sheet import Block, Box, Boxes, Fact, Facts, Heading, Paragraph
from ldn_compound.records.trail import ancestry, input_of
from ldn_compound.records.words import listed, said, unit_word

AID = (
    "This is a calculation aid. A pharmacist verifies every result, and answers for what is "
    "compounded from it."
)


def title(plan: Plan) -> str:
    """The drug by its name, its strength and how much of it."""
    return f"Compounding worksheet: {plan.order.drug} {named(plan)}"


def header(plan: Plan, *, status: str) -> tuple[Block, ...]:
    """The head of the sheet."""
    return (
        Heading("Order and bench"),
        Facts(
            (
                Fact("Status", value=status),
                *_made(plan),
                *bench_facts(plan),
                *_dated(plan),
                *house_facts(plan),
            )
        ),
        Boxes((Box("internal identification number"), Box("master formulation record"))),
        Paragraph(AID),
    )


def _made(plan: Plan) -> Iterator[Fact]:
    yield Fact("Drug", value=plan.order.drug)
    yield from ordered(plan)
    for part in _overages(plan):
        yield Fact("Overage", value=f"{part} more active in every {unit_word(plan)}")
    if plan.order.avoid:
        yield Fact("Must not contain", value=listed(plan.order.avoid))
    yield from held_in(plan)


def _overages(plan: Plan) -> Iterator[str]:
    for amount in ancestry((plan.active,)):
        match amount.origin:
            case Derived(equation=equation) if equation.name == with_overage.name:
                part = input_of(amount, "overage")
                yield said(part) if part is not None else equation.line


def bench_facts(plan: Plan) -> Iterator[Fact]:
    """The instruments, and the day."""
    yield Fact("Balance", value=_balance(plan.bench.balance))
    if plan.bench.assumed:
        assumed = listed(plan.bench.assumed)
        yield Fact("Assumed bench", value=f"nobody described the {assumed}: the usual is taken")
    yield Fact("Date of compounding", value=plan.on.isoformat())


def house_facts(plan: Plan) -> Iterator[Fact]:
    """By whose rules, and with which library."""
    yield Fact("Policy, library", value=f"{policy_named(plan.policy)}, ldn_compound {plan.version}")
    if plan.policy.severities:
        own = tuple(f"{code} {severity}" for code, severity in plan.policy.severities.items())
        yield Fact("Severities by the policy", value=listed(own))


def policy_named(policy: Policy) -> str:
    """Its name; one of the package's names stands for the package's decisions alone."""
    if policy.name not in POLICIES:
        return policy.name
    own = POLICIES[policy.name]()
    changed = (key for key in Policy.model_fields if getattr(policy, key) != getattr(own, key))
    return name_of(policy.name, changed=changed)


def _dated(plan: Plan) -> Iterator[Fact]:
    yield Fact("Beyond-use date", value=date_line(plan))


def _balance(balance: Balance) -> str:
    return (
        f"reads {said(balance.readability)}, weighs from {said(balance.minimum)} (by its "
        f"{balance.basis.replace('_', ' ')}) to {said(balance.capacity)}, "
        f"may be off by {said(balance.error)}"
    )
