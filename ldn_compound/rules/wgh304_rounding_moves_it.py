"""A weighing that the balance's grid moves by too much."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.everyday import difference, per
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
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
    tolerance = case.plan.policy.rounding.tolerance
    for number, place, step in case.weighings:
        rounded = step.amount.origin
        if not isinstance(rounded, Rounded) or not isinstance(rounded.before, Mass):
            continue
        before = rounded.before
        if abs(step.amount.base - before.base) > before.base * tolerance.base:
            moved = write(_moved(before, step.amount))
            yield Breach(
                place,
                f"{write(before)} weighed as {write(step.amount)}, moved by {moved}",
                f"{write(tolerance)} at most",
                number,
            )


def _moved(before: Mass, after: Mass) -> Ratio:
    larger, smaller = max(before, after), min(before, after)
    return per(difference(larger, less=smaller), by=before)
