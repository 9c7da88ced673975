"""A liquid of which nobody knows whether it is preserved."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.liquid import Liquid
from ldn_compound.model.stock import Solid
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ508",
    title="Whether it is preserved is not known",
    severity="warning",
    rationale="A preserved aqueous liquid and one that is not keep for different times, and "
    "published descriptions of a vehicle contradict each other. A stock solution in water thins "
    "what preserves a bought vehicle, and nobody tested whether what is left is enough.",
    bad="SyrSpend SF PH4 taken as preserved because one paper says so.",
    good="preserved = false, as the container's label says.",
    remedy="Read the container's label, and state preserved = true or false.",
    cites=("usp-795-2023-dating", "ijpc-syrspend-2025"),
    of="liquids",
    version=2,
)
def preservation_unknown(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is None or made.preserved != "unknown":
        return
    if made.entry.preserved == "yes":
        yield _thinned(made.entry.name, case.plan.stock)
        return
    note = made.entry.note
    yield Breach("vehicle", f"{made.vehicle}{f' ({note})' if note else ''}", _EITHER)


def _thinned(vehicle: str, stock: Solid | Liquid) -> Breach:
    stated = stock.solvent if isinstance(stock, Liquid) else ""
    solvent = stated or "a solvent that nobody stated"
    return Breach(
        "vehicle",
        f"{vehicle}, diluted with {solvent}, the solvent of {stock.material}",
        _EITHER,
        remedy=f"Dissolve the drug in {vehicle} itself, or take a vehicle made in house, whose "
        "preservative is weighed for the whole volume; or state what a shelf preparation was "
        "diluted_with, or preserved = true or false, where it is known.",
    )


_EITHER = "preserved, or not preserved"
