"""One line of directions, written and read back.

"Take 2 capsules of 1.5 mg (3 mg) by mouth twice a day for 14 days": 2 × 1.5 = 3 mg, 28 doses.
"Take 1.5 mL (1.5 mg), measured in the 3 mL oral syringe, by mouth once a day for 7 days": a liquid.
No full stop ends it, which after a number could be read as a decimal point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Period
from ldn_compound.named import NamedTuple
from ldn_compound.planning.dose_volume import DoseVolume
from ldn_compound.planning.kit import Combination, Portion
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.planning.liquid_course import InSyringe
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.dates import read_date
from ldn_compound.quantity.kinds import Days, Mass, PerUnit, UnitCount, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.writing import write
from ldn_compound.records.words import CAPSULE, listed

A = TypeVar("A", bound=Amount)

_BY = "the directions"
_COUNT = "[1-9][0-9]{0,5}"
_PORTION = re.compile(rf"({_COUNT}) {CAPSULE}s? of (.+)")
_LINE = re.compile(
    r"Take (?P<taken>[^()]+) \((?P<dose>[^()]+)\)"
    r"(?:, measured in the (?P<capacity>[^,]+) oral syringe,)? by mouth "
    rf"(?P<times>once|twice|{_COUNT} times) a day for (?P<days>{_COUNT} days?)"
    r"(?:, from (?P<first>\S+) to (?P<last>\S+)|, on (?P<only>\S+))?"
)
_EXAMPLE = "Take 1 capsule of 1.5 mg (1.5 mg) by mouth once a day for 7 days"
_LONGEST = 400  # characters of a line that a message repeats


Taken = Combination | InSyringe
"""What is taken for one dose."""


class Line(NamedTuple):
    """What one line says."""

    period: Period
    taken: Taken
    first_day: date | None

    @property
    def last_day(self) -> date | None:
        """The last day, where the days are known."""
        return last_day_of(self.period, self.first_day)


def last_day_of(period: Period, first_day: date | None) -> date | None:
    """The last day of a period from its first."""
    return None if first_day is None else first_day + timedelta(days=period.length - 1)


def in_words(of: Combination | DoseVolume) -> Taken:
    """What a patient is told of one dose: the capsules, or the volume and its syringe."""
    if isinstance(of, Combination):
        return of
    return InSyringe(volume=of.volume, capacity=of.syringe.capacity)


def taken_text(taken: Taken) -> str:
    """'1 capsule of 1.5 mg and 1 capsule of 0.5 mg', or '1.5 mL'."""
    if isinstance(taken, InSyringe):
        return write(_plain(taken.volume))
    return listed(tuple(map(portion_text, taken.portions)))


def syringe_text(taken: InSyringe) -> str:
    """'the 3 mL oral syringe'."""
    return f"the {write(_plain(taken.capacity))} oral syringe"


def portion_text(portion: Portion) -> str:
    """'1 capsule of 1.5 mg'."""
    return capsules_text(portion.strength, units=portion.units)


def capsules_text(strength: PerUnit, *, units: UnitCount) -> str:
    """So many capsules of a strength."""
    return f"{write(_plain(units), unit=CAPSULE)} of {strength_text(_plain(strength))}"


def dose_text(period: Period) -> str:
    """'2 mg'."""
    return write(_plain(period.dose))


def times_text(times_a_day: int) -> str:
    """'once a day', 'twice a day', '3 times a day'."""
    words = {1: "once", 2: "twice"}
    return f"{words.get(times_a_day, f'{times_a_day} times')} a day"


def write_line(line: Line) -> str:
    """The line as a sentence."""
    period, taken = line.period, line.taken
    measured = f", measured in {syringe_text(taken)}," if isinstance(taken, InSyringe) else ""
    return f"Take {taken_text(taken)} ({dose_text(period)}){measured} {_how(period)}{_dates(line)}"


def untold_line(period: Period) -> str:
    """The sentence where nobody said what makes the dose; it is not read back."""
    return f"Take {dose_text(period)} {_how(period)}"


def read_line(text: str) -> Line:
    """The line that `write_line` writes; AmountError says what it should be."""
    found = _LINE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise AmountError(f"{text[:_LONGEST]!r}: write a line such as '{_EXAMPLE}'")
    said = found.groupdict()
    period = Period(
        dose=Mass.of(said["dose"], by=_BY),
        days=Days.of(said["days"], by=_BY),
        times_a_day={"once": 1, "twice": 2}.get(said["times"]) or int(said["times"].split()[0]),
    )
    first = said["only"] or said["first"]
    taken = _taken(said["taken"], capacity=said["capacity"])
    line = Line(period, taken, read_date(first) if first else None)
    _refuse_contradictions(line, last=said["only"] or said["last"])
    if write_line(line) != text:
        raise AmountError(f"{text!r}: write '{write_line(line)}'")
    return line


def _how(period: Period) -> str:
    return f"by mouth {times_text(period.times_a_day)} for {write(_plain(period.days))}"


def _dates(line: Line) -> str:
    if line.first_day is None:
        return ""
    if line.first_day == line.last_day:
        return f", on {line.first_day}"
    return f", from {line.first_day} to {line.last_day}"


def _taken(text: str, *, capacity: str | None) -> Taken:
    if capacity is None:
        return Combination(portions=tuple(_portions(text)))
    return InSyringe(volume=Volume.of(text, by=_BY), capacity=Volume.of(capacity, by=_BY))


def _portions(text: str) -> Iterator[Portion]:
    for part in re.split(", | and ", text):
        found = _PORTION.fullmatch(part)
        if found is None:
            raise AmountError(f"{part!r}: write capsules such as '2 capsules of 1.5 mg'")
        units, strength = found.groups()
        yield Portion(strength=PerUnit.of(strength, by=_BY), units=UnitCount.of(int(units), by=_BY))


def _refuse_contradictions(line: Line, *, last: str | None) -> None:
    taken, dose = line.taken, line.period.dose
    if isinstance(taken, Combination) and taken.gives != dose:
        raise AmountError(
            f"'{taken_text(taken)} ({dose_text(line.period)})': the capsules make "
            f"{taken.gives}; correct the capsules or the dose"
        )
    if last is not None and read_date(last) != line.last_day:
        raise AmountError(
            f"{line.period.days} from {line.first_day} end on {line.last_day}, not on {last}; "
            "correct the days or the dates"
        )


def _plain(amount: A) -> A:
    """An amount without the trailing zeros that a reading would keep."""
    return type(amount).in_base(amount.base, Given(_BY, ""))
