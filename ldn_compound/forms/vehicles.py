"""The ingredients of a vehicle made in house: weighed, measured, or taken from a solution.

100 mg of sodium benzoate for 100 mL are below a class III balance's 120 mg: 200 mg are dissolved to
10 mL, and 5 mL of that go in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ldn_compound.catalog.entries import VehicleEntry, VehiclePart
from ldn_compound.equations.liquids import mass_of_ingredient, volume_of_ingredient
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.aliquots import Aliquot, aliquots
from ldn_compound.model.base import trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.measure import measure_for
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot
from ldn_compound.model.steps import MIXING_MORTAR, Mix, Step, Weigh
from ldn_compound.model.stock import Supply, held_in
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Mass, Volume
from ldn_compound.quantity.rounding import Rounding
from ldn_compound.quantity.writing import write


class PutIn(NamedTuple):
    """The steps that put a vehicle's ingredients in, and where they come from."""

    steps: tuple[Step, ...]
    supplies: tuple[Supply, ...]
    assumptions: tuple[str, ...]


def put_in(
    entry: VehicleEntry,
    *,
    volume: Volume,
    lots: Mapping[str, tuple[Lot, ...]],
    bench: Bench,
    policy: Policy,
) -> PutIn:
    """All ingredients of `entry` for a volume; nothing for a ready-made vehicle.

    PlanError where lots are stated of what is no part of it: their dates would be lost.
    """
    _refuse_others(entry, lots)
    hundred = Volume.of("100 mL", by="the vehicle's formula")
    steps: list[Step] = []
    assumptions: list[str] = []
    for part in entry.parts:
        if isinstance(part.amount, Volume):
            wanted = volume_of_ingredient(part=part.amount, volume=volume, of=hundred)
            steps.append(_measured(part, wanted, bench, policy))
            continue
        mass = mass_of_ingredient(part=part.amount, volume=volume, of=hundred)
        weighed = _weighed(part, mass, bench, policy)
        if weighed is not None:
            steps.append(weighed)
            continue
        aliquot = _aliquot(part, mass, volume, bench, policy)
        steps += _dissolved(part, aliquot, entry.ad)
        assumptions.append(
            f"{write(aliquot.weighed)} of {part.name} dissolves in {write(aliquot.volume)} of "
            f"{entry.ad}: not in the catalogue, see that it does"
        )
    return PutIn(tuple(steps), _supplies(entry.parts, lots), tuple(assumptions))


def _refuse_others(entry: VehicleEntry, lots: Iterable[str]) -> None:
    parts = tuple(part.name for part in entry.parts)
    for name in lots:
        if name not in parts:
            known = f"its parts are {', '.join(parts)}" if parts else "it is bought ready made"
            raise PlanError(
                f"part_lots: {name!r} is no part of {entry.name}: {known}",
                remedy=f"state the lots of {entry.ad or entry.name} as vehicle_lots",
            )


def _measured(part: VehiclePart, wanted: Volume, bench: Bench, policy: Policy) -> MeasureOut:
    measure = measure_for(wanted, measures=bench.graduated)
    if measure is None:
        raise PlanError(
            f"{write(wanted)} of {part.name}: no measure on the bench takes so much",
            remedy="state a measure for it, such as {kind = 'pipette', capacity = '1 mL', "
            "graduation = '0.01 mL'}, or make another volume",
        )
    return trusted(MeasureOut)(
        what=part.name,
        volume=Rounding("measure", measure.graduation, policy.rounding.measure)(wanted),
        out_of=part.name,
        into=MIXING_MORTAR,
        measure=str(measure),
        least=measure.least_volume,
        error=measure.error,
        carries_active=False,
    )


def _weighed(part: VehiclePart, mass: Mass, bench: Bench, policy: Policy) -> Weigh | None:
    """The weighing, or None where the balance cannot weigh so little."""
    try:
        rounded = bench.balance.roundings[policy.rounding.weigh](mass)
    except AmountError:
        return None
    if rounded < bench.balance.minimum and policy.most_stages:
        return None
    return trusted(Weigh)(
        what=part.name,
        amount=rounded,
        out_of=part.name,
        into=MIXING_MORTAR,
        carries_active=False,
    )


def _aliquot(
    part: VehiclePart, mass: Mass, volume: Volume, bench: Bench, policy: Policy
) -> Aliquot:
    best = next(aliquots(mass, most=volume, bench=bench, policy=policy), None)
    if best is None:
        raise PlanError(
            f"{write(mass)} of {part.name} can neither be weighed nor taken from a solution of it",
            remedy=f"use a balance with a minimum weighable of {write(mass)}, "
            "make a larger volume, or take a ready-made vehicle",
        )
    return best


def _dissolved(part: VehiclePart, aliquot: Aliquot, solvent: str) -> tuple[Step, ...]:
    flask = f"solution of {part.name}"
    return (
        trusted(Weigh)(
            what=f"{part.name} for a solution",
            amount=aliquot.weighed,
            out_of=part.name,
            into=flask,
            carries_active=False,
        ),
        trusted(BringTo)(
            vessel=flask,
            volume=aliquot.volume,
            what=solvent,
            out_of=solvent,
            measure=str(aliquot.brought_with),
            error=aliquot.brought_with.error,
            carries_active=False,
        ),
        trusted(Mix)(vessel=flask),
        trusted(MeasureOut)(
            what=flask,
            volume=aliquot.taken,
            out_of=flask,
            into=MIXING_MORTAR,
            measure=str(aliquot.taken_with),
            least=aliquot.taken_with.least_volume,
            error=aliquot.taken_with.error,
            carries_active=False,
        ),
    )


def _supplies(
    parts: Iterable[VehiclePart], lots: Mapping[str, tuple[Lot, ...]]
) -> tuple[Supply, ...]:
    return tuple(_supply(part, lots.get(part.name, ())) for part in parts)


def _supply(part: VehiclePart, lots: tuple[Lot, ...]) -> Supply:
    # A lot states a mass, which says nothing of what is measured by volume.
    held = held_in(lots) if isinstance(part.amount, Mass) else None
    return trusted(Supply)(vessel=part.name, material=part.name, held=held, lots=lots)
