"""A vehicle of which nobody knows whether it is preserved."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ508",
    title="Whether the vehicle is preserved is not known",
    severity="warning",
    rationale="A preserved aqueous liquid and one that is not keep for different times, and "
    "published descriptions of this vehicle contradict each other.",
    bad="SyrSpend SF PH4 taken as preserved because one paper says so.",
    good="preserved = false, as the container's label says.",
    remedy="Read the container's label, and state preserved = true or false.",
    cites=("usp-795-2023-dating", "ijpc-syrspend-2025"),
    of="liquids",
)
def preservation_unknown(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is not None and made.preserved == "unknown":
        note = made.entry.note
        yield Breach(
            "vehicle",
            f"{made.vehicle}{f' ({note})' if note else ''}",
            "preserved, or not preserved",
        )
