"""What a rule looks at: a plan and its dry run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.steps import Weigh

if TYPE_CHECKING:
    from ldn_compound.rules.directed import Directed


class Case(NamedTuple):
    """A plan and its outcome."""

    plan: Plan
    outcome: Outcome

    @property
    def unit(self) -> str:
        """The word for what is made: a capsule, or the one preparation."""
        return "capsule" if isinstance(self.plan.made, Filling) else "preparation"

    @property
    def directed(self) -> Directed | None:
        """What the patient takes; None where nothing is directed, and then nothing is loaded."""
        if self.plan.order.directions is None:
            return None
        from ldn_compound.rules.directed import Directed

        return Directed(self.plan, self.plan.order.directions)

    def weighings(self) -> Iterator[tuple[int, str, Weigh]]:
        """Each weighing with its step's number and its place in words."""
        for number, step in enumerate(self.plan.steps, start=1):
            if isinstance(step, Weigh):
                yield number, f"step {number}, weigh {step.what}", step
