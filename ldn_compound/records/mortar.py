"""The steps in the mortar: count tablets into it, comminute, mix by geometric dilution."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.model.steps import Comminute, Count, Mix, Sieve, Step
from ldn_compound.quantity.kinds import Mass
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.sheet import Box, Item, Table
from ldn_compound.records.words import Work, counted, each, said, vessel


def count(step: Count, plan: Work) -> Item:
    """Tablets, and what each is taken to weigh and hold."""
    return Item(
        f"Count {said(step.tablets)} ({step.what}) into {vessel(step.into)}.",
        lines=(
            f"A tablet is taken to weigh {each(step.weight)} on average and to "
            f"hold {each(step.strength)} of {counted(plan.stock.active)}.",
        ),
        boxes=(Box("counted"), *CHECKS),
    )


def comminute(step: Comminute) -> Item:
    """Until all passes the sieve, or until the coat is off, which the sieve then holds back."""
    if step.coat == "ground in":
        how = "Grind the coat in: what stays on the sieve is ground again, nothing is discarded."
        return Item(
            f"Comminute in {vessel(step.vessel)} until ALL of it passes the sieve.", lines=(how,)
        )
    return Item(f"Comminute in {vessel(step.vessel)} until the coat comes off.")


def sieve(step: Sieve, *, among: tuple[Step, ...]) -> Item:
    """All of it, through; or all but the coat, where that is removed."""
    text = f"Sieve: pass all that is in {vessel(step.vessel)} through {step.through}"
    if not any(isinstance(one, Comminute) and _coat_removed(one, step) for one in among):
        return Item(f"{text}.")
    return Item(
        f"{text}, but for the coat: discard what of it stays on the sieve.",
        lines=("The potency rests on the powder that passes; weigh and record it.",),
        boxes=(Box("powder that passed", unit=Mass.unit), Box("coat discarded", unit=Mass.unit)),
    )


def _coat_removed(ground: Comminute, step: Sieve) -> bool:
    return ground.coat == "removed" and ground.vessel == step.vessel


def mix(step: Mix) -> Item:
    """Geometric dilution with its portions, or an even blend."""
    into = vessel(step.vessel)
    if not step.added:
        return Item(f"Mix all that is in {into} until it is even.", boxes=(Box("mixed"),))
    if len(step.portions) < 2:
        return Item(
            f"Mix all that is in {vessel(step.added)} into {into} until it is even.", boxes=CHECKS
        )
    return Item(
        f"Mix by geometric dilution: all that is in {vessel(step.added)} goes into {into} "
        f"in {len(step.portions)} portions.",
        lines=(
            f"To begin, {fact('mixing').text}.",
            "The portions are judged by eye, not weighed.",
        ),
        table=_portions(step.portions),
    )


def _portions(portions: tuple[Mass, ...]) -> Table:
    *first, last = (f"about {said(portion)}" for portion in portions)
    amounts = (*first, f"all that remains, {last}")
    return Table(
        ("portion", "diluent", "mixed"),
        rows=tuple((str(number), amount, Box()) for number, amount in enumerate(amounts, start=1)),
    )
