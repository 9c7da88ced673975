"""Tablets of a strength that no known tablet has."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import product
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import PRODUCT, Tablets


@rule(
    code="SRC216",
    title="No known tablet has this strength",
    severity="error",
    rationale="Every capsule is wrong by the factor of a slip here, and nothing later can tell: "
    "5 mg written for 50 mg makes the tenfold. All naltrexone tablets found are of 50 mg.",
    bad="Tablets of 5 mg, where the label says 50 mg.",
    good="Tablets of 50 mg.",
    remedy="Read the label of the tablets again. If they are of this strength, say so in a waiver.",
    cites=("label-74087d2f", "label-sun", "label-chartwell"),
    of="tablets",
)
def strength_unknown(case: Case) -> Iterator[Breach]:
    source, known = case.plan.origin, product(PRODUCT).strength
    if isinstance(source, Tablets) and source.strength != known:
        yield Breach("tablets, strength", source.strength, str(known))
