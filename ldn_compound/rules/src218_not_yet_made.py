"""A shelf preparation that is made after the day on which it is used."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.ports import kinds_of
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC218",
    title="The shelf preparation is not made yet",
    severity="error",
    rationale="What is on the shelf was made before, or on the day itself. A later date is of "
    "another batch or a slip of the pen, and then its beyond-use date and its potency may be too.",
    bad="A trituration made on 2 December 2026, weighed on 1 December 2026.",
    good="A trituration made on 1 October 2026, weighed on 1 December 2026.",
    remedy="Compare its number, its dates and the day of compounding with its label and record.",
    cites=("this-library",),
    of="prepared",
)
def not_yet_made(case: Case) -> Iterator[Breach]:
    source, day = case.plan.origin, case.plan.on
    if "prepared" in kinds_of(source) and source.made > day:
        yield Breach(
            f"source, {source.name}, number {source.number}",
            f"made on {source.made}",
            f"{day} or before",
        )
