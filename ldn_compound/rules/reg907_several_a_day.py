"""Directions to take it more than once a day."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG907",
    title="Taken more than once a day",
    severity="note",
    rationale="Published low doses are taken once a day, as a rule at night; 6 mg divided in two, "
    "12 hours apart, is a published exception. Times a day are easily misread.",
    bad="4.5 mg twice a day, where once was meant.",
    good="4.5 mg once a day.",
    remedy="Compare the times a day with the prescription.",
    cites=("ldnrt-2021", "ldnno-dosering"),
    of="directions",
)
def several_a_day(case: Case) -> Iterator[Breach]:
    divided = () if case.directed is None else case.directed.several_a_day
    if not divided:
        return
    (period, level), *others = divided
    more = f" and {len(others)} more" if others else ""
    exception = write(fact("divided_dose").amount(Mass))
    yield Breach(
        f"{level.place}{more}",
        f"{write(period.dose)}, {period.times_a_day} times a day",
        f"once a day, or {exception} divided in two",
    )
