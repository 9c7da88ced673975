"""A lot that is past its date on the day of compounding."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC204",
    title="The lot is past its date",
    severity="error",
    rationale="Nobody vouches for a component after its last day, and no preparation may be used "
    "longer than its components.",
    bad="Tablets that expire on 30 November 2026, ground on 1 December 2026.",
    good="A lot that may be used on the day of compounding and after it.",
    remedy="Take a lot that is in date.",
    cites=("usp-795-2023",),
    of="lots stated",
    absolute=True,
)
def past_its_date(case: Case) -> Iterator[Breach]:
    day = case.plan.on
    for what, of_it in case.plan.lots:
        for lot in of_it:
            if lot.expiry is not None and lot.expiry < day:
                yield Breach(
                    f"{what}, lot {lot.number}", f"expires {lot.expiry}", f"{day} or later"
                )
