"""More units than one compounding makes."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import UnitCount
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX105",
    title="More units than one compounding usually makes",
    severity="warning",
    rationale="A nought too many makes 900 of 90. Very large numbers are manufacture, not "
    "compounding, and no mortar mixes them evenly. The limit is a judgement of this library.",
    bad="9000 capsules, where 90 were meant.",
    good="90 capsules.",
    remedy="Compare the quantity with the prescription; make a large order in several batches.",
    cites=("this-library",),
)
def beyond_a_batch(case: Case) -> Iterator[Breach]:
    largest = fact("largest_batch").amount(UnitCount)
    units = case.plan.units
    if units > largest:
        yield Breach(
            "order, quantity",
            units,
            f"{write(largest, unit='capsule')} or fewer (a judgement of this library)",
        )
