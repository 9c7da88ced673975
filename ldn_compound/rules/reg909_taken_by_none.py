"""A strength of a kit that goes into no dose."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG909",
    title="No dose takes this strength",
    severity="error",
    rationale="An order that names other strengths beside its own says that they are taken "
    "together. One that fits into no dose is a slip, or is taken by mistake: one capsule a day of "
    "it is another dose than the one directed.",
    bad="Capsules of 4.5 mg, 1.5 mg beside them, and directions to take 1.5 mg a day.",
    good="Capsules of 1.5 mg, 0.5 mg beside them, and directions to take 2 mg a day.",
    remedy="Order only strengths that a dose takes, and name only such beside them.",
    cites=("this-library",),
    of="directions",
)
def taken_by_none(case: Case) -> Iterator[Breach]:
    if case.directed is not None:
        for place, strength in case.directed.taken_by_none:
            yield Breach(place, strength, "a strength that a dose takes")
