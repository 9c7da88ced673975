"""A preparation made before that is past its beyond-use date on the day of compounding."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD701",
    title="What was made before is past its beyond-use date",
    severity="error",
    rationale="A trituration or stock solution from the shelf, or a vehicle made last week, binds "
    "what is made of it: nothing may be made of one that may no longer be used itself.",
    bad="Capsules of 1 December from a trituration to be used by 30 November.",
    good="A trituration that may be used on the day of compounding and after it.",
    remedy="Make it anew, or take the tablets or the powder itself.",
    cites=("usp-795-2023-dating", "california-1735-2"),
    of="lots stated",
    absolute=True,
)
def preparation_past_its_date(case: Case) -> Iterator[Breach]:
    day = case.plan.on
    for what, of_it in case.plan.lots:
        for lot in of_it:
            if lot.beyond_use is not None and lot.beyond_use < day:
                yield Breach(
                    f"{what}, lot {lot.number}",
                    f"beyond-use date {lot.beyond_use}",
                    f"{day} or later",
                )
