"""A packing statistic of too few shells."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.forms.capsules import Capsules
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="CAP403",
    title="The packing statistic is of too few shells",
    severity="warning",
    rationale="One shell packed by hand is 5 % off the next; the mean of five or more is what the "
    "method asks for.",
    bad="2 shells packed with cellulose.",
    good="10 shells packed with cellulose.",
    remedy="Pack and weigh more shells, and state how many.",
    cites=("erickson-2008",),
    of="measured fill",
)
def few_shells_packed(case: Case) -> Iterator[Breach]:
    form = case.plan.order.form
    if not isinstance(form, Capsules) or form.fill.kind != "measured":
        return
    fewest = fact("measured_fill_shells").number
    packings = {"diluent": form.fill.diluent, "powder": form.fill.powder}
    for of, packed in packings.items():
        if packed is not None and packed.shells.base < fewest:
            yield Breach(
                f"measured fill, {of}",
                write(packed.shells, unit="shell"),
                f"{fewest} shells or more",
            )
