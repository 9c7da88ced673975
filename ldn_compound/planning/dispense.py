"""Dispensing a regimen: which days it lasts, when it runs out, when the next supply is due.

63 days from 2026-12-01, supplies that keep 30 days and are made 2 days ahead: 28 days each, from
2026-12-01, 2026-12-29 and, the last 7, 2027-01-26.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ldn_compound.errors import AmountError, KindError
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.kits.made_up import Kit, Portion
from ldn_compound.planning.liquid_course import LiquidCourse
from ldn_compound.planning.supplies.course import Course, Dates
from ldn_compound.planning.supplies.held import read_held
from ldn_compound.planning.supplies.supplied import (
    DatedPeriod,
    DatedSupply,
    Dispensing,
    RunsOut,
    refuse_past_the_calendar,
)
from ldn_compound.quantity.kinds import Days, Volume

__all__ = ["DatedPeriod", "DatedSupply", "Dispensing", "RunsOut", "dispense"]

Keeps = Days | str | Callable[[date], date]
"""How long a supply keeps, or what gives its last day of use from the day it is made."""


def dispense(
    regimen: Regimen,
    medicine: Kit | LiquidCourse,
    *,
    first_day: date | str,
    keeps: Keeps | None = None,
    ahead: Days | str | None = None,
    most_days: Days | str | None = None,
    held: Iterable[Portion] | Volume | str | None = None,
) -> Dispensing:
    """The days of `regimen` from `first_day`, and the supplies of a kit or liquid that they take.

    A supply is made `ahead` of its first day and is for no day past its beyond-use date: with
    `keeps` in days the day it is made is day 1; with a function of that day, such as one that asks
    `beyond_use`, the date it gives. No supply is for more than `most_days`. What is `held` already,
    capsules of a kit or a volume of a liquid, is the only supply, and the result says when it runs
    out; where it says how long it `keeps`, `ahead` says how long before the first day it was made.
    """
    _refuse_another(regimen, medicine)
    if held is not None and keeps is not None and ahead is None:
        raise AmountError(
            "what is held was made before, and keeps from then on: write how long before the first "
            "day that was, such as ahead = '9 days'"
        )
    stated = {"first_day": first_day, "most_days": most_days, **_in_days(keeps)}
    dates = Dates.model_validate(stated if ahead is None else {**stated, "ahead": ahead})
    course = Course(medicine, dates, keeps if callable(keeps) else dates.last_of_use)
    refuse_past_the_calendar(regimen, dates.first_day)
    if held is None:
        supplies, runs_out = tuple(course.supplies()), None
    elif most_days is not None:
        raise AmountError("what is held is one supply: leave most_days out")
    else:
        supplies, runs_out = course.of_held(read_held(held, of=medicine))
    return Dispensing(
        medicine=medicine, first_day=dates.first_day, supplies=supplies, runs_out=runs_out
    )


def _in_days(keeps: Keeps | None) -> dict[str, Days | str]:
    return {} if keeps is None or callable(keeps) else {"keeps": keeps}


def _refuse_another(regimen: Regimen, medicine: Kit | LiquidCourse) -> None:
    if not isinstance(medicine, Kit | LiquidCourse):
        raise KindError(f"{medicine!r} is no kit and no liquid: kit(...), liquid_course(...)")
    of = medicine.regimen
    if of != regimen:
        what, made = ("kit", "kit") if isinstance(medicine, Kit) else ("liquid", "liquid_course")
        raise AmountError(
            f"this {what} was made for another regimen, of {of.total} in {of.days}, and this one "
            f"is of {regimen.total} in {regimen.days}: make it with {made}(regimen)"
        )
