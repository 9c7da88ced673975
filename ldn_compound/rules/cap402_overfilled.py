"""A shell in which the drug's powder leaves hardly any room."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.plan import Filling
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="CAP402",
    title="The powder leaves too little room for diluent",
    severity="warning",
    rationale="A shell filled to the last with the drug's powder has no diluent to even out its "
    "packing: what does not go in is drug that some capsules lack.",
    bad="Ground tablet that takes 95 % of a size 4 shell.",
    good="The same in a size 3 shell: 66 %.",
    remedy="Take the next larger shell, or powder instead of tablets.",
    cites=("this-library",),
    of="capsules",
)
def overfilled(case: Case) -> Iterator[Breach]:
    made, largest = case.plan.made, case.plan.policy.largest_powder_share
    if isinstance(made, Filling) and made.part_filled > largest:
        yield Breach(
            f"{made.shell} shell, powder's part of the fill",
            made.part_filled,
            f"{write(largest)} at most",
        )
