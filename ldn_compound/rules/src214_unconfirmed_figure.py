"""An amount that rests on a figure nobody confirmed in a source."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Cited
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.rules.trail import amounts, ancestry


@rule(
    code="SRC214",
    title="An unconfirmed figure decides an amount",
    severity="note",
    rationale="Some figures of the catalogue are judgements of this library, or were read in one "
    "place only. Whoever compounds should know which amounts rest on them.",
    bad="The diluent weighed by a tapped density that was read for another blend.",
    good="The diluent weighed by the net fill that this house measured.",
    remedy="State a figure of your own where you have one: a measured fill, or the policy's.",
    cites=("this-library",),
)
def unconfirmed_figure(case: Case) -> Iterator[Breach]:
    seen: set[int] = set()
    told: set[Cited] = set()
    for number, amount in _deciding(case):
        for one in ancestry(amount, seen=seen):
            cited = one.origin
            if isinstance(cited, Cited) and not cited.confirmed and cited not in told:
                told.add(cited)
                yield Breach(
                    cited.entry, f"{write(one)}, unconfirmed", "confirmed in a source", number
                )


def _deciding(case: Case) -> Iterator[tuple[int | None, Amount]]:
    """Each amount of a step, with the step's number; then the plan's own."""
    plan = case.plan
    for number, step in enumerate(plan.steps, start=1):
        for amount in amounts(step):
            yield number, amount
    for amount in amounts((plan.active, plan.potency, plan.wanted, plan.taken, plan.made)):
        yield None, amount
