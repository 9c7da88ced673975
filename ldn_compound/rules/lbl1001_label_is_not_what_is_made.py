"""A label that says another strength than the one the preparation is made with."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.demand import active_in_units
from ldn_compound.equations.everyday import per
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LBL1001",
    title="The label's strength is not the one it is made with",
    severity="note",
    rationale="The label says the strength that was ordered. Whole tablets make one that is near "
    "it, and an overage puts more into each unit; both are allowed within the content's limits, "
    "and whoever prescribes may want to know.",
    bad="33 capsules of 3 whole tablets, 4.55 mg in each, labelled 4.5 mg without a word.",
    good="100 capsules of 9 whole tablets, 4.5 mg in each.",
    remedy="Label the strength ordered, tell the prescriber, and record what is made.",
    cites=("usp-general-notices", "usp-7"),
)
def label_is_not_what_is_made(case: Case) -> Iterator[Breach]:
    part = _made_with(case.plan)
    if part is not None and part.base != 1:
        yield Breach(
            "label, strength", f"each {case.unit} is made with {write(part)} of it", "100 %"
        )


def _made_with(plan: Plan) -> Ratio | None:
    """The part of its strength that a unit is made with; None where it is made with all of it."""
    if plan.whole_tablet_ways:
        return plan.whole_tablet_ways[0].part
    if plan.active.base == plan.strength_in_source.base * plan.units.base:
        return None
    return per(plan.active, by=active_in_units(strength=plan.strength_in_source, units=plan.units))
