"""More than there is: of a powder, of tablets counted, of what a dilution was made to.

4536 mg of a trituration of 100 mg and 900 mg: 1000 mg are made, and no balance makes them more.
"""

from __future__ import annotations

from typing import Any

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.model.ports import DILUTIONS, kinds_of
from ldn_compound.model.steps import Count
from ldn_compound.named import NamedTuple
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.quantity.kinds import Mass, TabletCount, Volume
from ldn_compound.quantity.writing import write


class Shortage(NamedTuple):
    """What a plan takes more of than there is."""

    what: str
    wanted: Mass | Volume | TabletCount
    held: Mass | Volume | TabletCount
    made: bool
    """Whether it is a dilution, of which more can be made."""

    def refused(self) -> PlanError:
        """The refusal of an order that wants so much."""
        wanted = write(self.wanted)
        if self.made:
            there, more = "made", f"make at least {wanted} of it"
        else:
            there, more = "there", "have more of it, or state all its lots"
        return PlanError(
            f"{self.what}: {wanted} wanted, and {write(self.held)} {there}",
            remedy=f"{more}, or make fewer units",
        )


def shortage(plan: Plan) -> Shortage | None:
    """The first material that the plan takes more of than there is."""
    source: Any = plan.taken_from
    wanted: Any = plan.taken
    while True:
        stock, made = source.stock(), bool(kinds_of(source) & DILUTIONS)
        if stock.held is not None and wanted > stock.held:
            return Shortage(stock.material, wanted, stock.held, made)
        if not made:
            break
        source, wanted = source.of, source.powder
    counted = (step for step in plan.steps if isinstance(step, Count))
    for step in counted:
        if step.held is not None and step.tablets > step.held:
            return Shortage(step.what, step.tablets, step.held, made=False)
    return None


def shortage_of_the_order(asked: Asked) -> Shortage | None:
    """Of the source as it is, whatever a balance could weigh; None where there is no such plan."""
    try:
        return shortage(Draft(asked, asked.source).plan())
    except PlanError:
        return None
