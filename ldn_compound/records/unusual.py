"""Doses that a prescriber should be asked about, above the directions that they are taken by.

An order is judged by its rules; a sheet of doses alone says what those rules would ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import times
from ldn_compound.model.policy import Policy
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.quantity.kinds import Mass
from ldn_compound.records.sheet import Notice
from ldn_compound.records.words import said
from ldn_compound.rules.directed import Level, joined, risen
from ldn_compound.rules.reg905_large_step import beyond_published, large_step
from ldn_compound.rules.reg906_early_step import before_published, early_step
from ldn_compound.rules.reg908_much_a_day import much_a_day
from ldn_compound.rules.rule import Breach, Rule
from ldn_compound.rules.rx101_strength_unusual import strength_unusual
from ldn_compound.rules.rx102_strength_far_out import strength_far_out
from ldn_compound.rules.strengths import Dose, far_out, remedy


def of_doses(doses: Iterable[Mass]) -> Iterator[Notice]:
    """What is asked of doses outside the usual low ones, counted as hydrochloride."""
    policy = Policy.usp()
    for one in dict.fromkeys(doses):
        dose = Dose("dose", one, one)
        outside = far_out(dose, policy=policy)
        if outside or not policy.usual_strength.holds(one):
            rule = strength_far_out if outside else strength_unusual
            asked = remedy(dose, usual=policy.usual_strength)
            yield Notice(f"{rule.code}: {said(one)}. {rule.title}. {asked}")


def of_regimen(regimen: Regimen) -> Iterator[Notice]:
    """What is asked of a regimen's doses, of its steps, and of what they come to in a day."""
    yield from of_doses(one.dose for one in regimen.periods)
    steps = risen(joined(map(_level, regimen.periods, count(1))))
    yield from _first(beyond_published(steps), of=large_step)
    yield from _first(before_published(steps), of=early_step)
    published = fact("low_dose_a_day").amount(Mass)
    divided = [one for one in regimen.periods if one.times_a_day > 1]
    a_day = max((times(one.dose, factor=one.times_a_day) for one in divided), default=published)
    if a_day > published:
        of = f"{much_a_day.title}, {said(published)}"
        yield Notice(f"{much_a_day.code}: {said(a_day)} in a day. {of}. {much_a_day.remedy}")


def _level(period: Period, number: int) -> Level:
    a_day = times(period.dose, factor=period.times_a_day)
    return Level(f"period {number}", a_day, period.days)


def _first(found: Iterable[Breach], *, of: Rule) -> Iterator[Notice]:
    """The first of a rule's breaches, and how many more there are."""
    first, *others = (*found, None)
    if first is not None:
        more = f" (and {len(others) - 1} more)" if len(others) > 1 else ""
        yield Notice(f"{of.code}: {first.place}, {first.observed}{more}. {of.title}. {of.remedy}")
