"""More units than one compounding makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ldn_compound.catalog import fact
from ldn_compound.model.ports import kinds_of
from ldn_compound.quantity.kinds import UnitCount
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="RX105",
    title="More units than one compounding usually makes",
    severity="warning",
    rationale="A nought too many makes 900 of 90. Very large numbers are manufacture, not "
    "compounding, and no mortar mixes them evenly. The limit is a judgement of this library. More "
    "capsules to spare than are ordered are no reserve for handling: one of the two is a slip.",
    bad="9000 capsules, where 90 were meant.",
    good="90 capsules.",
    remedy="Compare the quantity with the prescription; make a large order in several batches.",
    cites=("this-library",),
    version=2,
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
    form: Any = case.plan.order.form
    if "capsules" in kinds_of(form) and form.spare > form.quantity:
        most = f"{write(form.quantity, unit='capsule')} or fewer, as many as are ordered"
        yield Breach("order, spare", form.spare, most)
