"""A liquid that is said to be preserved, in a vehicle that is not."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ514",
    title="Said to be preserved, and its vehicle is not",
    severity="error",
    rationale="A preserved aqueous liquid is dated later than one that is not. No preservative of "
    "the vehicle's formula preserves this one, and none is weighed in.",
    bad="Purified water with preserved = true.",
    good="A vehicle of the house's own, with its preservative among the parts.",
    remedy="Leave preserved out; or state the vehicle as it is made, with its preservative.",
    cites=("usp-795-2023-dating",),
    of="liquids",
)
def stated_as_preserved(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is not None and made.preserved == "yes" and made.entry.preserved == "no":
        yield Breach(
            "vehicle",
            f"preserved = true, and {made.entry.name} is not",
            "a vehicle that is preserved",
        )
