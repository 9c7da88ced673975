"""A dose of the directions that no whole number of these capsules makes."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG901",
    title="A dose that these capsules do not make",
    severity="error",
    rationale="A capsule is taken whole: opened and divided by eye, its parts hold any share of "
    "the drug. Where the order names other strengths beside this one, they are counted in.",
    bad="Capsules of 1.5 mg, and directions to take 2 mg.",
    good="Capsules of 1.5 mg with 0.5 mg beside them, and directions to take 2 mg.",
    remedy="Order a strength of which the dose is a whole number, or name the kit's other "
    "strengths, beside = ['0.5 mg'].",
    cites=("this-library",),
    of="directions",
)
def dose_not_made(case: Case) -> Iterator[Breach]:
    directed = case.directed
    if directed is None:
        return
    strengths = (case.plan.strength, *case.plan.order.beside)
    capsules = " and ".join(write(one).partition("/")[0] for one in strengths)
    for place, dose in directed.not_made:
        yield Breach(place, dose, f"a whole number of capsules of {capsules}")
