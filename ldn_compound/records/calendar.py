"""A calendar of what is taken on which day: 9 periods of 7 days are 63 days, each with its dose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ldn_compound.equations.everyday import times, total
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import DatedPeriod, DatedSupply, Dispensing, RunsOut
from ldn_compound.quantity.kinds import Days, Mass
from ldn_compound.records.direction_lines import Taken, in_words

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """What is taken on one day."""

    day: date
    number: int
    """Of the period, from 1."""
    period: Period
    taken: Taken
    """For one dose."""
    supply: int | None
    """The number of the supply it comes from; None where there is none."""

    @property
    def total(self) -> Mass:
        """Drug taken on the day."""
        return times(self.period.dose, factor=self.period.times_a_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Every day of a regimen, with what the patient and the pharmacy should know of it."""

    days: tuple[CalendarDay, ...]
    supplies: tuple[DatedSupply, ...]
    runs_out: RunsOut | None
    notes: tuple[str, ...]

    @property
    def title(self) -> str:
        """From the first day to the last."""
        return f"Calendar from {self.days[0].day} to {self.days[-1].day}"

    @property
    def total(self) -> Mass:
        """Drug taken in all."""
        return total(*(day.total for day in self.days))

    @property
    def regimen(self) -> Regimen:
        """What its days come to."""
        runs = (tuple(run) for _, run in groupby(self.days, key=lambda day: day.number))
        return Regimen(
            periods=tuple(
                Period(
                    dose=run[0].period.dose,
                    times_a_day=run[0].period.times_a_day,
                    days=Days.of(len(run), "days", by="the calendar"),
                )
                for run in runs
            )
        )


def calendar(dispensing: Dispensing) -> Calendar:
    """The days of a regimen that is dispensed."""
    days = (
        CalendarDay(
            day=day,
            number=dated.number,
            period=dated.period,
            taken=in_words(dated.taken),
            supply=_supply_on(day, dispensing.supplies),
        )
        for dated in dispensing.periods
        for day in _days_of(dated)
    )
    return Calendar(
        days=tuple(days),
        supplies=dispensing.supplies,
        runs_out=dispensing.runs_out,
        notes=dispensing.regimen.notes,
    )


def _days_of(dated: DatedPeriod) -> tuple[date, ...]:
    return tuple(dated.first_day + number * _A_DAY for number in range(dated.period.length))


def _supply_on(day: date, supplies: tuple[DatedSupply, ...]) -> int | None:
    return next((one.number for one in supplies if one.first_day <= day <= one.last_day), None)
