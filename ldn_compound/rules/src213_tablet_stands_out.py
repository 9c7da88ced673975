"""One tablet's weight far from the others': a misread digit, or another tablet."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, per, share, total
from ldn_compound.equations.taking import average_weight
from ldn_compound.quantity.kinds import Mass, PerTablet, Ratio, TabletCount
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC213",
    title="A tablet's weight stands out from the average",
    severity="error",
    rationale="1773 mg noted for 177.3 mg raises the average of 20 tablets by 45 %, and every dose "
    "with it. No tablet of a lot may be farther from the average than the pharmacopoeia allows.",
    bad="Weights 177.1 mg, 1773 mg, 177.6 mg, ...",
    good="Weights 177.1 mg, 177.3 mg, 177.6 mg, ...",
    remedy="Compare the weights with the balance's print; weigh that tablet again.",
    cites=("ph-int-mass",),
    of="tablets weighed singly",
)
def tablet_stands_out(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if not isinstance(source, Tablets) or not source.weights:
        return
    weights = source.weights
    average = share(total(*weights), parts=len(weights))
    # One slip moves the average, and then every tablet is off: the farthest is the one to look at.
    farthest = max(weights, key=lambda weight: _off(weight, average))
    largest = _largest(weights)
    if _off(farthest, average) > largest:
        yield Breach(
            f"tablets, weight {weights.index(farthest) + 1}, {write(farthest)}",
            f"{write(_off(farthest, average))} off the average, {write(average)}",
            f"{write(largest)} off at most",
        )


def _off(weight: Mass, average: Mass) -> Ratio:
    larger, smaller = max(weight, average), min(weight, average)
    return per(difference(larger, less=smaller), by=average)


def _largest(weights: tuple[Mass, ...]) -> Ratio:
    """Twice the deviation allowed to most tablets, by the average weight."""
    average = average_weight(together=total(*weights), tablets=TabletCount.of(len(weights)))
    classes = fact("tablet_weight_classes").limits(PerTablet)
    if average < classes.low:
        return fact("tablet_off_light").amount(Ratio)
    if average > classes.high:
        return fact("tablet_off_heavy").amount(Ratio)
    return fact("tablet_off_middle").amount(Ratio)
