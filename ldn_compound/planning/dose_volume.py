"""The volume of a dose, on a mark of an oral syringe, and what it really delivers.

0.5 mg of 1 mg/mL is 0.5 mL, a mark of the 1 mL syringe; half a mark, 0.005 mL, is 1 % of it.
"""

from collections.abc import Iterator
from fractions import Fraction

from pydantic import ConfigDict

from ldn_compound.catalog import fact
from ldn_compound.equations.dosing import delivered_dose, dose_deviation, part_of_capacity
from ldn_compound.equations.liquids import volume_for
from ldn_compound.equations.measuring import volume_error
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.measure import Measure, for_a_patient, usual_measures
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.spelling import write_number
from ldn_compound.quantity.writing import write

_SUGGESTED = "suggested"
_FINEST = Fraction(1, 10)  # mg/mL between two concentrations that are suggested
_NEAREST = (Mode.HALF_UP, Mode.HALF_EVEN, Mode.HALF_DOWN)
_STRONGEST = Fraction(10)  # mg/mL: ten times the usual liquid


class DoseVolume(Base, frozen=True):
    """A dose as a volume on a syringe's mark."""

    model_config = ConfigDict(title="the dose volume")

    dose: Mass
    concentration: Concentration
    syringe: Measure
    wanted: Volume
    volume: Volume
    """On the nearest mark."""
    delivered: Mass
    deviation: Ratio
    """Of what is delivered from the dose; negative where it is less."""
    mark_error: Ratio
    """Half a graduation, of the volume."""
    filled: Ratio
    """The volume, of the syringe's capacity."""

    @property
    def accurate(self) -> bool:
        """Whether half a graduation is a small enough part of the volume."""
        return self.mark_error <= fact("largest_mark_error").amount(Ratio)

    @property
    def well_filled(self) -> bool:
        """Whether the syringe is not too large for the volume."""
        return self.filled >= fact("least_syringe_share").amount(Ratio)

    @property
    def exact(self) -> bool:
        """Whether the dose falls on a mark."""
        return self.deviation.is_zero

    def __str__(self) -> str:
        return (
            f"{write(self.dose)} = {write(self.volume)} in the {self.syringe} "
            f"({write(self.concentration)}), delivers {write(self.delivered)}, "
            f"{write(self.deviation)} off"
        )


def oral_syringes() -> tuple[Measure, ...]:
    """The usual oral syringes, smallest first."""
    return tuple(one for one in usual_measures() if one.kind == "oral syringe")


def dose_volume(
    dose: Mass,
    *,
    concentration: Concentration,
    syringes: tuple[Measure, ...] = (),
    mode: Mode = Mode.HALF_UP,
) -> DoseVolume:
    """The volume of one dose in the syringe that suits it best.

    That is the smallest in which half a graduation is at most 5 % of the volume and the volume at
    least 20 % of the capacity; where there is none, the one with the least error on its marks.
    `mode` is how it is rounded to a mark. PlanError where no syringe holds the dose.
    """
    kinds = for_a_patient(syringes) or oral_syringes()
    found = list(_in_each(dose, concentration, kinds, mode))
    if not found:
        raise _no_syringe(dose, concentration, kinds, mode)
    return min(found, key=_preference)


def dose_volumes(
    doses: tuple[Mass, ...],
    *,
    concentration: Concentration,
    syringes: tuple[Measure, ...] = (),
    mode: Mode = Mode.HALF_UP,
) -> tuple[DoseVolume, ...]:
    """The volumes of several doses, in one syringe for all where one suits them all.

    Of several that do, the one in which the worst dose is least off; then the smallest.
    """
    kinds = for_a_patient(syringes) or oral_syringes()
    in_one = [
        tuple(each[0] for each in volumes)
        for syringe in sorted(kinds, key=lambda one: (one.capacity.base, one.graduation.base))
        if (volumes := [list(_in_each(dose, concentration, (syringe,), mode)) for dose in doses])
        and all(each and each[0].accurate and each[0].well_filled for each in volumes)
    ]
    if in_one:
        return min(in_one, key=lambda every: max(abs(one.deviation.base) for one in every))
    return tuple(
        dose_volume(dose, concentration=concentration, syringes=kinds, mode=mode) for dose in doses
    )


def suggested_concentrations(
    doses: tuple[Mass, ...], *, syringes: tuple[Measure, ...] = ()
) -> tuple[Concentration, ...]:
    """Concentrations, to 0.1 mg/mL, at which every dose falls on a mark within the limits.

    Those that need fewest syringes first, then those with the least error on a mark.
    """
    kinds = for_a_patient(syringes) or oral_syringes()
    ranked: list[tuple[int, Fraction, Fraction, Concentration]] = []
    for step in range(1, int(_STRONGEST / _FINEST) + 1):
        base = step * _FINEST
        if not _on_marks(doses, base, kinds):
            continue
        concentration = Concentration.in_base(
            base, Given(_SUGGESTED, write_number(base) + " mg/mL")
        )
        try:
            volumes = dose_volumes(doses, concentration=concentration, syringes=syringes)
        except PlanError:
            continue
        if all(one.exact and one.accurate and one.well_filled for one in volumes):
            different = len({one.syringe for one in volumes})
            worst = max((one.mark_error.base for one in volumes), default=Fraction(0))
            ranked.append((different, worst, base, concentration))
    return tuple(concentration for *_, concentration in sorted(ranked, key=lambda one: one[:3]))


def _on_marks(doses: tuple[Mass, ...], base: Fraction, syringes: tuple[Measure, ...]) -> bool:
    """Whether each dose of a liquid of `base` mg/mL is on a mark of one of the syringes."""
    return all(
        any(
            dose.base / base <= one.capacity.base
            and (dose.base / base / one.graduation.base).denominator == 1
            for one in syringes
        )
        for dose in doses
    )


def _in_each(
    dose: Mass, concentration: Concentration, syringes: tuple[Measure, ...], mode: Mode
) -> Iterator[DoseVolume]:
    wanted = volume_for(active=dose, concentration=concentration)
    for syringe in syringes:
        try:
            volume = Rounding("measure", syringe.graduation, mode)(wanted)
        except AmountError:  # nothing, on its marks
            continue
        if volume > syringe.capacity:
            continue
        delivered = delivered_dose(volume=volume, concentration=concentration)
        yield trusted(DoseVolume)(
            dose=dose,
            concentration=concentration,
            syringe=syringe,
            wanted=wanted,
            volume=volume,
            delivered=delivered,
            deviation=dose_deviation(delivered=delivered, dose=dose),
            mark_error=volume_error(error=syringe.error, measured=volume),
            filled=part_of_capacity(volume=volume, capacity=syringe.capacity),
        )


def _preference(one: DoseVolume) -> tuple[bool, Fraction, Fraction]:
    suits = one.accurate and one.well_filled
    size = one.syringe.capacity.base
    return (not suits, size if suits else one.mark_error.base, one.syringe.graduation.base)


def _no_syringe(
    dose: Mass, concentration: Concentration, syringes: tuple[Measure, ...], mode: Mode
) -> PlanError:
    wanted = volume_for(active=dose, concentration=concentration)
    largest = max(syringes, key=lambda one: one.capacity.base)
    finest = min(syringes, key=lambda one: one.graduation.base)
    if wanted > largest.capacity:
        return PlanError(
            f"{write(dose)} of {write(concentration)} is {write(wanted)}, more than the "
            f"{largest} holds",
            remedy="take a stronger liquid, at which a dose is a few mL",
        )
    half = "half of " if mode in _NEAREST else ""
    return PlanError(
        f"{write(dose)} of {write(concentration)} is {write(wanted)}, less than {half}the first "
        f"mark ({write(finest.graduation)}) of the {finest}",
        remedy="take a weaker liquid, at which a dose is a few tenths of a mL",
    )
