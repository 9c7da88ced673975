"""A solution of a powder and a measured part of it, for a mass too small to weigh.

50 mg wanted, 120 mg the least weighed: 200 mg to 20 mL, of which 5 mL hold 50 mg.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import TypeVar

from ldn_compound.model.bench import Bench
from ldn_compound.model.measure import Measure
from ldn_compound.model.policy import Policy
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Concentration, Mass, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import whole_quotient

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
    steps: int
    """Of the balance, that are weighed."""
    flask: Measure
    taken: Fraction
    syringe: Measure

    @property
    def discarded(self) -> Fraction:
        """What of the flask is not measured out."""
        return self.flask.capacity.base - self.taken


def aliquots(
    wanted: Mass,
    *,
    most: Volume,
    bench: Bench,
    policy: Policy,
    dissolves: Concentration | None = None,
    rest: Fraction = Fraction(0),
) -> Iterator[Aliquot]:
    """The solutions within both limits, least weighed out first, then least volume discarded.

    `most` is the largest aliquot that fits, `dissolves` the solubility, `rest` the relative error
    of what comes after. Take as many as are needed: each is judged when it is asked for.
    """
    every = _marks(wanted.base, most.base, bench, policy)
    for marks in sorted(every, key=lambda one: (one.steps, one.discarded, one.taken)):
        if _within(marks, bench, policy, dissolves, rest):
            yield _aliquot(marks, bench)


def _marks(wanted: Fraction, most: Fraction, bench: Bench, policy: Policy) -> Iterator[_Marks]:
    """Each flask filled to its mark, each mark of the measures, and the mass that fits them."""
    step, tolerance = bench.balance.readability.base, policy.rounding.weigh_tolerance.base
    lightest = ceil(bench.balance.minimum.base / step)
    heaviest = floor(bench.balance.capacity.base / step)
    volumes = tuple(_volumes(bench.graduated, most))
    for flask in (measure for measure in bench.graduated if measure.kind == "cylinder"):
        in_flask = wanted * flask.capacity.base / step
        for taken, syringe in volumes:
            # Whole numbers: there are thousands of these, and a fraction costs ten times as much.
            top = in_flask.numerator * taken.denominator
            bottom = in_flask.denominator * taken.numerator
            steps = whole_quotient(top, bottom, policy.rounding.weigh)
            off = abs(steps * bottom - top)
            if (
                lightest <= steps <= heaviest
                and off * tolerance.denominator <= tolerance.numerator * top
                and taken <= flask.capacity.base
            ):
                yield _Marks(steps, flask, taken, syringe)


def _volumes(measures: tuple[Measure, ...], most: Fraction) -> Iterator[tuple[Fraction, Measure]]:
    """The volumes up to `most` that lie on a mark of the measure used for them.

    A larger measure is used for what the smaller ones do not take.
    """
    smallest_first = sorted(
        measures, key=lambda one: (one.capacity.base, one.graduation.base, one.kind)
    )
    for number, measure in enumerate(smallest_first):
        mark = measure.graduation.base
        smaller = smallest_first[:number]
        first = -(-measure.least_volume.base // mark)
        for count in range(int(first), int(min(measure.capacity.base, most) // mark) + 1):
            volume = count * mark
            if not any(
                other.least_volume.base <= volume <= other.capacity.base for other in smaller
            ):
                yield volume, measure


def _within(
    marks: _Marks,
    bench: Bench,
    policy: Policy,
    dissolves: Concentration | None,
    rest: Fraction,
) -> bool:
    balance = bench.balance
    weighed = marks.steps * balance.readability.base
    if dissolves is not None and weighed > dissolves.base * marks.flask.capacity.base:
        return False
    errors = (
        balance.error.base / weighed,
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


def _aliquot(marks: _Marks, bench: Bench) -> Aliquot:
    return Aliquot(
        weighed=_chosen(Mass, marks.steps * bench.balance.readability.base),
        volume=_chosen(Volume, marks.flask.capacity.base),
        brought_with=marks.flask,
        taken=_chosen(Volume, marks.taken),
        taken_with=marks.syringe,
    )


def _chosen(kind: type[A], base: Fraction) -> A:
    written = kind.in_base(base, Given(_CHOSEN, ""))
    return kind.in_base(base, Given(_CHOSEN, str(written)))
