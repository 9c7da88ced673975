"""Counting days and months, by hand and over leap years and month ends."""

from datetime import date
from fractions import Fraction

import pytest

from ldn_compound.catalog.editions import Period
from ldn_compound.errors import AmountError
from ldn_compound.planning.day_counting import Counting
from ldn_compound.quantity.kinds import Days


def last_days(made: date, period: Period) -> tuple[date, date]:
    """With the day of compounding as day 1, and with the next day."""
    return (
        Counting(made, "compounding day").last_day(period),
        Counting(made, "day after").last_day(period),
    )


@pytest.mark.parametrize(
    ("made", "days", "compounding_day", "day_after"),
    [
        # day 14 is 1 + 13 = 14 January, or 1 + 14
        (date(2025, 1, 1), 14, date(2025, 1, 14), date(2025, 1, 15)),
        # 31 days of January, day 35 is 4 February
        (date(2026, 1, 1), 35, date(2026, 2, 4), date(2026, 2, 5)),
        # 31 + 28 + 31 = 90: the last of March
        (date(2026, 1, 1), 90, date(2026, 3, 31), date(2026, 4, 1)),
        # 31 + 28 + 31 + 30 + 31 = 151 to the end of May, 29 days of June
        (date(2026, 1, 1), 180, date(2026, 6, 29), date(2026, 6, 30)),
        # a leap year has 152 to the end of May, 28 days of June
        (date(2028, 1, 1), 180, date(2028, 6, 28), date(2028, 6, 29)),
        # 31 + 29 = 60: the leap day
        (date(2028, 1, 1), 60, date(2028, 2, 29), date(2028, 3, 1)),
        # made on the leap day: 29 February and 13 days of March
        (date(2028, 2, 29), 14, date(2028, 3, 13), date(2028, 3, 14)),
        # across a year's end: 31 December and 13 days of January
        (date(2026, 12, 31), 14, date(2027, 1, 13), date(2027, 1, 14)),
        (date(2026, 5, 5), 1, date(2026, 5, 5), date(2026, 5, 6)),
    ],
)
def test_days(made: date, days: int, compounding_day: date, day_after: date) -> None:
    period = Period(days=Days.of(days, "days"))
    assert last_days(made, period) == (compounding_day, day_after)


@pytest.mark.parametrize(
    ("made", "months", "compounding_day", "day_after"),
    [
        # six months from the 15th run to the 14th, or to the 15th
        (date(2026, 1, 15), 6, date(2026, 7, 14), date(2026, 7, 15)),
        # March to August: the whole of both
        (date(2026, 3, 1), 6, date(2026, 8, 31), date(2026, 9, 1)),
        # February has no 31st, 30th or 29th: its last day, however the days are counted
        (date(2026, 8, 31), 6, date(2027, 2, 28), date(2027, 2, 28)),
        (date(2026, 8, 29), 6, date(2027, 2, 28), date(2027, 2, 28)),
        (date(2026, 8, 28), 6, date(2027, 2, 27), date(2027, 2, 28)),
        # 2028 is a leap year
        (date(2027, 8, 31), 6, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 8, 30), 6, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 8, 29), 6, date(2028, 2, 28), date(2028, 2, 29)),
        # made on the leap day: 29 August
        (date(2028, 2, 29), 6, date(2028, 8, 28), date(2028, 8, 29)),
        # June has 30 days; the year changes
        (date(2026, 12, 31), 6, date(2027, 6, 30), date(2027, 6, 30)),
        (date(2026, 6, 15), 6, date(2026, 12, 14), date(2026, 12, 15)),
        (date(2026, 7, 31), 6, date(2027, 1, 30), date(2027, 1, 31)),
        (date(2026, 12, 1), 1, date(2026, 12, 31), date(2027, 1, 1)),
        # 18 months: a year and six
        (date(2026, 1, 15), 18, date(2027, 7, 14), date(2027, 7, 15)),
    ],
)
def test_months(made: date, months: int, compounding_day: date, day_after: date) -> None:
    assert last_days(made, Period(months=months)) == (compounding_day, day_after)


@pytest.mark.parametrize(
    "period",
    [Period(days=Days.of(10**7, "days")), Period(days=Days.of(10**12, "days"))],
    ids=["past 9999", "past any timedelta"],
)
def test_past_the_end_of_the_calendar(period: Period) -> None:
    with pytest.raises(AmountError, match=r"2026-01-01 and .* days: past the end of the calendar"):
        Counting(date(2026, 1, 1), "day after").last_day(period)


def test_months_past_the_end_of_the_calendar() -> None:
    with pytest.raises(AmountError, match="past the end of the calendar"):
        Counting(date(9999, 12, 1), "day after").last_day(Period(months=1))


def test_the_last_day_of_the_calendar_is_within_it() -> None:
    # 9999 has 365 days: 31 December is day 365
    year = Period(days=Days.of("365 days"))
    assert Counting(date(9999, 1, 1), "compounding day").last_day(year) == date(9999, 12, 31)


@pytest.mark.parametrize("days", ["1/2", "29/2", "0"])
def test_days_are_whole_and_one_at_least(days: str) -> None:
    period = Period(days=Days.of(Fraction(days), "days"))
    with pytest.raises(AmountError, match="write a whole number of days from 1"):
        Counting(date(2026, 1, 1), "day after").last_day(period)


def test_in_words() -> None:
    period = Period(days=Days.of("14 days"))
    assert Counting(date(2026, 1, 1), "compounding day").said(period) == (
        "14 days from 2026-01-01, that day counted as day 1"
    )
    assert Counting(date(2026, 1, 1), "day after").said(Period(months=6)) == (
        "6 months from 2026-01-01, the day after counted as day 1"
    )
