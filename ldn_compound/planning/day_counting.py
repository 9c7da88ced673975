"""Counting days from the day of compounding.

14 days from 2025-01-01: 2025-01-14 where that day is day 1, 2025-01-15 where the next one is.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from ldn_compound.catalog.editions import Period
from ldn_compound.errors import AmountError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.dates import FirstDay, last_day
from ldn_compound.quantity.kinds import Days

_A_DAY = timedelta(days=1)
_MONTHS = 12  # of a year


class Counting(NamedTuple):
    """From which day, and whether that day is day 1 or the next one is."""

    made: date
    first_day: FirstDay

    def last_day(self, period: Period) -> date:
        """The last day of a period."""
        count = None if period.days is None else _whole(period.days)
        try:
            return self._months_on(period.months) if count is None else self._days_on(count)
        except (OverflowError, ValueError):
            raise AmountError(
                f"{self.made} and {period}: past the end of the calendar; write fewer days"
            ) from None

    def said(self, period: Period) -> str:
        """A period and how it is counted, in words."""
        day_1 = "that day" if self.first_day == "compounding day" else "the day after"
        return f"{period} from {self.made}, {day_1} counted as day 1"

    def _days_on(self, count: int) -> date:
        return self.made + timedelta(
            days=count - 1 if self.first_day == "compounding day" else count
        )

    def _months_on(self, months: int) -> date:
        """The same day of a later month; a month too short for it is used to its end."""
        year, month = divmod(self.made.year * _MONTHS + self.made.month - 1 + months, _MONTHS)
        end = last_day(year, month + 1)
        if end.day < self.made.day:
            return end
        same = date(year, month + 1, self.made.day)
        return same - _A_DAY if self.first_day == "compounding day" else same


@cache
def _whole(days: Days) -> int:
    if days.base < 1 or days.base.denominator != 1:
        raise AmountError(f"{days}: write a whole number of days from 1, such as '14 days'")
    return int(days.base)
