"""The steps at the shells: top up, encapsulate, inspect, package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, times, total
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Encapsulate, Inspect, Mix, Package, Weigh
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, Volume
from ldn_compound.quantity.writing import write
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.sheet import Box, Item
from ldn_compound.records.trail import input_of
from ldn_compound.records.words import CAPSULE, least_checked, said, unit_of, vessel
from ldn_compound.rules.review import Review

if TYPE_CHECKING:
    from ldn_compound.model.top_up import TopUp

_NET = f"{Mass.unit}/{CAPSULE}"


def top_up(step: TopUp, plan: Plan) -> Item:
    """The calibrated fill: spread, top up level, empty again."""
    shells = write(step.units, unit="shell")
    rest = _shared_rest(step, plan)
    checked = () if rest is None else (Box("what is left", unit=unit_of(rest)),)
    jar, about, unit = vessel(step.out_of), said(step.about), unit_of(step.about)
    if step.about < least_checked(plan.bench):
        off = f"too light for a balance that may be off by {said(plan.bench.balance.error)}"
        how = (
            f"Top every shell up level out of {jar} (about {about} in all: {off}, and not weighed)."
        )
        boxes: tuple[Box, ...] = ()
    else:
        how = f"Weigh {jar}, top every shell up level out of it (about {about} in all), and weigh "
        how += "it again."
        boxes = tuple(Box(label, unit=unit) for label in ("diluent before", "after", "taken"))
    left = f"This run takes what the others left in {vessel(step.vessel)}, "
    return Item(
        f"Top up {shells}, {step.shell}, with {step.what} (calibrated fill).",
        lines=(
            *(() if rest is None else (f"{left}{said(rest)}; weigh it to check.",)),
            f"Spread ALL of the powder in {vessel(step.vessel)} over exactly {shells}.",
            how,
            f"Empty every shell back into {vessel(step.vessel)}, and lose nothing.",
        ),
        boxes=(
            *checked,
            *boxes,
            *CHECKS,
        ),
    )


def _shared_rest(step: TopUp, plan: Plan) -> Mass | None:
    """What is left of the blend in a vessel that other runs were weighed out of."""
    shares = tuple(
        one.amount for one in plan.steps if isinstance(one, Weigh) and one.out_of == step.vessel
    )
    blends = tuple(
        total(one.powder, one.diluent)
        for one in plan.steps
        if isinstance(one, Mix)
        and one.vessel == step.vessel
        and one.powder is not None
        and one.diluent is not None
    )
    return difference(blends[0], less=total(*shares)) if shares and blends else None


def encapsulate(step: Encapsulate, review: Review) -> Item:
    """A machine run: all of its powder over its shells, whatever level that gives."""
    runs = review.outcome.runs
    run = f" run {step.run} of {len(runs)}" if len(runs) > 1 else ""
    shells = write(step.units, unit="shell")
    lines: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    if step.net_fill is None:
        fill = "Net fill: the mass of all this powder, divided by the capsules."
        boxes = (Box("all this powder", unit=Mass.unit), Box("net fill", unit=_NET))
    else:
        fill = f"Net fill {said(step.net_fill)}."
        rest = _rest(step, review)
        if rest is not None:
            lines = (f"This run takes what the others left, {said(rest)}; weigh it to check.",)
            boxes = (Box("what is left", unit=unit_of(rest)), *CHECKS)
    return Item(
        f"Encapsulate{run}: spread ALL of the blend in {vessel(step.vessel)} over {shells}, "
        f"{step.shell}; do not fill to the brim and stop. {fill}",
        lines=lines,
        boxes=(*boxes, Box("capsules filled"), Box("powder left on the machine", unit=Mass.unit)),
    )


def _rest(step: Encapsulate, review: Review) -> Amount | None:
    """What should be left, by the dry run, in a vessel that other runs were weighed out of."""
    if not any(isinstance(one, Weigh) and one.out_of == step.vessel for one in review.plan.steps):
        return None
    run = next(one for one in review.outcome.runs if one.run == step.run)
    return input_of(run.net_fill, "content")


def inspect(step: Inspect, plan: Plan) -> Item:
    """The filled capsules against the target; none is weighed that is too light for the balance."""
    least, off = least_checked(plan.bench), said(plan.bench.balance.error)
    looked_at, several = "Inspect: look at all capsules", said(step.units)
    light = f"too light for a balance that may be off by {off}."
    net_fill = _net_fill(step, plan)
    if net_fill.base * step.units.base < least.base:
        return Item(f"{looked_at}; {several} together are {light}", boxes=CHECKS)
    target, of_each = _target(step, plan)
    mean = Box(f"mean net fill of {several}", unit=_NET)
    if net_fill.base < least.base:
        shells = write(step.units, unit="empty shell")
        return Item(
            f"{looked_at}; weigh {several} together, less {shells}: one alone is {light}",
            lines=(f"{target}.",),
            boxes=(mean, *CHECKS),
        )
    return Item(
        f"{looked_at}; weigh {several} one by one, less an empty shell.",
        lines=(f"{target}; {of_each}.",),
        boxes=(mean, Box("lightest", unit=Mass.unit), Box("heaviest", unit=Mass.unit), *CHECKS),
    )


def _net_fill(step: Inspect, plan: Plan) -> PerUnit:
    """About what a capsule holds, where the bench is yet to find it: a shell full of diluent."""
    if step.net_fill is not None:
        return step.net_fill
    assert plan.filling is not None
    return plan.filling.full_of_diluent


def _target(step: Inspect, plan: Plan) -> tuple[str, str]:
    """What the capsules are to hold on average, and each of them."""
    limits = fact("capsule_weight").limits(Ratio)
    allowed = f"{' to '.join(limits.texts)} of it"
    if step.net_fill is None:
        # At the bench each run has its own, and the capsules of all are weighed together.
        runs = sum(isinstance(one, Encapsulate) for one in plan.steps)
        found = "found above" if runs == 1 else "found above for the run that a capsule is from"
        return f"Target: the net fill {found}", f"each capsule within {allowed}"
    low, high = (times(step.net_fill, factor=limit) for limit in (limits.low, limits.high))
    return (
        f"Target: mean net fill {said(step.net_fill)}",
        f"each capsule from {said(low)} to {said(high)} ({allowed})",
    )


def package(step: Package, plan: Plan) -> Item:
    """The capsules ordered, and no others; or all of a liquid."""
    if not isinstance(plan.made, Filling):
        bottles = f"{write(plan.made.bottles, unit='bottle')} of {said(plan.made.bottle)}"
        return Item(
            f"Package all that is in {vessel(step.vessel)} into {bottles}; "
            f"container: {step.container}.",
            boxes=(Box("volume packed", unit=Volume.unit), *CHECKS),
        )
    lines: tuple[str, ...] = ()
    if step.units < plan.units:
        lines = ("Capsules made to spare are counted and accounted for, not packed.",)
    return Item(
        f"Package {said(step.units)}; container: {step.container}.",
        lines=lines,
        boxes=(Box("packed"), *CHECKS),
    )
