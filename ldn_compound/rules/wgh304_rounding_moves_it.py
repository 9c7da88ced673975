"""A weighing that the balance's grid moves by too much."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.moved import moved_beyond
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="WGH304",
    title="Rounding to the balance moves the amount too far",
    severity="warning",
    rationale="What is weighed lies on the balance's grid. Where that is coarse for the amount, "
    "rounding alone takes a part of what the doses may be off by.",
    bad="44 mg on a balance that reads 10 mg: 40 mg, 9.1 % less.",
    good="1436.13 mg on a balance that reads 1 mg: 1436 mg, 0.009 % less.",
    remedy="Use a balance that reads finer, make more units at once, or weigh more and dilute it.",
    cites=("this-library",),
)
def rounding_moves_it(case: Case) -> Iterator[Breach]:
    tolerance = case.plan.policy.rounding.weigh_tolerance
    for number, place, step in case.weighings:
        rounded = step.amount.origin
        if not isinstance(rounded, Rounded) or not isinstance(rounded.before, Mass):
            continue
        by = moved_beyond(rounded.before, step.amount, tolerance=tolerance)
        if by is not None:
            yield Breach(
                place,
                f"{write(rounded.before)} weighed as {write(step.amount)}, moved by {write(by)}",
                f"{write(tolerance)} at most",
                number,
            )
