"""Tablets of an implausible weight."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import product
from ldn_compound.equations.everyday import times
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import PRODUCT, Tablets


@rule(
    code="SRC210",
    title="The weight of a tablet is implausible",
    severity="warning",
    rationale="All powder is weighed by the tablets' weight: where it rests on a wrong number of "
    "tablets, every dose is wrong. No maker publishes it; the limits are a judgement of this "
    "library, for tablets of 50 mg, and scaled by the strength (the upper one only upwards: a "
    "weaker tablet need not be lighter).",
    bad="20 tablets of 50 mg, 1773 mg together: 88.65 mg each. Only 10 were on the balance.",
    good="10 tablets of 50 mg, 1773 mg together: 177.3 mg each.",
    remedy="Count and weigh the tablets again.",
    cites=("this-library",),
    of="tablets",
)
def tablet_weight_implausible(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if not isinstance(source, Tablets):
        return
    usual = product(PRODUCT)
    assert usual.tablet_weight is not None
    assert usual.strength is not None
    scale = source.strength.base / usual.strength.base
    least, most = usual.tablet_weight.low, usual.tablet_weight.high
    upwards = scale if scale > 1 else 1
    if not least.base * scale <= source.average.base <= most.base * upwards:
        low, high = times(least, factor=scale), times(most, factor=upwards)
        yield Breach(
            "tablets, average weight",
            source.average,
            f"{write(low)} to {write(high)} (a judgement of this library)",
        )
