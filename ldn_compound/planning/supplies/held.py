"""How far a medicine goes that somebody holds already, such as a starter kit.

63 of 0.5 mg and 63 of 1.5 mg, up by 0.5 mg a week: 7 × 9 and 7 × 9 are taken in 8 weeks, to 4 mg;
the 9th week, 4.5 mg, takes 7 × 3 = 21 more of 1.5 mg.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ldn_compound.equations.everyday import difference
from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.stated import above_zero
from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.made_up import Kit, KitContent, Portion
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.planning.liquid_course import LiquidContent, LiquidCourse
from ldn_compound.quantity.kinds import UnitCount, Volume


class HeldCapsules(NamedTuple):
    """Capsules of a kit that are held."""

    kit: Kit
    portions: tuple[Portion, ...]

    def days_covered(self) -> tuple[int, ...]:
        """The days of each period that they are enough for."""
        left = {portion.strength: portion.units.base for portion in self.portions}
        combinations = iter(self.kit.combinations)

        def enough(period: Period) -> int:
            a_day = {
                portion.strength: portion.units.base * period.times_a_day
                for portion in next(combinations).portions
            }
            days = min(
                period.length,
                *(int(left.get(strength, 0) // units) for strength, units in a_day.items()),
            )
            for strength, units in a_day.items() if days else ():
                left[strength] -= units * days
            return days

        return _until_cut_short(self.kit.regimen, enough)

    def taken_in(self, days: tuple[int, ...]) -> tuple[KitContent, ...]:
        """What so many days of each period take of them, and what is left."""
        taken = {one.strength: one.taken for one in self.kit.for_days(days)}
        none = UnitCount.of(0, by="the supply")
        return tuple(
            KitContent(
                strength=one.strength,
                taken=taken.get(one.strength, none),
                supplied=one.units,
                left_over=difference(one.units, less=taken.get(one.strength, none)),
            )
            for one in sorted(self.portions, key=lambda one: one.strength)
        )

    def missing(
        self, rest: tuple[int, ...], *, used: tuple[int, ...] | None
    ) -> tuple[Portion, ...]:
        """The capsules that the rest takes beyond what `used` leaves; None: nothing may be used."""
        have = {} if used is None else {one.strength: one for one in self.taken_in(used)}
        short = (
            (one.strength, _beyond(one.taken, have.get(one.strength)))
            for one in self.kit.for_days(rest)
        )
        return tuple(
            Portion(strength=strength, units=units) for strength, units in short if units.base > 0
        )


class HeldLiquid(NamedTuple):
    """So much of a liquid that is held."""

    course: LiquidCourse
    volume: Volume

    def days_covered(self) -> tuple[int, ...]:
        """The days of each period that it is enough for."""
        left = self.volume.base
        draws = iter(self.course.draws)

        def enough(period: Period) -> int:
            nonlocal left
            a_day = next(draws).volume.base * period.times_a_day * (1 + self.course.loss.base)
            days = min(period.length, int(left // a_day))
            left -= a_day * days
            return days

        return _until_cut_short(self.course.regimen, enough)

    def taken_in(self, days: tuple[int, ...]) -> LiquidContent:
        """What so many days of each period take of it, and what is left."""
        course = self.course
        return course.content_of(
            course.wanted(days), supplied=self.volume, drawn=course.drawn(days)
        )

    def missing(self, rest: tuple[int, ...], *, used: tuple[int, ...] | None) -> Volume:
        """What the rest takes beyond what `used` leaves; None: nothing may be used."""
        wanted = self.course.wanted(rest)
        if used is None:
            return wanted
        left = self.taken_in(used).left_over if any(used) else self.volume
        return difference(wanted, less=left)


Held = HeldCapsules | HeldLiquid


def read_held(held: object, *, of: Kit | LiquidCourse) -> Held:
    """What is held, once it is sure that it is of this kit or liquid."""
    if isinstance(of, Kit):
        if isinstance(held, str) or not isinstance(held, Iterable):
            raise AmountError(
                f"{held!r} is held, of a kit: write capsules, (Portion(strength='0.5 mg', "
                "units=63),)"
            )
        return HeldCapsules(of, _of_the_kit(tuple(held), of))
    return HeldLiquid(of, above_zero(Volume.of(held, by="the supply")))


def _beyond(taken: UnitCount, held: KitContent | None) -> UnitCount:
    if held is None or held.left_over is None:
        return taken
    return difference(taken, less=held.left_over)


def _of_the_kit(portions: tuple[Portion, ...], kit: Kit) -> tuple[Portion, ...]:
    for portion in portions:
        if not isinstance(portion, Portion):
            raise AmountError(
                f"{portion!r} is held, of a kit: write Portion(strength='0.5 mg', units=63)"
            )
        said = strength_text(portion.strength)
        if portion.strength not in kit.strengths:
            known = ", ".join(map(strength_text, kit.strengths))
            raise AmountError(
                f"capsules of {said} are held, and this kit takes {known}: make a kit of the "
                "strengths that are held, kit(regimen, strengths=...)"
            )
        if sum(portion.strength == other.strength for other in portions) > 1:
            raise AmountError(f"capsules of {said} are held twice: write their sum")
    return portions


def _until_cut_short(regimen: Regimen, enough: Callable[[Period], int]) -> tuple[int, ...]:
    """The days of each period there is enough for; none after the first that is cut short."""
    covered: list[int] = []
    for period in regimen.periods:
        covered.append(enough(period))
        if covered[-1] < period.length:
            break
    return (*covered, *(0 for _ in regimen.periods[len(covered) :]))
