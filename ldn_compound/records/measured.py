"""The steps at the instruments: weigh, measure, bring to volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.records.checks import CHECKS
from ldn_compound.records.sheet import Box, Item
from ldn_compound.records.words import Work, said, unit_of, vessel

if TYPE_CHECKING:
    from ldn_compound.model.liquid_steps import BringTo, MeasureOut

    Taking = Weigh | MeasureOut | BringTo


def weigh(step: Weigh, plan: Work) -> Item:
    """A weighing, with its tare and what the balance showed."""
    balance = plan.bench.balance
    unit = unit_of(step.amount)
    return Item(
        f"Weigh {said(step.amount)} of {_material(step, plan)} into {vessel(step.into)}.",
        lines=(
            f"{_decides(step)}Read to {said(balance.readability)}; the balance may be off by "
            f"{said(balance.error)}.",
        ),
        boxes=(Box("tare", unit=unit), Box("actually weighed", unit=unit), *CHECKS),
    )


def _material(step: Taking, plan: Work) -> str:
    """What is taken, by the name on its jar, and out of which vessel."""
    supplied = next((one.material for one in plan.supplies if one.vessel == step.out_of), step.what)
    name = supplied if supplied == step.what else f"{supplied} ({step.what})"
    return name if supplied == step.out_of else f"{name} out of {vessel(step.out_of)}"


def measure_out(step: MeasureOut, plan: Plan) -> Item:
    """A measured volume, with what it was measured with."""
    return Item(
        f"Measure {said(step.volume)} of {_material(step, plan)} into {vessel(step.into)}, with "
        f"a {step.measure}.",
        lines=(f"{_decides(step)}It may be off by {said(step.error)}, half a graduation.",),
        boxes=(Box("actually measured", unit=unit_of(step.volume)), *CHECKS),
    )


def bring_to(step: BringTo, plan: Plan) -> Item:
    """Up to the mark (q.s.): not so much added, but so much in all."""
    return Item(
        f"Bring {vessel(step.vessel)} to {said(step.volume)} in all with "
        f"{_material(step, plan)}, in a {step.measure}.",
        lines=(
            f"{_decides(step)}Transfer all of it, rinse what it was in with part of the liquid and "
            "add the rinsings.",
            f"Fill up to the mark, however much that takes; it may be off by {said(step.error)}.",
        ),
        boxes=(Box("brought to", unit=unit_of(step.volume)), *CHECKS),
    )


def _decides(step: Taking) -> str:
    return "This decides the dose. " if step.carries_active else ""
