"""Dispensing a regimen: which days it lasts, when it runs out, when the next supply is due.

63 days from 2026-12-01, supplies that keep 30 days and are made 2 days ahead: 28 days each, from
2026-12-01, 2026-12-29 and, the last 7, 2027-01-26.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from ldn_compound.equations.everyday import difference
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import Base, FromZero, Maybe, stated, unstated
from ldn_compound.model.preparation import checked_day
from ldn_compound.model.regimen import Regimen, whole_days
from ldn_compound.planning.kits.held import days_covered, read_held
from ldn_compound.planning.kits.made_up import Kit, KitContent, Portion
from ldn_compound.planning.kits.supplied import DatedPeriod, Dispensing, KitSupply, RunsOut
from ldn_compound.quantity.dates import YEARS, read_date
from ldn_compound.quantity.kinds import Days, UnitCount
from ldn_compound.quantity.origins import Given

__all__ = ["DatedPeriod", "Dispensing", "KitSupply", "RunsOut", "dispense"]

Keeps = Days | str | Callable[[date], date]
"""How long a supply keeps, or what gives its last day of use from the day it is made."""
_A_DAY = timedelta(days=1)


def dispense(
    regimen: Regimen,
    kit: Kit,
    *,
    first_day: date | str,
    keeps: Keeps | None = None,
    ahead: Days | str = "0 days",
    most_days: Days | str | None = None,
    held: Iterable[Portion] | None = None,
) -> Dispensing:
    """The days of `regimen` from `first_day`, and the supplies of `kit` that they take.

    A supply is made `ahead` of its first day and is for no day past its beyond-use date: with
    `keeps` in days the day it is made is day 1; with a function of that day, such as one that asks
    `beyond_use`, the date it gives. No supply is for more than `most_days`. Capsules that are
    `held` already are the only supply, and the result says when it runs out.
    """
    _refuse_another(regimen, kit)
    dates = _Dates.model_validate(
        {"first_day": first_day, "ahead": ahead, "most_days": most_days, **_in_days(keeps)}
    )
    course = _Course(kit, dates, keeps if callable(keeps) else dates.last_of_use)
    _refuse_past_the_calendar(regimen, dates.first_day)
    if held is None:
        supplies, runs_out = tuple(course.supplies()), None
    else:
        supplies, runs_out = course.of_held(read_held(held, kit=kit))
    return Dispensing(
        regimen=regimen, kit=kit, first_day=dates.first_day, supplies=supplies, runs_out=runs_out
    )


def _day(stated: object) -> date:
    day = read_date(stated) if isinstance(stated, str) else stated
    return checked_day(day, what="first day")


def _in_days(keeps: Keeps | None) -> dict[str, Days | str]:
    return {} if keeps is None or callable(keeps) else {"keeps": keeps}


def _whole(days: Days | None) -> Days | None:
    return None if days is None else whole_days(days)


class _Dates(Base, frozen=True):
    model_config = ConfigDict(title="the dispensing")

    first_day: Annotated[date, BeforeValidator(_day)]
    keeps: Annotated[Maybe[Days], AfterValidator(_whole)] = unstated()
    ahead: Annotated[FromZero[Days], AfterValidator(_whole)] = stated("0 days")
    most_days: Annotated[Maybe[Days], AfterValidator(_whole)] = unstated()

    def last_of_use(self, made: date) -> date | None:
        return None if self.keeps is None else made + (int(self.keeps.base) - 1) * _A_DAY


class _Window(NamedTuple):
    """The days of a supply, and how it is dated."""

    made: date
    first: date
    last: date
    until: date | None


class _Course(NamedTuple):
    """A kit on the calendar."""

    kit: Kit
    dates: _Dates
    last_of_use: Callable[[date], date | None]

    def supplies(self) -> Iterator[KitSupply]:
        first, end = self.dates.first_day, self._day(self._length)
        number = 1
        while first <= end:
            window = self._window(first, end)
            yield _supply(number, window, self.kit.for_days(self._days_in(window)))
            first = window.last + _A_DAY
            number += 1

    def of_held(self, held: tuple[Portion, ...]) -> tuple[tuple[KitSupply, ...], RunsOut | None]:
        """The capsules held as a supply, and where it ends."""
        covered = days_covered(self.kit, held)
        if not sum(covered):
            return (), self._runs_out(0, held, why="used up")
        window = self._window(self.dates.first_day, self._day(sum(covered)))
        contents = _of_held(held, self.kit.for_days(self._days_in(window)))
        days = (window.last - window.first).days + 1
        supply = (_supply(1, window, contents),)
        if days == self._length:
            return supply, None
        if days < sum(covered):
            return supply, self._runs_out(days, (), why="beyond use")
        left = tuple(
            Portion(strength=one.strength, units=one.left_over)
            for one in contents
            if one.left_over is not None and not one.left_over.is_zero
        )
        return supply, self._runs_out(days, left, why="used up")

    @property
    def _length(self) -> int:
        return sum(period.length for period in self.kit.regimen.periods)

    def _day(self, number: int) -> date:
        """The day of this number, from 1."""
        return self.dates.first_day + (number - 1) * _A_DAY

    def _window(self, first: date, end: date) -> _Window:
        made = first - int(self.dates.ahead.base) * _A_DAY
        until = self.last_of_use(made)
        last = end if until is None else min(end, until)
        if self.dates.most_days is not None:
            last = min(last, first + (int(self.dates.most_days.base) - 1) * _A_DAY)
        if last < first:
            raise PlanError(
                f"a supply made on {made} may be used until {until}, and its first day is {first}",
                remedy="make it less days ahead, or of what keeps longer",
            )
        return _Window(made, first, last, until)

    def _days_in(self, window: _Window) -> tuple[int, ...]:
        """Days of each period that fall into a window."""
        skipped = (window.first - self.dates.first_day).days
        wanted = (window.last - window.first).days + 1
        days: list[int] = []
        for period in self.kit.regimen.periods:
            before = min(skipped, period.length)
            within = min(wanted, period.length - before)
            skipped, wanted = skipped - before, wanted - within
            days.append(within)
        return tuple(days)

    def _runs_out(
        self, days: int, left: tuple[Portion, ...], *, why: Literal["used up", "beyond use"]
    ) -> RunsOut:
        rest = _Window(self._day(1), self._day(days + 1), self._day(self._length), None)
        remaining = self._days_in(rest)
        unfinished = next(place for place, more in enumerate(remaining) if more)
        return RunsOut(
            days=Days.in_base(Fraction(days), Given("the supply", f"{days} days")),
            last_day=self._day(days) if days else None,
            dose=self.kit.regimen.periods[unfinished].dose,
            why=why,
            missing=_missing(self.kit.for_days(remaining), left),
        )


def _supply(number: int, window: _Window, contents: tuple[KitContent, ...]) -> KitSupply:
    return KitSupply(
        number=number,
        made_on=window.made,
        first_day=window.first,
        last_day=window.last,
        beyond_use_date=window.until,
        contents=contents,
    )


def _of_held(held: tuple[Portion, ...], contents: tuple[KitContent, ...]) -> tuple[KitContent, ...]:
    """What is taken of the capsules held, and what is left of them."""
    taken = {one.strength: one.taken for one in contents}
    none = UnitCount.of(0, by="the supply")
    return tuple(
        KitContent(
            strength=one.strength,
            taken=taken.get(one.strength, none),
            supplied=one.units,
            left_over=difference(one.units, less=taken.get(one.strength, none)),
        )
        for one in sorted(held, key=lambda one: one.strength)
    )


def _missing(contents: tuple[KitContent, ...], left: tuple[Portion, ...]) -> tuple[Portion, ...]:
    """The capsules wanted beyond those left."""
    have = {one.strength: one.units for one in left}
    short = (
        (one.strength, difference(one.taken, less=have[one.strength]))
        if one.strength in have
        else (one.strength, one.taken)
        for one in contents
    )
    return tuple(
        Portion(strength=strength, units=units) for strength, units in short if units.base > 0
    )


def _refuse_another(regimen: Regimen, kit: Kit) -> None:
    if kit.regimen != regimen:
        raise AmountError(
            f"this kit was made for another regimen, of {kit.regimen.total} in {kit.regimen.days}, "
            f"and this one is of {regimen.total} in {regimen.days}: make it with kit(regimen)"
        )


def _refuse_past_the_calendar(regimen: Regimen, first_day: date) -> None:
    room = (date(YEARS[-1], 12, 31) - first_day).days
    if regimen.days.base > room:
        raise AmountError(
            f"{regimen.days} from {first_day}: past the end of {YEARS[-1]}; write fewer days"
        )
