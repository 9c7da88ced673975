"""A beyond-use date: the last day of use, the limit that set it, and every limit it beat."""

import datetime
from collections.abc import Iterator
from math import ceil
from typing import Literal, Self

from pydantic import ConfigDict, StrictBool, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.quantity.dates import FirstDay, checked_day
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Days

LimitKind = Literal[
    "default", "no default", "monograph", "study", "longest", "antimicrobial test", "component"
]


class Limit(Base, frozen=True):
    """A day after which it may not be used, for one reason."""

    kind: LimitKind
    name: str
    date: datetime.date
    why: str
    cites: tuple[str, ...] = ()
    confirmed: StrictBool

    def __str__(self) -> str:
        doubt = "" if self.confirmed else " (not confirmed)"
        cited = f" [{', '.join(self.cites)}]" if self.cites else ""
        return f"{self.date}, {self.name}: {self.why}{doubt}{cited}"


class SetAside(Base, frozen=True):
    """What was looked at and does not count here, and why not."""

    kind: Literal["default", "extension", "study"]
    name: str
    why: tuple[str, ...]
    stable: str = ""
    """Of a study whose every ingredient is in this, and that differs nevertheless: what it found
    for its own formulation, kept as this is."""

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(self.why)}"


class BeyondUse(Base, frozen=True):
    """The last day on which a preparation may be used, and what that rests on.

    It may lie before `made`, where a component is past its own date: then nothing may be made of
    it. `undated` are components whose date nobody gave, `notes` what a reviewer should see.
    """

    model_config = ConfigDict(title="the beyond-use date")

    date: datetime.date
    made: datetime.date
    edition: str
    """The chapter's edition, by its key."""
    first_day: FirstDay
    basis: str
    """Edition and counting of days, in words."""
    limit: Limit
    """The one that won."""
    beaten: tuple[Limit, ...] = ()
    """The others, the earliest first."""
    set_aside: tuple[SetAside, ...] = ()
    undated: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _earliest(self) -> Self:
        if self.date != min(limit.date for limit in self.limits):
            raise AmountError(f"beyond-use date {self.date}: not the earliest of its limits")
        if self.limit.date != self.date:
            raise AmountError(f"beyond-use date {self.date}: {self.limit.name} did not set it")
        return self

    @kept
    def limits(self) -> tuple[Limit, ...]:
        """Every limit, the one that won first."""
        return (self.limit, *self.beaten)

    @property
    def before_made(self) -> bool:
        """Whether a component was past its date on the day of compounding."""
        return self.date < self.made

    @property
    def days(self) -> int:
        """Days on which it may be used, the day of compounding included."""
        return self.days_from(self.made)

    def days_from(self, day: datetime.date) -> int:
        """Days on which it may be used, from `day` on, that day and the last included."""
        first = checked_day(day, what="first day of use")
        return max(0, (self.date - first).days + 1)

    def past(self, on: datetime.date) -> bool:
        """Whether it may no longer be used on a day; its last day is a day of use."""
        return checked_day(on, what="day") > self.date

    def outlasted_by(self, supply: Days, *, start: datetime.date | None = None) -> int:
        """Days of a supply that come after the date: 0 where it is used up in time.

        The supply is taken from `start` on; from the day of compounding where that is not given.
        """
        usable = self.days_from(self.made if start is None else start)
        return max(0, ceil(supply.base) - usable)

    def lines(self) -> tuple[str, ...]:
        """It in words, a line for each limit."""
        return tuple(self._lines())

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _lines(self) -> Iterator[str]:
        late = f"; before the day of compounding, {self.made}: nothing may be made of this"
        yield f"Beyond-use date: {self.date}{late if self.before_made else ''}"
        yield f"Dated by: {self.basis}"
        yield f"Set by: {self.limit}"
        yield from (f"Not later than: {limit}" for limit in self.beaten)
        yield from (f"Does not count: {aside}" for aside in self.set_aside)
        yield from (f"No date known: {name}; it limits nothing here" for name in self.undated)
        yield from (f"Note: {note}" for note in self.notes)
