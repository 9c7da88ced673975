"""How what is measured is rounded to its instrument's marks, and how far that may move it.

1436.13 mg on a balance that reads 1 mg is 1436 mg, half up; 1.25 mL in a syringe with marks of
0.1 mL is 1.3 mL, or 1.2 mL where a house draws no more than was ordered ("down").
"""

from typing import Any

from pydantic import ConfigDict, Field, field_validator

from ldn_compound.catalog import fact
from ldn_compound.model.base import Base
from ldn_compound.model.decided import a_part
from ldn_compound.model.stated import Stated
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.rounding import Mode


def _usual() -> Any:
    return Field(default_factory=lambda: fact("rounding_tolerance").amount(Ratio))


class RoundingPolicy(Base, frozen=True):
    """What a house decides of rounding: what it weighs, measures, and has a patient draw.

    A tolerance is how far a rounding may move an amount before a finding says so. The other
    roundings leave no choice: tablets to be ground are counted up, for fewer would not give the
    powder; whole tablets are those of the way that is taken; units are as many as are ordered, and
    a run fills whole shells; an oral liquid is brought to its volume or to the next mark above it,
    for less would not be what was ordered; a label names the strength as it was ordered; what is
    tested against limits is rounded half up at the limits' own decimals, as the General Notices of
    the pharmacopoeia ask.
    """

    model_config = ConfigDict(title="the rounding policy")

    weigh: Mode = Mode.HALF_UP
    """A mass, to what the balance reads."""
    measure: Mode = Mode.HALF_UP
    """A volume measured at the bench, to the marks of its measure."""
    dose_volume: Mode = Mode.HALF_UP
    """The volume of a dose, to the marks of the patient's oral syringe."""
    weigh_tolerance: Stated[Ratio] = _usual()
    measure_tolerance: Stated[Ratio] = _usual()
    dose_volume_tolerance: Stated[Ratio] = _usual()

    @field_validator("weigh_tolerance", "measure_tolerance", "dose_volume_tolerance")
    @classmethod
    def _a_part(cls, stated: Ratio) -> Ratio:
        return a_part(stated)
