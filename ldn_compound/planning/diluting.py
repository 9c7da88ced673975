"""The dilutions of a source that would bring it within reach: triturations, and stock solutions.

15 mg on a class III balance: 510 mg of drug to tenfold its mass, and 165 mg of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import Any

from ldn_compound.catalog import substance
from ldn_compound.equations.everyday import difference, total
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.aliquots import aliquots
from ldn_compound.model.deciding import deciding
from ldn_compound.model.liquid_steps import MeasureOut
from ldn_compound.model.measure import bringing_to
from ldn_compound.model.ports import DILUTIONS, Source, kinds_of
from ldn_compound.model.steps import Step
from ldn_compound.planning.dilutions import Dilution, Finishing, Limits, dilutions
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.planning.weighings import Weighings, weighings
from ldn_compound.quantity.kinds import Mass, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import whole
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.trituration import Trituration

_TRIED = 8  # stock solutions that are planned in full, best first
_NO_VOLUME = Volume.in_base(Fraction(0), Given("nothing measured", "0 mL"))
_CHOSEN = "chosen within the balance's reach"


def diluted(asked: Asked, draft: Draft, stages: int) -> Iterator[Source]:
    """Dilutions of so many stages, best first.

    For a liquid a stock solution comes before a trituration, which would bring an insoluble
    diluent into it.
    """
    if not isinstance(draft.wanted, Mass):
        return
    if stages == 1 and isinstance(asked.form, OralLiquid):
        yield from _dissolved(asked, asked.form, draft, draft.wanted)
    for dilution in _dilutions(asked, draft, draft.wanted, stages):
        yield triturated(asked, dilution)


def _dissolved(
    asked: Asked, form: OralLiquid, draft: Draft, wanted: Mass
) -> Iterator[StockSolution]:
    entry = form.vehicle_of(asked.policy)
    known = substance(draft.stock.active).water_solubility
    if known is None or not entry.water or not _dissolves(asked.source):
        return
    brought = bringing_to(form.volume, measures=asked.bench.graduated)
    ways = aliquots(
        wanted,
        most=_room(asked.finished(wanted, draft.stock).steps, form.volume),
        bench=asked.bench,
        policy=asked.policy,
        dissolves=known,
        rest=brought.error.base / form.volume.base,
    )
    for way in islice(ways, _TRIED):
        yield StockSolution(
            of=asked.source,
            powder=way.weighed,
            volume=way.volume,
            solvent=entry.ad or entry.name,
            measure=way.brought_with,
        )


def _dissolves(source: Any) -> bool:
    """Whether water dissolves what a powder is, whatever its assay counts it as."""
    while kinds_of(source) & DILUTIONS:
        source = source.of
    if "powder" not in kinds_of(source):
        return True
    entry = substance(source.substance)
    salt = substance(entry.parent) if entry.form == "hydrate" else entry
    return salt.water_solubility is not None


def _room(steps: tuple[Step, ...], volume: Volume) -> Volume:
    """What the measured ingredients leave of a volume."""
    measured = (step.volume for step in steps if isinstance(step, MeasureOut))
    return difference(volume, less=total(_NO_VOLUME, *measured))


def _dilutions(asked: Asked, draft: Draft, wanted: Mass, stages: int) -> list[Dilution]:
    return dilutions(
        wanted.base / asked.bench.balance.readability.base,
        stages=stages,
        limits=limits_of(asked),
        rounded=lambda value: whole(value, asked.policy.rounding.weigh),
        finishing=finishing_of(asked, draft),
    )


def limits_of(asked: Asked) -> Limits:
    """What bench and policy allow, in steps of the balance."""
    balance = asked.bench.balance
    step = balance.readability.base
    return Limits(
        least=balance.minimum.base / step,
        capacity=int(balance.capacity.base / step),
        error=balance.error.base / step,
        largest_error=asked.policy.largest_weighing_error.base,
        largest_fold=asked.policy.largest_fold,
    )


def finishing_of(asked: Asked, draft: Draft) -> Finishing:
    """What an aliquot asks of the balance afterwards."""
    balance = asked.bench.balance
    step = balance.readability.base
    as_diluted = {"tapped": None, "leaves_suspended": True, "diluted": True}
    stock = draft.stock.model_copy(update=as_diluted)

    @cache
    def finishing(aliquot: int) -> Weighings | None:
        powder = Mass.in_base(aliquot * step, Given(_CHOSEN, f"{aliquot * step} mg"))
        try:
            finished = asked.finished(powder, stock)
        except (PlanError, AmountError):
            return None
        deciders = deciding(finished.steps).values()
        asks = weighings(finished.steps, deciders=deciders, error=balance.error)
        return _in_steps(asks, step)

    if not isinstance(asked.form, OralLiquid):
        return finishing
    # What is done to a liquid afterwards does not depend on the powder that goes in.
    return lambda _: finishing(1)


def _in_steps(after: Weighings, step: Fraction) -> Weighings:
    return after._replace(least=None if after.least is None else after.least / step)


def triturated(asked: Asked, dilution: Dilution) -> Trituration:
    """The trituration, or triturations of one another, that a dilution comes to."""
    source = asked.source
    step = asked.bench.balance.readability.base
    diluent = asked.form.diluent_name(asked.policy)
    for fold, mass in zip(dilution.folds, dilution.weighed, strict=True):
        source = Trituration(
            of=source,
            powder=_chosen(mass * step),
            diluent=_chosen((fold - 1) * mass * step),
            diluent_name=diluent,
        )
    assert isinstance(source, Trituration)
    return source


def _chosen(base: Fraction) -> Mass:
    written = Mass.in_base(base, Given(_CHOSEN, ""))
    return Mass.in_base(base, Given(_CHOSEN, str(written)))
