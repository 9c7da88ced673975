"""A first dose above those with which published titrations start."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG904",
    title="The first dose is above published starts",
    severity="note",
    rationale="Published titrations start at 0.5 to 1.5 mg a day. Directions for somebody who "
    "takes the drug already start where the last ones ended; the order does not say which it is. "
    "Compared as hydrochloride.",
    bad="4.5 mg from the first day, for somebody who never took naltrexone.",
    good="1.5 mg for 14 days, then 3 mg for 14 days, then 4.5 mg.",
    remedy="Ask whether the patient takes naltrexone already; if not, ask the prescriber whether "
    "this start is meant.",
    cites=("ldnrt-2021", "ldnrt-titrating", "ldnno-dosering"),
    of="directions",
)
def starts_high(case: Case) -> Iterator[Breach]:
    if case.directed is None:
        return
    start, published = case.directed.levels[0], fact("titration_start").limits(Mass)
    if start.a_day > published.high:
        low, high = published.texts
        yield Breach(start.place, f"{write(start.a_day)} a day", f"{low} to {high} a day")
