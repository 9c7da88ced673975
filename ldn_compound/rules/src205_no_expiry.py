"""A component without a date."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC205",
    title="Nobody said until when it may be used",
    severity="note",
    rationale="Without the lot's date it was not judged whether the lot is in date, and it cannot "
    "limit the beyond-use date. The compounding record names lot and date of each component.",
    bad="A jar of cellulose with its lot number alone.",
    good="Lot 23-114, expiry 2027-06.",
    remedy="State the lot with its expiry, as its label gives it.",
    cites=("usp-795-2023",),
)
def no_expiry(case: Case) -> Iterator[Breach]:
    components = case.plan.lots
    without = [what for what, of_it in components if not of_it]
    if without:
        yield Breach("components", f"no lot stated of {', '.join(without)}", "a lot of each")
    for what, of_it in components:
        for lot in of_it:
            if lot.until is None:
                yield Breach(
                    f"{what}, lot {lot.number}", "no date", "its expiry or beyond-use date"
                )
