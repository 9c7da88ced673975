"""What the patient takes: so much, so many times a day, for so many days, and then the next dose.

0.5 mg for 7 days, up by 0.5 mg to 4.5 mg: 9 periods, 63 days,
7 × (0.5 + 1 + 1.5 + 2 + 2.5 + 3 + 3.5 + 4 + 4.5) = 7 × 22.5 = 157.5 mg.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, per, times, total
from ldn_compound.equations.regimen import stepped_down, stepped_up
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document, Maybe, Stated, unstated
from ldn_compound.quantity.kinds import Concentration, Days, Mass, Volume
from ldn_compound.quantity.origins import Derived


def _times(stated: Any) -> Any:
    if isinstance(stated, bool) or not isinstance(stated, int) or stated < 1:
        raise AmountError(f"{stated!r} times a day: write a whole number, such as 1")
    most = fact("most_times_a_day").count
    if stated > most:
        raise AmountError(f"{stated} times a day: {most} are the most")
    return stated


TimesADay = Annotated[int, BeforeValidator(_times)]


def whole_days(days: Days) -> Days:
    """Days without a part of one."""
    if days.base.denominator != 1:
        raise AmountError(f"'{days}': write whole days, such as '{Days.example}'")
    return days


def _writable(dose: Mass) -> Mass:
    """A dose that no label can carry exactly cannot be taken exactly."""
    try:
        same = Mass.of(str(dose)) == dose
    except AmountError:
        same = False
    if not same:
        raise AmountError(
            f"'{dose}' is not the exact dose, {dose.value} mg, which has no end or is finer than "
            f"1 ng; write a dose that a label can carry, such as '{Mass.example}'"
        )
    return dose


class Period(Base, frozen=True):
    """One dose, so many times a day, for so many days."""

    model_config = ConfigDict(title="the regimen")

    dose: Annotated[Stated[Mass], AfterValidator(_writable)]
    days: Annotated[Stated[Days], AfterValidator(whole_days)]
    times_a_day: TimesADay = 1

    @property
    def doses(self) -> int:
        """Doses taken in all."""
        return self.times_a_day * self.length

    @property
    def length(self) -> int:
        """Its days, as a plain number."""
        return int(self.days.base)

    @property
    def total(self) -> Mass:
        """Drug taken in all."""
        return times(self.dose, factor=self.doses)


def _some(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    most = fact("most_periods").count
    if not 1 <= len(periods) <= most:
        raise AmountError(f"{len(periods)} periods: write 1 to {most} of them")
    return periods


class Regimen(Document, frozen=True):
    """Periods, one after another. What a dose's milligrams count is the order's `strength_as`."""

    model_config = ConfigDict(title="the regimen")

    periods: Annotated[tuple[Period, ...], AfterValidator(_some)]

    @classmethod
    def constant(cls, dose: Mass | str, *, days: Days | str, times_a_day: int = 1) -> Self:
        """One dose throughout."""
        return cls(periods=(Period(dose=dose, days=days, times_a_day=times_a_day),))

    @classmethod
    def titration(
        cls,
        start: Mass | str,
        *,
        step: Mass | str,
        every: Days | str,
        target: Mass | str,
        hold: Days | str | None = None,
        times_a_day: int = 1,
    ) -> Self:
        """Up by `step` after every so many days until the target, which is held for `hold` days.

        A step that would pass the target ends at it, and `notes` says so. Without `hold` the
        target lasts as long as any step.
        """
        ladder = Ladder(
            start=start, step=step, every=every, target=target, hold=hold, times_a_day=times_a_day
        )
        if ladder.start > ladder.target:
            raise AmountError(
                f"a titration from {ladder.start} down to {ladder.target}: write the lower dose "
                "first, or state a taper"
            )
        return cls(periods=ladder.periods(stepped_up))

    @classmethod
    def taper(
        cls,
        start: Mass | str,
        *,
        step: Mass | str,
        every: Days | str,
        target: Mass | str,
        hold: Days | str | None = None,
        times_a_day: int = 1,
    ) -> Self:
        """Down by `step` after every so many days until the target, the last dose taken."""
        ladder = Ladder(
            start=start, step=step, every=every, target=target, hold=hold, times_a_day=times_a_day
        )
        if ladder.start < ladder.target:
            raise AmountError(
                f"a taper from {ladder.start} up to {ladder.target}: write the higher dose first, "
                "or state a titration"
            )
        return cls(periods=ladder.periods(stepped_down))

    def held(self, dose: Mass | str, *, days: Days | str) -> Self:
        """The same regimen, with the step at `dose` lasting so many days."""
        wanted = Mass.of(dose, by="the regimen")
        found = [place for place, period in enumerate(self.periods) if period.dose == wanted]
        if len(found) != 1:
            doses = ", ".join(str(period.dose) for period in self.periods)
            raise AmountError(
                f"{wanted}: {len(found)} steps have this dose, and one is held; the doses are "
                f"{doses}; write the periods out, Regimen(periods=...)"
            )
        step = self.periods[found[0]]
        held = Period(dose=step.dose, days=days, times_a_day=step.times_a_day)
        before, after = self.periods[: found[0]], self.periods[found[0] + 1 :]
        return type(self)(periods=(*before, held, *after))

    @property
    def days(self) -> Days:
        """How long it lasts."""
        return total(*(period.days for period in self.periods))

    @property
    def doses(self) -> int:
        """Doses taken in all."""
        return sum(period.doses for period in self.periods)

    @property
    def total(self) -> Mass:
        """Drug taken in all."""
        return total(*(period.total for period in self.periods))

    def volume(self, concentration: Concentration | str) -> Volume:
        """Liquid of this concentration taken in all, nothing added for measuring loss."""
        strength = Concentration.of(concentration, by="the regimen")
        return per(self.total, by=strength)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the ladder's doses do not show: a last step that was cut short."""
        return tuple(note for period in self.periods if (note := _cut_short(period.dose)))


class Ladder(Base, frozen=True):
    """Doses at even steps."""

    model_config = ConfigDict(title="the regimen")

    start: Stated[Mass]
    step: Stated[Mass]
    every: Stated[Days]
    target: Stated[Mass]
    hold: Maybe[Days] = unstated()
    times_a_day: TimesADay = 1

    def periods(self, stepped: Callable[..., Mass]) -> tuple[Period, ...]:
        """A period for each dose from the start to the target, which is held."""
        self._refuse_too_many()
        doses = [self.start]
        while doses[-1] != self.target:
            doses.append(stepped(dose=doses[-1], step=self.step, target=self.target))
        hold = self.every if self.hold is None else self.hold
        return tuple(
            Period(
                dose=dose,
                days=hold if dose == self.target else self.every,
                times_a_day=self.times_a_day,
            )
            for dose in doses
        )

    def _refuse_too_many(self) -> None:
        steps = -(-abs(self.target.base - self.start.base) // self.step.base)
        most = fact("most_periods").count
        if steps >= most:
            raise AmountError(
                f"steps of {self.step} from {self.start} to {self.target}: {steps + 1} periods, "
                f"and {most} are the most; write a larger step"
            )


def _cut_short(dose: Mass) -> str:
    """What to say of a dose whose full step would have passed the target."""
    origin = dose.origin
    if not isinstance(origin, Derived):
        return ""
    inputs = dict(origin.inputs)
    if origin.equation.name not in (stepped_up.name, stepped_down.name):
        return ""
    start, step = inputs["dose"], inputs["step"]
    assert isinstance(start, Mass)
    assert isinstance(step, Mass)
    up = origin.equation.name == stepped_up.name
    full = total(start, step) if up else difference(start, less=step)
    if full == dose:
        return ""
    way = "up" if up else "down"
    over = f"{full}" if full.base > 0 else "nothing"
    return (
        f"a step of {step} {way} from {start} would be {over}; this one ends at the target, {dose}"
    )
