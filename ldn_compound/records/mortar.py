"""The steps in the mortar: count tablets into it, comminute, mix by geometric dilution."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.equations.taking import ground
from ldn_compound.model.steps import Comminute, Count, Mix, Sieve, Step
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.rounding import Significant
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.sheet import Box, Item, Table
from ldn_compound.records.words import Work, counted, each, least_checked, said, unit_of, vessel

_COMPARED = Significant("for comparison", 3)
"""So finely that one tablet too many shows, and no more finely than tablets weigh alike."""


def count(step: Count, plan: Work, *, among: tuple[Step, ...]) -> Item:
    """Tablets, what each is taken to weigh and hold, and what they weigh together."""
    text = f"Count {said(step.tablets)} ({step.what}) into {vessel(step.into)}."
    weight, drug = each(step.weight), f"{each(step.strength)} of {counted(plan.stock.active)}"
    if _coat_removed(step.into, among):
        taken = f"Of a tablet {weight} are taken to pass the sieve, with {drug}."
        return Item(text, lines=(taken,), boxes=(Box("counted"), *CHECKS))
    taken = f"A tablet is taken to weigh {weight} on average and to hold {drug}."
    together = ground(tablets=step.tablets, weight=step.weight)
    if not least_checked(plan.bench) <= together <= plan.bench.balance.capacity:
        return Item(text, lines=(taken,), boxes=(Box("counted"), *CHECKS))
    about = _COMPARED(together)
    check = (
        f"Weigh them together before they are ground: about {said(about)}, or the count or the "
        "average weight is wrong."
    )
    boxes = (Box("counted"), Box("together", unit=unit_of(about)), *CHECKS)
    return Item(text, lines=(taken, check), boxes=boxes)


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
    if not _coat_removed(step.vessel, among):
        return Item(f"{text}.")
    about = "".join(
        f", about {said(_COMPARED(ground(tablets=one.tablets, weight=one.weight)))}"
        for one in among
        if isinstance(one, Count) and one.into == step.vessel
    )
    return Item(
        f"{text}, but for the coat: discard what of it stays on the sieve.",
        lines=(f"The potency rests on the powder that passes{about}; weigh and record it.",),
        boxes=(Box("powder that passed", unit=Mass.unit), Box("coat discarded", unit=Mass.unit)),
    )


def _coat_removed(mortar: str, among: tuple[Step, ...]) -> bool:
    return any(
        isinstance(one, Comminute) and one.coat == "removed" and one.vessel == mortar
        for one in among
    )


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
