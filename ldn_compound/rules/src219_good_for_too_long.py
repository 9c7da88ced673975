"""A lot that would be good for longer than any is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Days
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC219",
    title="No lot is good for so long",
    severity="warning",
    rationale="2062 written for 2026 makes a lot good that is past its date, and 2016 for 2026 as "
    "the day of compounding does the same for every lot. A date years further off than makers give "
    "is read again; how far is a judgement of this library.",
    bad="Tablets that expire in October 2062, ground in December 2026.",
    good="Tablets that expire in October 2027, ground in December 2026.",
    remedy="Read the date on the label again, and compare the day of compounding.",
    cites=("this-library",),
    of="lots stated",
)
def good_for_too_long(case: Case) -> Iterator[Breach]:
    last = case.plan.on + _longest()
    for what, of_it in case.plan.lots:
        for lot in of_it:
            until = lot.until
            if until is not None and until > last:
                yield Breach(
                    f"{what}, lot {lot.number}",
                    f"good until {until}",
                    f"{last} or earlier (a judgement of this library)",
                )


@cache
def _longest() -> timedelta:
    return timedelta(days=int(fact("longest_shelf_life").amount(Days).base))
