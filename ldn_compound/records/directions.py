"""Directions a patient can follow, a line for each period, in words that can be read back exactly.

Take 1 capsule of 1.5 mg and 1 capsule of 0.5 mg (2 mg) by mouth once a day for 7 days, from
2026-12-01 to 2026-12-07: 1.5 + 0.5 = 2, and the 1st to the 7th are 7 days.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Self

from pydantic import ConfigDict, ValidationError, model_validator

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import per
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.faults import faults
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import Dispensing
from ldn_compound.planning.dose_volume import DoseVolume
from ldn_compound.planning.kit import Combination, Kit
from ldn_compound.planning.liquid_course import InSyringe, LiquidCourse
from ldn_compound.quantity.kinds import Concentration, Ratio
from ldn_compound.quantity.rounding import Significant
from ldn_compound.quantity.writing import write
from ldn_compound.records.direction_lines import (
    Line,
    Taken,
    in_words,
    last_day_of,
    read_line,
    write_line,
)

_A_DAY = timedelta(days=1)
_FIGURES = 3
"""Of a concentration that two lines come to, enough to tell them apart."""


class Instruction(Base, frozen=True):
    """What is taken in one period, and from which day where that is known."""

    model_config = ConfigDict(title="the directions")

    period: Period
    taken: Taken
    """For one dose."""
    first_day: date | None = None

    @model_validator(mode="after")
    def _makes_the_dose(self) -> Self:
        taken, dose = self.taken, self.period.dose
        if isinstance(taken, Combination) and taken.gives != dose:
            raise AmountError(
                f"capsules that make {taken.gives} for a dose of {dose}: write the capsules that "
                "make the dose"
            )
        return self

    @property
    def last_day(self) -> date | None:
        """The last day of it, where its days are known."""
        return last_day_of(self.period, self.first_day)

    @property
    def text(self) -> str:
        """One sentence."""
        return write_line(Line(self.period, self.taken, self.first_day))


class Directions(Document, frozen=True):
    """Instructions, in the order in which they are followed."""

    model_config = ConfigDict(title="the directions")

    instructions: tuple[Instruction, ...]

    @model_validator(mode="after")
    def _one_after_another(self) -> Self:
        for before, after in pairwise(self.instructions):
            due = None if before.last_day is None else before.last_day + _A_DAY
            if after.first_day != due:
                raise AmountError(
                    f"'{after.text}' after '{before.text}': each period starts on the day after "
                    "the one before, or no period is dated"
                )
        return self

    @property
    def text(self) -> str:
        """A line for each period."""
        return "\n".join(instruction.text for instruction in self.instructions)

    @property
    def regimen(self) -> Regimen:
        """What they say to take."""
        return Regimen(periods=tuple(instruction.period for instruction in self.instructions))


def directions(of: Kit | LiquidCourse | Dispensing) -> Directions:
    """The directions for a kit or a liquid; for one that is dispensed, with the days."""
    medicine = of.medicine if isinstance(of, Dispensing) else of
    taken: tuple[Combination | DoseVolume, ...] = (
        medicine.combinations if isinstance(medicine, Kit) else medicine.draws
    )
    days: tuple[date | None, ...] = (None,) * len(taken)
    if isinstance(of, Dispensing):
        days = tuple(dated.first_day for dated in of.periods)
    return Directions(
        instructions=tuple(
            Instruction(period=period, taken=in_words(dose), first_day=first_day)
            for period, dose, first_day in zip(medicine.regimen.periods, taken, days, strict=True)
        )
    )


def read_directions(text: str) -> Directions:
    """Directions as `Directions.text` writes them; AmountError says what a line should be.

    Lines of one liquid are refused where their mg and mL disagree by more than two doses within
    the limits of their content can.
    """
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not lines:
        raise AmountError("no directions: write a line for each period")
    try:
        read = Directions(
            instructions=tuple(
                Instruction(period=line.period, taken=line.taken, first_day=line.first_day)
                for line in map(read_line, lines)
            )
        )
        _ = read.regimen  # which judges how many lines there are
    except ValidationError as error:
        said = (fault.says for fault in faults(error, of=Directions))
        raise AmountError("; ".join(dict.fromkeys(said))) from None
    _refuse_two_liquids(read)
    return read


def _refuse_two_liquids(read: Directions) -> None:
    """Where no one liquid gives these doses in these volumes; a mark may move each a little."""
    liquids = [
        (per(one.period.dose, by=one.taken.volume), one)
        for one in read.instructions
        if isinstance(one.taken, InSyringe)
    ]
    if not liquids:
        return
    (weak, of_weak), (strong, of_strong) = (
        end(liquids, key=lambda liquid: liquid[0].base) for end in (min, max)
    )
    limits = fact("content").limits(Ratio)
    if strong.base * limits.low.base > weak.base * limits.high.base:
        raise AmountError(
            f"'{of_weak.text}' is of {_about(weak)}, and '{of_strong.text}' of {_about(strong)}: "
            "one liquid is taken; correct the mL or the mg"
        )


def _about(concentration: Concentration) -> str:
    return write(Significant("show", _FIGURES)(concentration))
