"""A calendar on paper, to be ticked off: the supplies, and a table for each period.

9 periods of 7 days are 63 rows, and every row says what is taken and the dose.
"""

from __future__ import annotations

from datetime import date

from ldn_compound.planning.dispense import DatedSupply, RunsOut
from ldn_compound.planning.liquid_course import InSyringe, LiquidContent
from ldn_compound.quantity.kinds import Volume
from ldn_compound.quantity.writing import write
from ldn_compound.records.calendar import Calendar, CalendarDay
from ldn_compound.records.direction_lines import (
    Line,
    capsules_text,
    dose_text,
    portion_text,
    syringe_text,
    taken_text,
    write_line,
)
from ldn_compound.records.sheet import Block, Box, Cell, Heading, Notice, Paragraph, Sheet, Table
from ldn_compound.records.words import listed

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def calendar_sheet(of: Calendar) -> Sheet:
    """The calendar as a document, a table for each period."""
    return Sheet(
        of.title,
        blocks=(
            *(Notice(text) for text in warnings(of)),
            *(Paragraph(f"Note: {note}") for note in of.notes),
            *calendar_blocks(of),
        ),
    )


def calendar_blocks(of: Calendar) -> tuple[Block, ...]:
    """The supplies, and a table for each period."""
    days = (block for number in _numbers(of) for block in _period(of, number))
    return (*_supplies(of.supplies), *days)


def warnings(of: Calendar) -> tuple[str, ...]:
    """Where what is held does not last, in words."""
    out = of.runs_out
    if out is None:
        return ()
    liquid = isinstance(out.missing, Volume)
    what, lasts, are = ("liquid", "lasts", "is") if liquid else ("capsules", "last", "are")
    said = f"The {what} {are} not enough for one day."
    if out.last_day is not None and out.why == "used up":
        said = f"The {what} {lasts} {out.days}, to {out.last_day}."
    elif out.last_day is not None:
        said = f"The {what} may be used for {out.days}, to {out.last_day}."
    return (f"{said} Missing from the dose of {out.dose} on: {_missing(out)}.",)


def _missing(out: RunsOut) -> str:
    if isinstance(out.missing, Volume):
        return write(out.missing)
    return listed(tuple(map(portion_text, out.missing)))


def _supplies(supplies: tuple[DatedSupply, ...]) -> tuple[Block, ...]:
    if not supplies:
        return ()
    columns = ("Supply", "Made on", "From", "To", "Use by", "Contents")
    rows = tuple(
        (
            str(one.number),
            _stated(one.made_on),
            str(one.first_day),
            str(one.last_day),
            _stated(one.beyond_use_date),
            supply_text(one),
        )
        for one in supplies
    )
    return Heading("Supplies"), Table(columns, rows=rows)


def _stated(day: date | None) -> str:
    return "not stated" if day is None else str(day)


def supply_text(supply: DatedSupply) -> str:
    """'63 capsules of 0.5 mg and 84 capsules of 1.5 mg', or '89 mL in 1 bottle of 90 mL'."""
    contents = supply.contents
    if isinstance(contents, LiquidContent):
        return f"{write(contents.supplied)} in {bottles_text(contents)}"
    return listed(tuple(capsules_text(one.strength, units=one.supplied) for one in contents))


def bottles_text(of: LiquidContent) -> str:
    """'1 bottle of 90 mL'."""
    return f"{write(of.bottles, unit='bottle')} of {write(of.bottle)}"


def _numbers(of: Calendar) -> tuple[int, ...]:
    return tuple(dict.fromkeys(day.number for day in of.days))


def _period(of: Calendar, number: int) -> tuple[Block, ...]:
    days = tuple(day for day in of.days if day.number == number)
    first = days[0]
    often = first.period.times_a_day
    columns = ("Date", "Day", "Supply", "Take", "Dose", *_taken(often))
    rows = tuple((*_row(day), *(Box() for _ in range(often))) for day in days)
    line = write_line(Line(first.period, first.taken, first.day))
    return Heading(f"Period {number}"), Paragraph(line), Table(columns, rows=rows)


def _taken(times_a_day: int) -> tuple[str, ...]:
    if times_a_day == 1:
        return ("Taken",)
    return tuple(f"Taken {number}" for number in range(1, times_a_day + 1))


def _row(day: CalendarDay) -> tuple[Cell, ...]:
    return (
        str(day.day),
        WEEKDAYS[day.day.weekday()],
        "none" if day.supply is None else str(day.supply),
        _taken_on(day),
        dose_text(day.period),
    )


def _taken_on(day: CalendarDay) -> str:
    if isinstance(day.taken, InSyringe):
        return f"{taken_text(day.taken)} in {syringe_text(day.taken)}"
    return taken_text(day.taken)
