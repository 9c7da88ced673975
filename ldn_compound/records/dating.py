"""Until when it may be used: what set the date, every limit it beat, and what did not count."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import edition_for
from ldn_compound.model.beyond_use import BeyondUse
from ldn_compound.model.plan import Plan
from ldn_compound.records.sheet import Block, Fact, Facts, Heading


def date_line(plan: Plan) -> str:
    """The date in one line: how long that is, and what set it."""
    found = plan.beyond_use
    if found.before_made:
        return f"{found.date}, before the day of compounding: nothing may be made of this"
    title = edition_for(found.made, key=found.edition).title
    days = f"{found.days} day{'s' if found.days != 1 else ''}"
    return f"{found.date} ({days}; {found.limit.name}; {title})"


def dating(plan: Plan) -> tuple[Block, ...]:
    """The date with its grounds."""
    return (Heading("Beyond-use date"), Facts(tuple(_rows(plan, plan.beyond_use))))


def _rows(plan: Plan, found: BeyondUse) -> Iterator[Fact]:
    yield Fact("Date", value=date_line(plan))
    yield Fact("Dated by", value=found.basis)
    yield Fact("Set by", value=str(found.limit))
    for limit in found.beaten:
        if limit.kind == "component":  # why each binds is said of the one that wins
            yield Fact("Component", value=f"{limit.date}, {limit.name}")
        else:
            yield Fact("Not later than", value=str(limit))
    for aside in found.set_aside:
        yield Fact("Does not count", value=str(aside))
    for name in found.undated:
        yield Fact("No date known", value=f"{name}; it limits nothing here")
    for note in found.notes:
        yield Fact("Note", value=note)
