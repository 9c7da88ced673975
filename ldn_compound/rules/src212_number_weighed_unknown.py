"""An average weight of nobody knows how many tablets."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC212",
    title="Nobody said how many tablets were weighed",
    severity="warning",
    rationale="The weight of one tablet is not the weight of the lot's tablets; whoever checks the "
    "worksheet cannot see what the figure rests on.",
    bad="weight = '177.3 mg', and nothing else.",
    good="weighed = 20, together = '3546 mg'.",
    remedy="State how many tablets were weighed, and what they weighed together.",
    cites=("nrf", "usp-naltrexone-tablets"),
    of="tablets",
)
def number_weighed_unknown(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if isinstance(source, Tablets) and source.count_weighed is None:
        yield Breach(
            "tablets, weight",
            f"{write(source.average)}, of an unknown number",
            f"the average of {fact('few_tablets').number} tablets or more",
        )
