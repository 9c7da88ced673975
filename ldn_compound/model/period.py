"""One dose, so many times a day, for so many days: 3 mg twice a day for 14 days are 84 mg.

A dose is one that a label can carry exactly; days are whole.
"""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import times
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.stated import Stated
from ldn_compound.quantity.dates import YEARS
from ldn_compound.quantity.kinds import Days, Mass

_LONGEST = len(YEARS) * 366


def _times(stated: Any) -> Any:
    if isinstance(stated, bool) or not isinstance(stated, int) or stated < 1:
        raise AmountError(f"{stated!r} times a day: write a whole number, such as 1")
    most = fact("most_times_a_day").number
    if stated > most:
        raise AmountError(f"{stated} times a day: {most} are the most")
    return stated


TimesADay = Annotated[int, BeforeValidator(_times)]


def whole_days(days: Days) -> Days:
    """Days without a part of one."""
    if days.base.denominator != 1:
        raise AmountError(f"'{days}': write whole days, such as '{Days.example}'")
    return days


def _counted_on_a_calendar(days: Days) -> Days:
    if days.base > _LONGEST:
        raise AmountError(f"'{days}': longer than {len(YEARS)} years; write fewer days")
    return whole_days(days)


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
    days: Annotated[Stated[Days], AfterValidator(_counted_on_a_calendar)]
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
