"""Each dose of a liquid as a volume in an oral syringe, as the rules look at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import per
from ldn_compound.errors import PlanError
from ldn_compound.model.bottled import Bottled
from ldn_compound.model.plan import Plan
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Mass, Ratio, Volume
from ldn_compound.quantity.span import Span
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.model.measure import Measure
    from ldn_compound.planning.dose_volume import DoseVolume
    from ldn_compound.rules.case import Case


class Drawn(NamedTuple):
    """A dose of the directions and its volume, or why no syringe takes it."""

    place: str
    dose: Mass
    volume: DoseVolume | None
    refused: PlanError | None = None


def drawn(plan: Plan) -> tuple[Drawn, ...]:
    """Every dose of a liquid; in one syringe where one suits all that a syringe takes."""
    made = plan.bottled
    if made is None:
        return ()
    from ldn_compound.planning.dose_volume import dose_volume, dose_volumes

    mode = plan.policy.rounding.dose_volume
    found: dict[int, DoseVolume] = {}
    refused: dict[int, PlanError] = {}
    every = zip(made.doses, _syringes_of_each(plan, made), strict=True)
    for number, (dose, syringes) in enumerate(every):
        try:
            found[number] = dose_volume(
                dose, concentration=made.concentration, syringes=syringes, mode=mode
            )
        except PlanError as error:
            refused[number] = error
    if not _stated(plan):
        together = dose_volumes(
            tuple(made.doses[number] for number in found),
            concentration=made.concentration,
            syringes=syringes_of(plan),
            mode=mode,
        )
        found = dict(zip(found, together, strict=True))
    return tuple(
        Drawn(f"order, dose {number + 1}", dose, found.get(number), refused.get(number))
        for number, dose in enumerate(made.doses)
    )


def syringes_of(plan: Plan) -> tuple[Measure, ...]:
    """The oral syringes of the order, or of the bench; none: the patient gets a usual one."""
    of_the_bench = (one for one in plan.bench.measures if one.kind == "oral syringe")
    return tuple(dict.fromkeys(_stated(plan) or of_the_bench))


def _stated(plan: Plan) -> tuple[Measure, ...]:
    stated: tuple[Measure, ...] = getattr(plan.order.form, "syringes", ())
    return stated


def _syringes_of_each(plan: Plan, made: Bottled) -> tuple[tuple[Measure, ...], ...]:
    """Of each dose the syringes it may be measured in: its own, or any."""
    stated, doses = _stated(plan), len(made.doses)
    if len(stated) == doses:
        return tuple((one,) for one in stated)
    return (syringes_of(plan),) * doses


def volumes(case: Case) -> Iterator[tuple[str, DoseVolume]]:
    """The doses that a syringe takes, each with its place."""
    for one in case.drawn:
        if one.volume is not None:
            yield one.place, one.volume


def said(one: DoseVolume) -> str:
    """A dose and its volume: "0.5 mg, 0.1 mL in the 1 mL oral syringe"."""
    return f"{write(one.dose)}, {write(one.volume)} in the {one.syringe}"


def off_mark(one: DoseVolume, *, tolerance: Ratio) -> bool:
    """Whether rounding to the mark changes the dose by more than is tolerated."""
    return abs(one.deviation.base) > tolerance.base


def outside(one: DoseVolume, *, limits: Span) -> bool:
    """Whether what the syringe delivers is more or less than a dose may hold."""
    return not limits.holds(per(one.delivered, by=one.dose))


def tiny(one: DoseVolume) -> bool:
    """Whether it is too little for a 1 mL syringe to deliver truly."""
    return one.syringe.capacity == fact("small_syringe").amount(Volume) and (
        one.volume <= fact("small_syringe_inaccurate").amount(Volume)
    )
