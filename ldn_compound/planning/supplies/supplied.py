"""A regimen as it is dispensed: its days, and the supplies that last for them."""

from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from pydantic import ConfigDict, Field

from ldn_compound.model.base import Base, Document
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.named import NamedTuple
from ldn_compound.planning.dose_volume import DoseVolume
from ldn_compound.planning.kits.made_up import Combination, Kit, KitContent, Portion
from ldn_compound.planning.liquid_course import LiquidContent, LiquidCourse
from ldn_compound.quantity.kinds import Days, Mass, Volume

Contents = tuple[KitContent, ...] | LiquidContent
"""Capsules of each strength, or a liquid."""


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
