"""What liquids are measured with: a cylinder, an oral syringe, a pipette, and its marks."""

from functools import cache
from typing import Literal, Self

from pydantic import ConfigDict, model_validator

from ldn_compound.catalog import cylinder, fact, names, syringe
from ldn_compound.equations.everyday import times
from ldn_compound.equations.measuring import half_mark, least_measurable
from ldn_compound.errors import AmountError, KindError, PlanError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.stated import Maybe, Stated, unstated
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Ratio, Volume
from ldn_compound.quantity.writing import write

_LEAST_SHARE = {"cylinder": "least_cylinder_share", "oral syringe": "least_syringe_share"}


class Measure(Base, frozen=True):
    """A graduated measure.

    `least` is the least volume it is used for; not stated, 20 % of the capacity, and a pipette's
    graduation.
    """

    model_config = ConfigDict(title="the measure")

    kind: Literal["cylinder", "oral syringe", "pipette"]
    capacity: Stated[Volume]
    graduation: Stated[Volume]
    least: Maybe[Volume] = unstated()
    displaces: Maybe[Volume] = unstated()
    """What its tip holds beside the scale, where that is known."""

    @model_validator(mode="after")
    def _has_a_mark(self) -> Self:
        if self.graduation > self.capacity:
            raise AmountError(
                f"marks {write(self.graduation)} apart on a {self}: correct the graduation or the "
                "capacity"
            )
        return self

    @kept
    def least_volume(self) -> Volume:
        """The least volume it is used for."""
        if self.least is not None:
            return self.least
        if self.kind not in _LEAST_SHARE:
            return self.graduation
        share = fact(_LEAST_SHARE[self.kind]).amount(Ratio)
        return least_measurable(capacity=self.capacity, least_share=share)

    @kept
    def error(self) -> Volume:
        """How far off a volume on one of its marks may be."""
        return half_mark(graduation=self.graduation)

    def takes(self, volume: Volume) -> bool:
        """Whether it is used for so much."""
        return self.least_volume <= volume <= self.capacity

    def __str__(self) -> str:
        return f"{write(self.capacity)} {self.kind}"


def for_a_patient(syringes: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Oral syringes; KindError or AmountError for what a patient does not draw a dose with."""
    for one in syringes:
        if not isinstance(one, Measure):
            raise KindError(f"{one!r} is no syringe: write Measure(kind='oral syringe', ...)")
        if one.kind != "oral syringe":
            raise AmountError(f"a {one} measures no dose: write kind = 'oral syringe'")
    return syringes


def one_or_each(syringes: tuple[Measure, ...], *, doses: int) -> None:
    """AmountError where stated syringes are not one for all of so many doses or one for each."""
    if len(syringes) not in (0, 1, doses):
        raise AmountError(
            f"{len(syringes)} syringes for {doses} doses: write one for all of them, or one for "
            "each, in the order of the doses"
        )


@cache
def usual_measures() -> tuple[Measure, ...]:
    """Class A cylinders and oral syringes at their usual graduations."""
    cylinders = (cylinder(name) for name in names("cylinder"))
    syringes = (syringe(name) for name in names("syringe"))
    return (
        *(
            trusted(Measure)(kind="oral syringe", capacity=one.capacity, graduation=one.graduation)
            for one in syringes
        ),
        *(
            trusted(Measure)(kind="cylinder", capacity=one.capacity, graduation=one.graduation)
            for one in cylinders
        ),
    )


def measure_for(volume: Volume, *, measures: tuple[Measure, ...]) -> Measure | None:
    """The smallest measure that takes so much; None where none does."""
    fitting = [measure for measure in measures if measure.takes(volume)]
    return min(
        fitting, key=lambda one: (one.capacity.base, one.graduation.base, one.kind), default=None
    )


class BroughtWith(NamedTuple):
    """What a volume is brought to its mark with, in words, how far off that may be, its marks."""

    said: str
    error: Volume
    graduation: Volume


def bringing_to(volume: Volume, *, measures: tuple[Measure, ...]) -> BroughtWith:
    """The smallest cylinder that holds a volume; above all, a bottle marked by one.

    A bottle is marked with as many fillings of the largest cylinder as it takes, each off by half
    a graduation. PlanError where the volume is too small for the cylinders there are.
    """
    cylinders = [one for one in measures if one.kind == "cylinder"] or list(measures)
    measure = measure_for(volume, measures=tuple(cylinders))
    if measure is not None:
        return BroughtWith(str(measure), measure.error, measure.graduation)
    largest = max(cylinders, key=lambda one: one.capacity.base)
    if volume < largest.capacity:
        raise PlanError(
            f"{write(volume)}: no measure on the bench is used for so little",
            remedy="state a measure for it, such as {kind = 'cylinder', capacity = '5 mL', "
            "graduation = '0.1 mL'}, or make another volume",
        )
    error = times(largest.error, factor=-int(-volume.base // largest.capacity.base))
    return BroughtWith(f"bottle marked with a {largest}", error, largest.graduation)
