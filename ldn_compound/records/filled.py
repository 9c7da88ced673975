"""The steps at the shells: top up, encapsulate, inspect, package."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import times
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Encapsulate, Inspect, Package, TopUp
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.sheet import Box, Item
from ldn_compound.records.trail import input_of
from ldn_compound.records.words import UNIT, said, unit_of, vessel

_NET = f"{Mass.unit}/{UNIT}"


def top_up(step: TopUp) -> Item:
    """The calibrated fill: spread, top up level, empty again."""
    shells = write(step.units, unit="shell")
    return Item(
        f"Top up {shells}, {step.shell}, with {step.what} (calibrated fill).",
        lines=(
            f"Spread ALL of the powder in {vessel(step.vessel)} over exactly {shells}.",
            f"Weigh {vessel(step.out_of)}, top every shell up level out of it (about "
            f"{said(step.about)} in all), and weigh it again.",
            f"Empty every shell back into {vessel(step.vessel)}, and lose nothing.",
        ),
        boxes=(
            Box("diluent before", unit=unit_of(step.about)),
            Box("after", unit=unit_of(step.about)),
            Box("taken", unit=unit_of(step.about)),
            *CHECKS,
        ),
    )


def encapsulate(step: Encapsulate, plan: Plan) -> Item:
    """A machine run: all of its powder over its shells, whatever level that gives."""
    runs = sum(isinstance(one, Encapsulate) for one in plan.steps)
    run = f" run {step.run} of {runs}" if runs > 1 else ""
    shells = write(step.units, unit="shell")
    if step.net_fill is None:
        fill = "Net fill: the mass of all this powder, divided by the capsules."
        boxes = (Box("all this powder", unit=Mass.unit), Box("net fill", unit=_NET))
    else:
        fill, boxes = f"Net fill {said(step.net_fill)}.", ()
    return Item(
        f"Encapsulate{run}: spread ALL of the blend in {vessel(step.vessel)} over {shells}, "
        f"{step.shell}; do not fill to the brim and stop. {fill}",
        boxes=(*boxes, Box("capsules filled"), Box("powder left on the machine", unit=Mass.unit)),
    )


def inspect(step: Inspect) -> Item:
    """The filled capsules against the target."""
    limits = fact("capsule_weight").limits(Ratio)
    allowed = f"{' to '.join(limits.texts)} of it"
    if step.net_fill is None:
        target = f"Target: the net fill found above; each capsule within {allowed}."
    else:
        low, high = (times(step.net_fill, factor=limit) for limit in (limits.low, limits.high))
        target = f"Target: mean net fill {said(step.net_fill)}; each capsule from {said(low)} to {said(high)} ({allowed})."
    return Item(
        f"Inspect: look at all capsules; weigh {said(step.units)} one by one, less an empty shell.",
        lines=(target, "Weights alone do not show how much drug a capsule holds."),
        boxes=(
            Box(f"mean net fill of {said(step.units)}", unit=_NET),
            Box("lightest", unit=Mass.unit),
            Box("heaviest", unit=Mass.unit),
            *CHECKS,
        ),
    )


def package(step: Package, plan: Plan) -> Item:
    """The capsules ordered, and no others."""
    lines = ()
    if step.units < plan.units:
        lines = ("Capsules made to spare are counted and accounted for, not packed.",)
    return Item(
        f"Package {said(step.units)} in a {step.container}.",
        lines=lines,
        boxes=(Box("packed"), *CHECKS),
    )
