"""What a rule looks at: a plan and its dry run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.quantity.amount import Amount
from ldn_compound.rules.trail import amounts, ancestry

if TYPE_CHECKING:
    from ldn_compound.rules.directed import Directed
    from ldn_compound.rules.dosing import Drawn


class Case:
    """A plan and its outcome."""

    def __init__(self, plan: Plan, outcome: Outcome) -> None:
        self.plan = plan
        self.outcome = outcome

    @property
    def unit(self) -> str:
        """The word for what is made: a capsule, or the one preparation."""
        return "capsule" if isinstance(self.plan.made, Filling) else "preparation"

    @cached_property
    def directed(self) -> Directed | None:
        """What the patient takes; None where nothing is directed, and then nothing is loaded."""
        if self.plan.order.directions is None:
            return None
        from ldn_compound.rules.directed import Directed

        return Directed(self.plan, self.plan.order.directions)

    @cached_property
    def drawn(self) -> tuple[Drawn, ...]:
        """Each dose of a liquid in a syringe; none where no liquid is made."""
        if isinstance(self.plan.made, Filling):
            return ()
        from ldn_compound.rules.dosing import drawn

        return drawn(self.plan)

    @cached_property
    def weighings(self) -> tuple[tuple[int, str, Weigh], ...]:
        """Each weighing with its step's number and its place in words."""
        return tuple(
            (number, f"step {number}, weigh {step.what}", step)
            for number, step in enumerate(self.plan.steps, start=1)
            if isinstance(step, Weigh)
        )

    @cached_property
    def trail(self) -> tuple[tuple[int | None, list[Amount]], ...]:
        """Each step's number with its amounts and all they came from; last, the plan's own.

        Each amount once, where it is met first.
        """
        plan = self.plan
        seen: set[int] = set()
        own = amounts(plan.active, plan.potency, plan.wanted, plan.taken, plan.made)
        return (
            *(
                (number, ancestry(*amounts(step), seen=seen))
                for number, step in enumerate(plan.steps, start=1)
            ),
            (None, ancestry(*own, seen=seen)),
        )
