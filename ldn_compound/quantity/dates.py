"""A date is written year first, '2026-10-31'; an expiry may name its month only, '10/2026'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal

from ldn_compound.errors import AmountError
from ldn_compound.quantity.spelling import LONGEST

# A lot in a pharmacy is dated in these years; 0001, 1900, 1970 and 9999 stand for "no date".
YEARS: Final = range(2000, 2100)
FirstDay = Literal["compounding day", "day after"]
"""Which day is day 1 of a count of days."""
_DIGITS: Final = [4, 2, 2]
"""Of year, month and day."""
_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_IN_FULL: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def read_date(text: str) -> date:
    """The day that '2026-10-31' names; AmountError says what to write for anything else."""
    parts = text.strip().split("-") if _readable(text) else []
    digits = "".join(parts)
    if list(map(len, parts)) != _DIGITS or not (digits.isascii() and digits.isdigit()):
        from ldn_compound.quantity.refusals.dates import why_refused

        raise AmountError(why_refused(text))
    year, month, day = map(int, parts)
    _check_year(text, year)
    try:
        return date(year, month, day)
    except ValueError:
        raise AmountError(f"{text!r}: the calendar has no such day; write a day it has") from None


def read_expiry(text: str) -> tuple[date, str | None]:
    """The last day of a lot, and a note where the text names the month only.

    Makers print '10/2026' and 'OCT 2026': good to the last day of that month.
    """
    month = month_only(text.strip()) if _readable(text) else None
    if month is None:
        return read_date(text), None
    year, number = month
    _check_year(text, year)
    last = last_day(year, number)
    return last, f"no day is named: {text.strip()!r} was read as the end of the month, {last}"


def checked_day(day: object, *, what: str) -> date:
    """The day itself, once it is sure that it is one, and in the years a pharmacy dates in."""
    if type(day) is not date:
        raise AmountError(f"{what}: {day!r}; write a date without a time, date(2026, 10, 31)")
    if day.year not in YEARS:
        raise AmountError(
            f"{what}: {day}; a placeholder or a slip: dates lie between {YEARS[0]} and {YEARS[-1]}"
        )
    return day


def last_day(year: int, month: int) -> date:
    """The day before the first of the next month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def month_named(word: str) -> int | None:
    """1 for 'JAN', 'Jan.' and 'January'."""
    name = word.lower().rstrip(".")
    for names in (_MONTHS, _IN_FULL):
        if name in names:
            return names.index(name) + 1
    return None


def _readable(text: object) -> bool:
    return isinstance(text, str) and len(text) <= LONGEST and text.isascii()


def month_only(text: str) -> tuple[int, int] | None:
    """'10/2026', '2026-10' or 'OCT 2026' as year and month."""
    if found := re.fullmatch(r"(0[1-9]|1[0-2])[/-]([0-9]{4})", text):
        return int(found.group(2)), int(found.group(1))
    if found := re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text):
        return int(found.group(1)), int(found.group(2))
    found = re.fullmatch(r"([A-Za-z]+\.?)[ -]([0-9]{4})", text)
    month = month_named(found.group(1)) if found else None
    return (int(found.group(2)), month) if found and month else None


def _check_year(text: str, year: int) -> None:
    if year not in YEARS:
        raise AmountError(
            f"{text.strip()!r}: the year {year:04d} is a placeholder or a slip; dates lie between "
            f"{YEARS[0]} and {YEARS[-1]}; write the date that is printed, or the one "
            "that is meant"
        )
