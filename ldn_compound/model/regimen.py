"""What the patient takes: so much, so many times a day, for so many days, and then the next dose.

0.5 mg for 7 days, up by 0.5 mg to 4.5 mg: 9 periods, 63 days,
7 × (0.5 + 1 + 1.5 + 2 + 2.5 + 3 + 3.5 + 4 + 4.5) = 7 × 22.5 = 157.5 mg.
"""

from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import per, total
from ldn_compound.equations.regimen import stepped_down, stepped_up
from ldn_compound.errors import AmountError, KindError
from ldn_compound.model.base import Document
from ldn_compound.model.ladder import Ladder, cut_short
from ldn_compound.model.period import Period, whole_days
from ldn_compound.quantity.kinds import Concentration, Days, Mass, Volume

__all__ = ["Ladder", "Period", "Regimen", "checked_regimen", "whole_days"]


def _some(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    most = fact("most_periods").number
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

    def for_days(self, days: tuple[int, ...]) -> Self:
        """So many days of each period, such as those that one supply is for."""
        return type(self)(
            periods=tuple(
                Period(
                    dose=period.dose,
                    days=Days.of(number, "days", by="the supply"),
                    times_a_day=period.times_a_day,
                )
                for number, period in zip(self.days_of_each(days), self.periods, strict=True)
                if number
            )
        )

    def days_of_each(self, days: tuple[int, ...]) -> tuple[int, ...]:
        """The same days, once it is sure that each period has so many."""
        if len(days) != len(self.periods):
            raise AmountError(
                f"days of {len(days)} periods, and the regimen has {len(self.periods)}: write a "
                "number for each, 0 where it has no part"
            )
        for number, period in zip(days, self.periods, strict=True):
            if isinstance(number, bool) or not isinstance(number, int):
                raise AmountError(f"{number!r} days of {period.dose}: write a whole number")
            if not 0 <= number <= period.length:
                raise AmountError(
                    f"{number} days of {period.dose}, of a period of {period.days}: write 0 to "
                    f"{period.length}"
                )
        return days

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
        return tuple(note for period in self.periods if (note := cut_short(period.dose)))


def checked_regimen(stated: object) -> Regimen:
    """A regimen, or KindError for anything else."""
    if not isinstance(stated, Regimen):
        raise KindError(f"{stated!r} is no regimen: write Regimen.titration(...) or its like")
    return stated
