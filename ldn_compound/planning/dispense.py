"""Dispensing a regimen: which days it lasts, when it runs out, when the next supply is due.

63 days from 2026-12-01, supplies that keep 30 days and are made 2 days ahead: 28 days each, from
2026-12-01, 2026-12-29 and, the last 7, 2027-01-26.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.kits.course import Course, Dates
from ldn_compound.planning.kits.held import read_held
from ldn_compound.planning.kits.made_up import Kit, Portion
from ldn_compound.planning.kits.supplied import DatedPeriod, Dispensing, KitSupply, RunsOut
from ldn_compound.quantity.dates import YEARS
from ldn_compound.quantity.kinds import Days

__all__ = ["DatedPeriod", "Dispensing", "KitSupply", "RunsOut", "dispense"]

Keeps = Days | str | Callable[[date], date]
"""How long a supply keeps, or what gives its last day of use from the day it is made."""


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
    dates = Dates.model_validate(
        {"first_day": first_day, "ahead": ahead, "most_days": most_days, **_in_days(keeps)}
    )
    course = Course(kit, dates, keeps if callable(keeps) else dates.last_of_use)
    _refuse_past_the_calendar(regimen, dates.first_day)
    if held is None:
        supplies, runs_out = tuple(course.supplies()), None
    elif most_days is not None:
        raise AmountError("capsules that are held are one supply: leave most_days out")
    else:
        supplies, runs_out = course.of_held(read_held(held, kit=kit))
    return Dispensing(
        regimen=regimen, kit=kit, first_day=dates.first_day, supplies=supplies, runs_out=runs_out
    )


def _in_days(keeps: Keeps | None) -> dict[str, Days | str]:
    return {} if keeps is None or callable(keeps) else {"keeps": keeps}


def _refuse_another(regimen: Regimen, kit: Kit) -> None:
    if kit.regimen != regimen:
        raise AmountError(
            f"this kit was made for another regimen, of {kit.regimen.total} in {kit.regimen.days}, "
            f"and this one is of {regimen.total} in {regimen.days}: make it with kit(regimen)"
        )


def _refuse_past_the_calendar(regimen: Regimen, first_day: date) -> None:
    room = (date(YEARS.stop, 1, 1) - first_day).days
    if regimen.days.base > room:
        raise AmountError(
            f"{regimen.days} from {first_day}: past the end of {YEARS[-1]}; write fewer days"
        )
