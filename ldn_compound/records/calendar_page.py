"""The calendar as a page to hang up: a row for each week, and a box to tick for each dose."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ldn_compound.records.calendar import WEEKDAYS, Calendar, CalendarDay, supply_text, warnings
from ldn_compound.records.direction_lines import dose_text, portions_text, times_text

_STYLE = (
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid;padding:4px;vertical-align:top;text-align:left}"
    "tr{break-inside:avoid}"
    "p.warning{border:3px solid;padding:4px;font-weight:bold}"
)
_BOX = "&#9744;"  # a ballot box


def calendar_html(of: Calendar) -> str:
    """The whole page."""
    return "\n".join(_lines(of)) + "\n"


def _lines(of: Calendar) -> Iterator[str]:
    title = escape(of.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f"<style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"
    yield from (f'<p class="warning">{escape(text)}</p>' for text in warnings(of))
    yield from (f"<p>Note: {escape(note)}</p>" for note in of.notes)
    yield from _supplies(of)
    yield "<table><thead><tr>"
    yield "".join(f'<th scope="col">{name}</th>' for name in WEEKDAYS)
    yield "</tr></thead><tbody>"
    for week in _weeks(of.days):
        yield f"<tr>{''.join(map(_cell, week))}</tr>"
    yield "</tbody></table></body></html>"


def _supplies(of: Calendar) -> Iterator[str]:
    yield "<ul>"
    for one in of.supplies:
        use_by = "" if one.beyond_use_date is None else f", use by {one.beyond_use_date}"
        days = f"{one.first_day} to {one.last_day}{use_by}"
        yield f"<li>Supply {one.number}, {days}: {escape(supply_text(one))}</li>"
    yield "</ul>"


def _weeks(days: tuple[CalendarDay, ...]) -> Iterator[tuple[CalendarDay | None, ...]]:
    """The days in rows of a week, with blanks before the first and after the last."""
    before: tuple[None, ...] = (None,) * days[0].day.weekday()
    cells = (*before, *days)
    for start in range(0, len(cells), len(WEEKDAYS)):
        week = cells[start : start + len(WEEKDAYS)]
        yield (*week, *(None for _ in range(len(WEEKDAYS) - len(week))))


def _cell(day: CalendarDay | None) -> str:
    if day is None:
        return "<td></td>"
    take = escape(portions_text(day.combination))
    none = "" if day.supply is not None else " (not supplied)"
    boxes = " ".join(_BOX for _ in range(day.period.times_a_day))
    return (
        f'<td><time datetime="{day.day}">{day.day}</time><br>'
        f"<b>{escape(dose_text(day.period))}</b> {times_text(day.period.times_a_day)}<br>"
        f"{take}{none}<br>{boxes}</td>"
    )
