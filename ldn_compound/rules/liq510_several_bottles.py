"""More than one bottle holds."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ510",
    title="Several bottles are needed",
    severity="note",
    rationale="The largest usual bottle does not hold the volume. Each bottle needs its own label; "
    "a suspension is shared out while it is stirred, or the last bottle holds more drug.",
    bad="600 mL of a suspension poured into two bottles after it has settled.",
    good="600 mL stirred while two bottles are filled, both labelled.",
    remedy="Stir while filling, label every bottle, and store those not in use as stated.",
    cites=("this-library",),
    of="liquids",
)
def several_bottles(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is not None and made.bottles.base > 1:
        yield Breach(
            "container",
            f"{write(made.volume)} in {write(made.bottles, unit='bottle')} of {write(made.bottle)}",
            "one bottle",
        )
