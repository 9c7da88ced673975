"""What the sheet takes for granted, what no source confirms, what it cites, and which rules ran."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact, reference
from ldn_compound.errors import CatalogError
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Mix, Sieve
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Cited, Derived
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Paragraph
from ldn_compound.records.trail import ancestry
from ldn_compound.records.words import said, unit_word
from ldn_compound.rules.review import Review


def grounds(review: Review) -> tuple[Block, ...]:
    """Assumptions, facts that are not confirmed, sources, rules."""
    amounts = ancestry(_amounts(review))
    assumed = (Fact("Assumed", value=one) for one in review.plan.assumptions)
    doubts = tuple(
        dict.fromkeys(
            (*assumed, *_unconfirmed(amounts, unit_word(review.plan)), *_practices(review.plan))
        )
    )
    return (
        Heading("What this rests on"),
        *(
            (Facts(doubts, title="Assumptions, and facts that no source confirms"),)
            if doubts
            else ()
        ),
        Facts(tuple(_sources(amounts, review)), title="Sources cited"),
        Paragraph(f"Rules run: {_rules(review)}."),
    )


def _rules(review: Review) -> str:
    by_version: dict[int, list[str]] = {}
    for rule in review.rules:
        by_version.setdefault(rule.version, []).append(rule.code)
    return "; ".join(f"{', '.join(codes)} (version {at})" for at, codes in by_version.items())


def _amounts(review: Review) -> Iterator[Amount]:
    """Every amount that the sheet prints or decides by."""
    plan, balance = review.plan, review.plan.bench.balance
    yield from (plan.active, plan.taken, balance.minimum, balance.error)
    if isinstance(plan.made, Filling):
        yield plan.made.shell.volume
    for step in plan.steps:
        yield from (value for _, value in step if isinstance(value, Amount))
    for run in review.outcome.runs:
        yield from (run.active, run.part, run.highest, run.lowest, run.net_fill)


def _unconfirmed(amounts: tuple[Amount, ...], unit: str) -> Iterator[Fact]:
    for amount in amounts:
        match amount.origin:
            case Cited(entry=entry, cites=cites, confirmed=False):
                text = f"{entry}: {said(amount, unit=unit)} [{', '.join(cites)}]"
                yield Fact("Not confirmed", value=text)
            case _:
                pass


def _practices(plan: Plan) -> Iterator[Fact]:
    """Practices whose wording the steps print."""
    mixed = any(isinstance(step, Mix) and step.portions for step in plan.steps)
    sieved = {step.through for step in plan.steps if isinstance(step, Sieve)}
    for name, used in (("mixing", mixed), ("sieve", fact("sieve").text in sieved)):
        practice = fact(name)
        if used and not practice.confirmed:
            said_of_it = f"{name}, {practice.says} [{', '.join(practice.cites)}]"
            yield Fact("Not confirmed", value=said_of_it)


def _sources(amounts: tuple[Amount, ...], review: Review) -> Iterator[Fact]:
    keys = {key for finding in review.findings for key in finding.cites}
    keys.update(key for limit in review.plan.beyond_use.limits for key in limit.cites)
    for amount in amounts:
        match amount.origin:
            case Cited(cites=cites):
                keys.update(cites)
            case Derived(equation=equation):
                keys.update(equation.cites)
            case _:
                pass
    for key in sorted(keys):
        try:
            yield Fact(key, value=str(reference(key)))
        except CatalogError:  # a house's rules and entries cite what only the house knows
            yield Fact(key, value="as the house states it; not in this library's catalogue")
