"""A solution of a powder and a measured part of it, for a mass too small to weigh.

50 mg wanted, 120 mg the least weighed: 200 mg to 20 mL, of which 5 mL hold 50 mg.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple, TypeVar

from ldn_compound.model.bench import Bench
from ldn_compound.model.measure import Measure, measure_for
from ldn_compound.model.policy import Policy
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Concentration, Mass, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import whole

A = TypeVar("A", bound=Amount)

_CHOSEN = "chosen within reach of balance and measures"


class Aliquot(NamedTuple):
    """`weighed` brought to `volume`, of which `taken` is measured out."""

    weighed: Mass
    volume: Volume
    brought_with: Measure
    taken: Volume
    taken_with: Measure


class _Marks(NamedTuple):
    weighed: Fraction
    flask: Measure
    taken: Fraction
    syringe: Measure


def aliquots(
    wanted: Mass,
    *,
    most: Volume,
    bench: Bench,
    policy: Policy,
    dissolves: Concentration | None = None,
    rest: Fraction = Fraction(0),
) -> tuple[Aliquot, ...]:
    """The solutions within both limits, least weighed out first, then least volume discarded.

    `most` is the largest aliquot that fits, `dissolves` the solubility, `rest` the relative error
    of what comes after.
    """
    found = [
        marks
        for marks in _marks(wanted.base, most.base, bench, policy)
        if _within(marks, bench, policy, dissolves, rest)
    ]
    found.sort(key=lambda one: (one.weighed, one.flask.capacity.base - one.taken, one.taken))
    return tuple(_aliquot(marks) for marks in found)


def _marks(wanted: Fraction, most: Fraction, bench: Bench, policy: Policy) -> Iterator[_Marks]:
    """Each flask filled to its mark, each mark of the measures, and the mass that fits them."""
    balance = bench.balance
    step = balance.readability.base
    for flask in (measure for measure in bench.graduated if measure.kind == "cylinder"):
        whole_mass = wanted * flask.capacity.base
        least = whole_mass / balance.capacity.base
        largest = min(flask.capacity.base, most, whole_mass / balance.minimum.base)
        for taken, syringe in _volumes(bench.graduated, least, largest):
            exact = whole_mass / taken
            weighed = whole(exact / step, policy.rounding.weigh) * step
            if weighed and abs(weighed / exact - 1) <= policy.rounding.tolerance.base:
                yield _Marks(weighed, flask, taken, syringe)


def _volumes(
    measures: tuple[Measure, ...], least: Fraction, largest: Fraction
) -> Iterator[tuple[Fraction, Measure]]:
    """The volumes from `least` to `largest` that lie on a mark of the measure used for them."""
    for measure in measures:
        mark = measure.graduation.base
        first = -(-max(least, measure.least_volume.base) // mark)
        last = min(measure.capacity.base, largest) // mark
        for count in range(int(first), int(last) + 1):
            volume = Volume.in_base(count * mark, Given(_CHOSEN, ""))
            if measure_for(volume, measures=measures) == measure:
                yield volume.base, measure


def _within(
    marks: _Marks,
    bench: Bench,
    policy: Policy,
    dissolves: Concentration | None,
    rest: Fraction,
) -> bool:
    balance = bench.balance
    if not balance.minimum.base <= marks.weighed <= balance.capacity.base:
        return False
    if dissolves is not None and marks.weighed > dissolves.base * marks.flask.capacity.base:
        return False
    errors = (
        balance.error.base / marks.weighed,
        marks.flask.error.base / marks.flask.capacity.base,
        marks.syringe.error.base / marks.taken,
        rest,
    )
    high = low = Fraction(1)
    for error in errors:
        high *= 1 + error
        low *= 1 - error
    limit = policy.largest_weighing_error.base
    return high - 1 <= limit and 1 - low <= limit


def _aliquot(marks: _Marks) -> Aliquot:
    return Aliquot(
        weighed=_chosen(Mass, marks.weighed),
        volume=_chosen(Volume, marks.flask.capacity.base),
        brought_with=marks.flask,
        taken=_chosen(Volume, marks.taken),
        taken_with=marks.syringe,
    )


def _chosen(kind: type[A], base: Fraction) -> A:
    written = kind.in_base(base, Given(_CHOSEN, ""))
    return kind.in_base(base, Given(_CHOSEN, str(written)))
