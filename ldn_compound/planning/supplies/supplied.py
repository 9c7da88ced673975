"""A regimen as it is dispensed: its days, and the supplies that last for them."""

from datetime import date, timedelta
from itertools import accumulate
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.named import NamedTuple
from ldn_compound.planning.dose_volume import DoseVolume
from ldn_compound.planning.kits.made_up import Combination, Kit, KitContent, Portion
from ldn_compound.planning.liquid_course import LiquidContent, LiquidCourse
from ldn_compound.planning.supplies.held import read_held
from ldn_compound.quantity.dates import YEARS
from ldn_compound.quantity.kinds import Days, Mass, Volume

Contents = tuple[KitContent, ...] | LiquidContent
"""Capsules of each strength, or a liquid."""


_A_DAY = timedelta(days=1)
_ANEW = "make it with dispense(...)"


class DatedPeriod(NamedTuple):
    """A period on the calendar."""

    number: int
    """From 1."""
    period: Period
    taken: Combination | DoseVolume
    """For one dose."""
    first_day: date
    last_day: date


class DatedSupply(Base, frozen=True):
    """What is dispensed at one time."""

    model_config = ConfigDict(title="the supply")

    number: int
    """From 1."""
    made_on: date | None
    """None of what is held already, where nothing is said of how long it keeps."""
    first_day: date
    last_day: date
    """The last day it is for."""
    beyond_use_date: date | None
    """The last day on which it may be used, where that is known."""
    contents: Contents


class RunsOut(Base, frozen=True):
    """Where what is held does not last for the whole regimen."""

    model_config = ConfigDict(title="the supply")

    days: Days
    """Days they last."""
    last_day: date | None
    """The last of these; None where there is not enough for one day."""
    dose: Mass
    """The first dose that cannot be taken."""
    why: Literal["used up", "beyond use"]
    missing: tuple[Portion, ...] | Volume
    """For the rest of the regimen: capsules, or so much of the liquid."""


def refuse_past_the_calendar(regimen: Regimen, first_day: date) -> None:
    """AmountError where a regimen goes on after the last year that is counted."""
    room = (date(YEARS.stop, 1, 1) - first_day).days
    if regimen.days.base > room:
        raise AmountError(
            f"{regimen.days} from {first_day}: past the end of {YEARS[-1]}; write fewer days"
        )


def _at_once(out: RunsOut, medicine: Kit | LiquidCourse) -> bool:
    """Whether nothing lasts for a day, and no more is missing than the regimen takes."""
    first = medicine.regimen.periods[0].dose
    if not (out.days.is_zero and out.last_day is None and out.dose == first):
        return False
    if isinstance(medicine, LiquidCourse):
        return isinstance(out.missing, Volume) and out.missing <= medicine.content.wanted
    taken = {one.strength: one.taken for one in medicine.contents}
    return not isinstance(out.missing, Volume) and all(
        one.strength in taken and one.units <= taken[one.strength] for one in out.missing
    )


def _all_of(contents: Contents) -> tuple[Portion, ...] | Volume:
    """What a supply is, as somebody holds it."""
    if isinstance(contents, LiquidContent):
        return contents.supplied
    return tuple(Portion(strength=one.strength, units=one.supplied) for one in contents)


def days_within(regimen: Regimen, *, skipped: int, wanted: int) -> tuple[int, ...]:
    """Of so many days, some after the first, those that fall into each period."""
    days: list[int] = []
    for period in regimen.periods:
        before = min(skipped, period.length)
        within = min(wanted, period.length - before)
        skipped, wanted = skipped - before, wanted - within
        days.append(within)
    return tuple(days)


class Dispensing(Document, frozen=True):
    """A regimen from its first day, with its supplies."""

    model_config = ConfigDict(title="the dispensing")

    medicine: Kit | LiquidCourse = Field(discriminator="kind")
    first_day: date
    supplies: tuple[DatedSupply, ...]
    runs_out: RunsOut | None
    """None: the supplies last for the whole regimen."""

    @model_validator(mode="after")
    def _as_dispensed(self) -> Self:
        refuse_past_the_calendar(self.regimen, self.first_day)
        due = self.first_day
        for number, one in enumerate(self.supplies, start=1):
            if (one.number, one.first_day) != (number, due) or one.last_day > self.last_day:
                raise AmountError(
                    f"supply {one.number}, from {one.first_day} to {one.last_day}: the next is "
                    f"supply {number}, from {due} to {self.last_day} at most; {_ANEW}"
                )
            days = (one.made_on, one.first_day, one.last_day, one.beyond_use_date)
            in_order = [day for day in days if day is not None]
            if in_order != sorted(in_order):
                raise AmountError(
                    f"supply {number} is made, begins, ends, and is to be used by "
                    f"{', '.join(map(str, in_order))}: not in this order; {_ANEW}"
                )
            due = one.last_day + _A_DAY
        if not (self._made_for_it(until=due) or self._held_before()):
            raise AmountError(
                f"the supplies are not what {self.regimen.total} in {self.regimen.days} take from "
                f"{self.first_day} on; {_ANEW}"
            )
        return self

    def _made_for_it(self, *, until: date) -> bool:
        """Whether the supplies are made for all of its days."""
        return (
            self.runs_out is None
            and until == self.last_day + _A_DAY
            and all(
                one.contents == self.medicine.for_days(self.days_of(one)) for one in self.supplies
            )
        )

    def _held_before(self) -> bool:
        """Whether there is one supply, held already, and it lasts as long as is said."""
        from ldn_compound.planning.supplies.course import Course, Dates

        if not self.supplies:  # what was held is not known any more
            return self.runs_out is not None and _at_once(self.runs_out, self.medicine)
        supply, *more = self.supplies
        if isinstance(supply.contents, LiquidContent) is isinstance(self.medicine, Kit):
            return False
        ahead = (self.first_day - (supply.made_on or self.first_day)).days
        dates = Dates(first_day=self.first_day, ahead=Days.of(ahead, "days", by="the supply"))
        course = Course(self.medicine, dates, lambda _: supply.beyond_use_date)
        held = read_held(_all_of(supply.contents), of=self.medicine)
        return not more and course.of_held(held) == (self.supplies, self.runs_out)

    @property
    def regimen(self) -> Regimen:
        """What is taken."""
        return self.medicine.regimen

    @property
    def last_day(self) -> date:
        """The last day of the regimen."""
        return self.periods[-1].last_day

    @property
    def periods(self) -> tuple[DatedPeriod, ...]:
        """The periods with their days and what is taken for a dose."""
        periods = self.regimen.periods
        starts = accumulate((period.length for period in periods), initial=0)
        medicine = self.medicine
        taken: tuple[Combination | DoseVolume, ...] = (
            medicine.combinations if isinstance(medicine, Kit) else medicine.draws
        )
        return tuple(
            DatedPeriod(
                number,
                period,
                dose,
                self.first_day + timedelta(days=start),
                self.first_day + timedelta(days=start + period.length - 1),
            )
            for number, (period, dose, start) in enumerate(
                zip(periods, taken, starts, strict=False), start=1
            )
        )

    def days_of(self, supply: DatedSupply) -> tuple[int, ...]:
        """The days of each period that a supply is for."""
        return days_within(
            self.regimen,
            skipped=(supply.first_day - self.first_day).days,
            wanted=(supply.last_day - supply.first_day).days + 1,
        )

    @property
    def refills(self) -> tuple[date, ...]:
        """The first day of each supply after the first."""
        return tuple(supply.first_day for supply in self.supplies[1:])
