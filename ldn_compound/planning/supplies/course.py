"""A medicine on the calendar: its supplies, one after another, each within its beyond-use date."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import Base
from ldn_compound.model.regimen import whole_days
from ldn_compound.model.stated import FromZero, Maybe, stated, unstated
from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.made_up import Kit
from ldn_compound.planning.liquid_course import LiquidCourse
from ldn_compound.planning.supplies.held import Held
from ldn_compound.planning.supplies.supplied import Contents, DatedSupply, RunsOut, days_within
from ldn_compound.quantity.dates import checked_day, read_date
from ldn_compound.quantity.kinds import Days
from ldn_compound.quantity.origins import Given

_A_DAY = timedelta(days=1)


def _day(stated: object) -> date:
    day = read_date(stated) if isinstance(stated, str) else stated
    return checked_day(day, what="first day")


def _whole(days: Days | None) -> Days | None:
    return None if days is None else whole_days(days)


class Dates(Base, frozen=True):
    """When a regimen starts, how long supplies keep, and when they are made."""

    model_config = ConfigDict(title="the dispensing")

    first_day: Annotated[date, BeforeValidator(_day)]
    keeps: Annotated[Maybe[Days], AfterValidator(_whole)] = unstated()
    ahead: Annotated[FromZero[Days], AfterValidator(_whole)] = stated("0 days")
    most_days: Annotated[Maybe[Days], AfterValidator(_whole)] = unstated()

    def last_of_use(self, made: date) -> date | None:
        """The last day of use of a supply; the day it is made is day 1."""
        return None if self.keeps is None else made + (int(self.keeps.base) - 1) * _A_DAY


class Window(NamedTuple):
    """The days of a supply, and how it is dated."""

    made: date
    first: date
    last: date
    until: date | None


class Course(NamedTuple):
    """A kit or a liquid on the calendar."""

    medicine: Kit | LiquidCourse
    dates: Dates
    last_of_use: Callable[[date], date | None]

    def supplies(self) -> Iterator[DatedSupply]:
        """As few as the dates allow."""
        first, end = self.dates.first_day, self._day(self._length)
        number = 1
        while first <= end:
            window = self._window(first, end)
            contents = self.medicine.for_days(self._days_in(window))
            yield _supply(number, window, contents, made=window.made)
            first = window.last + _A_DAY
            number += 1

    def of_held(self, held: Held) -> tuple[tuple[DatedSupply, ...], RunsOut | None]:
        """What is held as a supply, and where it ends."""
        covered = held.days_covered()
        if not sum(covered):
            return (), self._runs_out(0, held, used=covered)
        window = self._window(self.dates.first_day, self._day(sum(covered)))
        used = self._days_in(window)
        made = None if window.until is None else window.made
        supply = (_supply(1, window, held.taken_in(used), made=made),)
        if sum(used) == self._length:
            return supply, None
        usable = sum(used) == sum(covered)
        return supply, self._runs_out(sum(used), held, used=used if usable else None)

    @property
    def _length(self) -> int:
        return sum(period.length for period in self.medicine.regimen.periods)

    def _day(self, number: int) -> date:
        """The day of this number, from 1."""
        return self.dates.first_day + (number - 1) * _A_DAY

    def _window(self, first: date, end: date) -> Window:
        made, until = self._made_and_until(first)
        last = end if until is None else min(end, until)
        if self.dates.most_days is not None:
            days = min(int(self.dates.most_days.base), (last - first).days + 1)
            last = first + (days - 1) * _A_DAY
        if last < first:
            raise PlanError(
                f"a supply made on {made} may be used until {until}, and its first day is {first}",
                remedy="make it less days ahead, or of what keeps longer",
            )
        return Window(made, first, last, until)

    def _made_and_until(self, first: date) -> tuple[date, date | None]:
        try:
            made = first - int(self.dates.ahead.base) * _A_DAY
            until = self.last_of_use(made)
        except OverflowError:
            raise AmountError(
                f"made {self.dates.ahead} ahead, kept {self.dates.keeps}: past the end of the "
                "calendar; write fewer days"
            ) from None
        if until is not None and type(until) is not date:
            raise AmountError(f"keeps gives {until!r}: it gives a date without a time, or None")
        return made, until

    def _days_in(self, window: Window) -> tuple[int, ...]:
        """Days of each period that fall into a window."""
        return days_within(
            self.medicine.regimen,
            skipped=(window.first - self.dates.first_day).days,
            wanted=(window.last - window.first).days + 1,
        )

    def _runs_out(self, days: int, held: Held, *, used: tuple[int, ...] | None) -> RunsOut:
        """Where it ends; `used` is None where the rest of it may not be used any more."""
        rest = Window(self._day(1), self._day(days + 1), self._day(self._length), None)
        remaining = self._days_in(rest)
        unfinished = next(place for place, more in enumerate(remaining) if more)
        return RunsOut(
            days=Days.in_base(Fraction(days), Given("the supply", f"{days} days")),
            last_day=self._day(days) if days else None,
            dose=self.medicine.regimen.periods[unfinished].dose,
            why="beyond use" if used is None else "used up",
            missing=held.missing(remaining, used=used),
        )


def _supply(number: int, window: Window, contents: Contents, *, made: date | None) -> DatedSupply:
    return DatedSupply(
        number=number,
        made_on=made,
        first_day=window.first,
        last_day=window.last,
        beyond_use_date=window.until,
        contents=contents,
    )
