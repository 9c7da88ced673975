"""A volume at the bench that its measure's marks move by too much."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.kinds import Volume
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.moved import moved_beyond
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ513",
    title="Rounding to the measure's marks moves the volume too far",
    severity="warning",
    rationale="What is measured lies on a mark. Where the marks are coarse for the volume, "
    "rounding alone takes a part of what the liquid may be off by.",
    bad="2.26 mL with marks of 0.1 mL: 2.3 mL, 1.8 % more.",
    good="30.2 mL with marks of 0.5 mL: 30 mL, 0.7 % less.",
    remedy="Use a measure with finer marks, or make a volume at which it falls on one.",
    cites=("this-library",),
    of="volumes measured",
)
def mark_moves_it(case: Case) -> Iterator[Breach]:
    tolerance = case.plan.policy.rounding.measure_tolerance
    for number, place, step in case.measurings:
        rounded = step.volume.origin
        if not isinstance(rounded, Rounded) or not isinstance(rounded.before, Volume):
            continue
        by = moved_beyond(rounded.before, step.volume, tolerance=tolerance)
        if by is not None:
            yield Breach(
                place,
                f"{write(rounded.before)} measured as {write(step.volume)}, moved by {write(by)}",
                f"{write(tolerance)} at most",
                number,
            )
