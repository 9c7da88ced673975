"""A quantity that is used up before the directions end."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG902",
    title="The quantity does not last for the directions",
    severity="error",
    rationale="Directions that go on when the container is empty leave the patient without the "
    "drug, or with what somebody else has to make up. Liquids are counted as they are drawn up, "
    "on a mark. Where other strengths are taken beside it, the fewest capsules of this one are "
    "counted that can make each dose.",
    bad="60 capsules of 4.5 mg, once a day for 90 days.",
    good="90 capsules of 4.5 mg, once a day for 90 days.",
    remedy="Order what the directions need, or direct only the days that are supplied.",
    cites=("this-library",),
    of="directions",
    version=2,
)
def runs_out(case: Case) -> Iterator[Breach]:
    directed = case.directed
    covered = None if directed is None else directed.fewest_taken
    if covered is not None and covered.needed.base > covered.supplied.base:
        yield Breach("order, quantity", covered.said, covered.wanted)
