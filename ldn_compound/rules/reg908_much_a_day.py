"""Several doses that come to more in a day than published low doses."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG908",
    title="More in a day than published low doses",
    severity="warning",
    rationale="Each dose may be usual and their total not. Published low doses go up to 4.5 mg a "
    "day; 6 mg divided in two, 12 hours apart, is a published exception. A dose that is taken once "
    "a day is judged by itself. The largest total is named, compared as hydrochloride.",
    bad="4.5 mg three times a day, 13.5 mg, where once was meant.",
    good="4.5 mg once a day.",
    remedy="Ask the prescriber whether this total is meant.",
    cites=("ldnrt-2021", "ldnno-dosering"),
    of="directions",
)
def much_a_day(case: Case) -> Iterator[Breach]:
    divided = () if case.directed is None else case.directed.several_a_day
    if not divided:
        return
    largest = max((level for _, level in divided), key=lambda level: level.a_day)
    published = fact("low_dose_a_day").amount(Mass)
    if largest.a_day > published:
        exception = write(fact("divided_dose").amount(Mass))
        yield Breach(
            f"{largest.place}, in a day",
            largest.a_day,
            f"{write(published)} or less ({exception} divided in two is a published exception)",
        )
