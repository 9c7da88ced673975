"""What the directions have a patient take, day by day, against what is supplied.

1.5 mg for 14 days, 3 mg for 14 and 4.5 mg for 30, from capsules of 1.5 mg:
14 × 1 + 14 × 2 + 30 × 3 = 132 capsules; 100 of them last 14 + 14 + 19 = 47 of the 58 days, for
100 − 14 − 28 = 58 capsules are 19 days at 3 a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from ldn_compound.equations.everyday import times, total
from ldn_compound.model.bottled import Bottled
from ldn_compound.model.plan import Plan
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, UnitCount, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.writing import write
from ldn_compound.rules.capsule_sums import counts_in, not_made_of
from ldn_compound.rules.dosing import drawn
from ldn_compound.rules.strengths import Dose, mass_as_salt, place


class Level(NamedTuple):
    """What is taken in a day, counted as hydrochloride, and for how many days in a row."""

    place: str
    a_day: Mass
    days: Days


Steps = tuple[tuple[Level, Level], ...]


def joined(periods: Iterable[Level]) -> tuple[Level, ...]:
    """Periods of the same daily total, one after another, as one level."""
    levels: list[Level] = []
    for one in periods:
        if levels and levels[-1].a_day == one.a_day:
            levels[-1] = levels[-1]._replace(days=total(levels[-1].days, one.days))
        else:
            levels.append(one)
    return tuple(levels)


def risen(levels: tuple[Level, ...]) -> Steps:
    """Each level that is above the one before it, after that one."""
    return tuple(
        (before, after) for before, after in pairwise(levels) if after.a_day > before.a_day
    )


class Coverage(NamedTuple):
    """What is supplied, and what the directions need; and the days of both."""

    supplied: UnitCount | Volume
    needed: UnitCount | Volume
    lasts: int
    """Days that the supply lasts; beyond the directions, at their last dose."""
    directed: int
    bounds: tuple[str, str] = ("", "")
    """Of the days it lasts and of what is needed, where other capsules are taken with these."""

    @property
    def said(self) -> str:
        """Such as '100 capsules, enough for 47 days'."""
        supplied = write(self.supplied, unit="capsule")
        return f"{supplied}, enough for {self.bounds[0]}{_days(self.lasts)}"

    @property
    def wanted(self) -> str:
        """Such as '132 capsules, for 58 days of directions'."""
        needed = write(self.needed, unit="capsule")
        return f"{self.bounds[1]}{needed}, for {_days(self.directed)} of directions"


def _days(number: int) -> str:
    return f"{number} day{'s' if number != 1 else ''}"


class Directed:
    """The directions of a plan's order; what several rules ask for is worked out once."""

    def __init__(self, plan: Plan, regimen: Regimen) -> None:
        self.plan = plan
        self.regimen = regimen

    @kept
    def levels(self) -> tuple[Level, ...]:
        """The daily totals one after another, periods of the same total taken together."""
        return joined(self._periods)

    @property
    def steps_up(self) -> Steps:
        """Each rise of the daily total: the level before it, and the level after."""
        return risen(self.levels)

    @property
    def several_a_day(self) -> tuple[tuple[Period, Level], ...]:
        """The periods with more than one dose a day, each with its daily total."""
        both = zip(self.regimen.periods, self._periods, strict=True)
        return tuple((period, level) for period, level in both if period.times_a_day > 1)

    @kept
    def not_made(self) -> tuple[tuple[str, Mass], ...]:
        """Each dose that no number of these capsules, and of those beside them, makes."""
        if isinstance(self.plan.made, Bottled):
            return ()
        order = self.plan.order
        strengths = (self.plan.strength.base, *(one.base for one in order.beside))
        out_of_reach = not_made_of(strengths, tuple(dose.base for dose in order.doses))
        return tuple(
            (f"directions, dose {number}", dose)
            for number, dose in enumerate(order.doses, start=1)
            if dose.base in out_of_reach
        )

    @kept
    def taken_by_none(self) -> tuple[tuple[str, PerUnit], ...]:
        """Of strengths that are taken together, each that goes into no dose, with its place."""
        order = self.plan.order
        if not order.beside or self.not_made:
            return ()
        beside = ((f"order, beside {n}", one) for n, one in enumerate(order.beside, start=1))
        every = (("order, strength", self.plan.strength), *beside)
        return tuple(
            (where, one)
            for where, one in every
            if not any(self._goes_into(dose, one) for dose in order.doses)
        )

    @kept
    def may_last(self) -> int:
        """The last day, counted from the first, whose dose can take a capsule of what is made."""
        day = last = 0
        for period in self.regimen.periods:
            day += period.length
            if self._goes_into(period.dose, self.plan.strength):
                last = day
        return last

    def _goes_into(self, dose: Mass, one: PerUnit) -> bool:
        """Whether a capsule of a strength and whole ones of all strengths make the dose."""
        rest = dose.base - one.base
        strengths = (self.plan.strength.base, *(each.base for each in self.plan.order.beside))
        return rest == 0 or (rest > 0 and rest not in not_made_of(strengths, (rest,)))

    @kept
    def coverage(self) -> Coverage | None:
        """How long the quantity lasts; None where other strengths or parts of a capsule decide."""
        made = self.plan.made
        if isinstance(made, Bottled):
            return self._covered(made.volume, self._volumes(made.concentration))
        if self.plan.order.beside or self.not_made:
            return None
        strength = self.plan.strength.base
        each = {one: one.base / strength for one in self.plan.order.doses}
        return self._covered(self._ordered, each)

    @property
    def fewest_taken(self) -> Coverage | None:
        """The coverage; beside others, that of the fewest of these that can make each dose."""
        if not self.plan.order.beside:
            return self.coverage
        return self._among_others("at most ", "at least ", which=min)

    @property
    def most_taken(self) -> Coverage | None:
        """The coverage; beside others, that of the most of these that can make each dose."""
        if not self.plan.order.beside:
            return self.coverage
        return self._among_others("at least ", "at most ", which=max)

    def _among_others(
        self, days: str, capsules: str, *, which: Callable[[Iterable[int]], int]
    ) -> Coverage | None:
        if self.not_made or self.taken_by_none:
            return None
        each = {dose: Fraction(which(counts)) for dose, counts in self._counts.items()}
        return self._covered(self._ordered, each)._replace(bounds=(days, capsules))

    @kept
    def _counts(self) -> Mapping[Mass, tuple[int, ...]]:
        """Of each dose, how many of these capsules it can take beside whole ones of the others."""
        order, own = self.plan.order, self.plan.strength.base
        others = tuple(one.base for one in order.beside)
        return {dose: counts_in(dose.base, own=own, others=others) for dose in order.doses}

    @property
    def _ordered(self) -> UnitCount:
        return UnitCount.of(self.plan.order.form.size, by="the order")

    @kept
    def _periods(self) -> tuple[Level, ...]:
        return tuple(
            self._level(f"directions, period {number}", period)
            for number, period in enumerate(self.regimen.periods, start=1)
        )

    def _level(self, where: str, period: Period) -> Level:
        ordered = times(period.dose, factor=period.times_a_day)
        salt = mass_as_salt(self.plan, ordered)
        return Level(place(Dose(where, ordered, salt)), salt, period.days)

    def _volumes(self, concentration: Concentration) -> dict[Mass, Fraction]:
        """Each dose's volume as it is drawn up, on a mark; exact where no syringe takes it."""
        return {
            one.dose: one.dose.base / concentration.base
            if one.volume is None
            else one.volume.volume.base
            for one in drawn(self.plan)
        }

    def _covered(self, supplied: UnitCount | Volume, each: Mapping[Mass, Fraction]) -> Coverage:
        """Dose by dose, where each takes so much of the supply."""
        needed = sum((each[one.dose] * one.doses for one in self.regimen.periods), Fraction(0))
        return Coverage(
            supplied=supplied,
            needed=type(supplied).in_base(needed, Given("the directions", "")),
            lasts=self._lasts(supplied.base, each),
            directed=int(self.regimen.days.base),
        )

    def _lasts(self, left: Fraction, each: Mapping[Mass, Fraction]) -> int:
        lasts = 0
        for period in self.regimen.periods:
            a_day = each[period.dose] * period.times_a_day
            days = min(period.length, left // a_day) if a_day else period.length
            lasts += days
            left -= days * a_day
            if days < period.length:
                return lasts
        return lasts + (left // a_day if a_day else 0)
