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
    "5 mg written for 50 mg makes the tenfold, and 50 mg of hydrochloride taken for base 9.6 % too "
    "little. All naltrexone tablets found are of 50 mg, and count the hydrochloride, whichever "
    "name the box has.",
    bad="Tablets of 5 mg, where the label says 50 mg; or of 50 mg of naltrexone base.",
    good="Tablets of 50 mg of naltrexone hydrochloride.",
    remedy="Read the label of the tablets again. If they are of this strength, say so in a waiver.",
    cites=("label-74087d2f", "label-sun", "label-chartwell"),
    of="tablets",
    version=2,
)
def strength_unknown(case: Case) -> Iterator[Breach]:
    source, known = case.plan.origin, product(PRODUCT)
    if not isinstance(source, Tablets):
        return
    if source.strength != known.strength or source.substance != known.substance:
        yield Breach(
            "tablets, strength",
            f"{source.strength} of {source.substance}",
            f"{known.strength} of {known.substance}",
        )
