"""An average weight of too few tablets."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC211",
    title="The average weight is of too few tablets",
    severity="warning",
    rationale="Tablets of one lot differ by some percent; the average of a few carries that into "
    "every dose.",
    bad="3 tablets weighed together.",
    good="20 tablets weighed together.",
    remedy="Weigh 20 tablets of the lot, or 10 at least.",
    cites=("nrf", "usp-naltrexone-tablets"),
    of="tablets",
)
def few_tablets_weighed(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if not isinstance(source, Tablets) or source.count_weighed is None:
        return
    fewest = fact("few_tablets").number
    if source.count_weighed.base < fewest:
        yield Breach("tablets, weighed", source.count_weighed, f"{fewest} tablets or more")
