"""A liquid that is said to be preserved, in a vehicle that is not."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.rules.avoidance import entry, ingredients_of
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ514",
    title="Said to be preserved, and its vehicle is not",
    severity="error",
    rationale="A preserved aqueous liquid is dated later than one that is not. No preservative of "
    "the vehicle's formula preserves this one, and none is weighed in. A vehicle of the house's "
    "own is judged by its parts or ingredients where the catalogue knows them all; one that it "
    "does not know may be a preservative, and is not doubted.",
    bad="Purified water with preserved = true; or glycerol and purified water as a vehicle with "
    "preserved = 'yes'.",
    good="A vehicle of the house's own, with its preservative among the parts.",
    remedy="Leave preserved out; or state the vehicle as it is made, with its preservative.",
    cites=("usp-795-2023-dating",),
    of="liquids",
    version=2,
)
def stated_as_preserved(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is None or made.preserved != "yes":
        return
    if made.entry.preserved == "no":
        yield Breach(
            "vehicle",
            f"preserved = true, and {made.entry.name} is not",
            "a vehicle that is preserved",
        )
    elif _unpreserved(made.entry):
        of_it = "parts" if made.entry.parts else "ingredients"
        yield Breach(
            "vehicle",
            f"{made.entry.name}, preserved: yes, and none of its {of_it} is a preservative",
            f"a preservative among its {of_it}",
            remedy="State the vehicle as it is made, with its preservative; or write "
            "preserved = 'no' of it.",
        )


def _unpreserved(of: VehicleEntry) -> bool:
    """Whether all that is in a vehicle is known, and nothing of that preserves it."""
    named = ingredients_of(of)
    if of.undisclosed or not named:
        return False
    # What is made of its parts holds nothing else; a label's words may name what its list does not.
    beside = (of.ad,) if of.parts else of.contains
    return not any(map(_may_preserve, (*named, *beside)))


def _may_preserve(name: str) -> bool:
    known = entry(name)
    if known is None:
        return True
    if isinstance(known, VehicleEntry):
        return known.preserved != "no"
    return (
        known.role == "preservative"
        or known.undisclosed
        or any(map(_may_preserve, known.ingredients))
    )
