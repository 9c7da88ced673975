"""Text that is no date: what is wrong with it, and what to write instead."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from ldn_compound.quantity.dates import YEARS, month_named, month_only
from ldn_compound.quantity.refusals.asked import quoted

_EXAMPLE: Final = "'2026-10-31'"
_CENTURIES: Final = (2000, 1900)


def why_refused(text: object) -> str:
    """What is wrong with `text` as a date, and what to write instead."""
    return f"{quoted(text)}: {_why(text)}"


def _why(text: object) -> str:
    if not isinstance(text, str):
        return f"a date is written as text, year first, as in {_EXAMPLE}"
    stripped = text.strip()
    if not stripped.isascii():
        return _strange(stripped)
    return _part_missing(stripped) or _from_readings(stripped)


def _part_missing(text: str) -> str | None:
    """Nothing, no day, or half a year; or a time of day too many."""
    if not text:
        return f"nothing is written; write the date, year first, as in {_EXAMPLE}"
    if month_only(text):
        return f"no day is named; write the day too, as in {_EXAMPLE}"
    if re.fullmatch(r"(?:[0-9]{1,2}[/-]|[A-Za-z]{3,9}\.?[ -]?)[0-9]{2}", text):
        return f"a day, or a year of two digits; write the year with four, as in {_EXAMPLE}"
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]?[0-9:]", text):
        return "a time of day moves the date from one time zone to the next; write the date alone"
    return None


def _from_readings(text: str) -> str:
    found = tuple(dict.fromkeys(_readings(text)))
    usable = [f"'{day}'" for day in found if day.year in YEARS]
    if len(found) == 1 and usable:
        return f"write the date year first, with two digits for month and day, {usable[0]}"
    if usable:
        readings = " or ".join(str(day) for day in found)
        return f"{readings}; write the one that is meant year first, as in {usable[0]}"
    return f"no date can be read; write it year first, as in {_EXAMPLE}"


def _strange(text: str) -> str:
    character = next(c for c in text if not c.isascii())
    said = f"{character!r} is U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip(" ")
    dashes = "".join("-" if unicodedata.category(c) == "Pd" else c for c in text)
    days = tuple(dict.fromkeys(_readings(dashes)))
    return f"{said}; type '{days[0]}'" if len(days) == 1 else f"{said}; type it as in {_EXAMPLE}"


def _readings(text: str) -> Iterator[date]:
    """Every day that the text could name."""
    yield from _year_first(text)
    yield from _week_or_day_of_year(text)
    yield from _numbers(text)
    yield from _month_in_letters(text)


def _year_first(text: str) -> Iterator[date]:
    found = re.fullmatch(
        r"([0-9]{4})(?:([-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))", text
    )
    if found:
        year, _, month, day, month_too, day_too = found.groups()
        yield from _day(int(year), int(month or month_too), int(day or day_too))


def _week_or_day_of_year(text: str) -> Iterator[date]:
    """'2026-W44-6', which ISO 8601 also calls a date."""
    if re.fullmatch(r"[0-9]{4}-?W[0-9]{2}-?[1-7]", text):
        try:
            yield date.fromisoformat(text)
        except ValueError:
            return


def _numbers(text: str) -> Iterator[date]:
    """Three numbers: the year last, or of two digits and anywhere."""
    found = re.fullmatch(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})", text)
    if found is None:
        return
    first, second, third = (int(found.group(part)) for part in (1, 3, 4))
    if len(found.group(4)) > 2:
        yield from _day(third, first, second)
        yield from _day(third, second, first)
        return
    for century in _CENTURIES:
        yield from _day(century + first, second, third)
    yield from _day(_CENTURIES[0] + third, second, first)
    yield from _day(_CENTURIES[0] + third, first, second)


def _month_in_letters(text: str) -> Iterator[date]:
    """'31 OCT 2026' and 'Oct 31, 2026'."""
    for pattern, day, month in (
        (r"([0-9]{1,2})[ -]?([A-Za-z]+\.?)[ -]?([0-9]{4})", 1, 2),
        (r"([A-Za-z]+\.?)[ -]?([0-9]{1,2}),? ([0-9]{4})", 2, 1),
    ):
        found = re.fullmatch(pattern, text)
        number = month_named(found.group(month)) if found else None
        if found and number:
            yield from _day(int(found.group(3)), number, int(found.group(day)))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
