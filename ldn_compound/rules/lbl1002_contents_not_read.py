"""A label that has to declare excipients which nobody read off the tablets."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.avoidance import not_read
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LBL1002",
    title="What the label has to declare was not read off the tablets",
    severity="note",
    rationale="What the tablets hold goes into the preparation, and products differ: all whose "
    "list was read have lactose, some have azo dyes. A label can declare only what somebody read.",
    bad="Capsules of ground tablets, labelled 'may contain lactose'.",
    good="contains = ['lactose monohydrate', 'microcrystalline cellulose', 'magnesium stearate'].",
    remedy="State in contains what the label of these very tablets lists.",
    cites=("label-74087d2f", "label-sun", "label-chartwell", "sg-pharma"),
)
def contents_not_read(case: Case) -> Iterator[Breach]:
    may = not_read(case.plan)
    if may:
        yield Breach("label, contents", f"may contain {', '.join(may)}", "what is in these tablets")
