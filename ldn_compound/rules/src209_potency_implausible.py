"""A powder that would hold far too little drug, or more than itself."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC209",
    title="The powder's potency cannot be that of the pure drug",
    severity="error",
    rationale="Even a tetrahydrate (16.0 % of water) at the monograph's 98.0 % carries 82 % of "
    "drug. A certificate copied with a slipped decimal point shows here: 9.95 % for 99.5 % makes a "
    "tenfold dose. The limits are a judgement of this library.",
    bad="Assay 99.5 %, water 85 %: 14.9 % of drug, six times as much is weighed.",
    good="Assay 99.5 %, water 8.5 %: 91.0 % of drug.",
    remedy="Read the certificate again: is each decimal point where it belongs? A powder that was "
    "diluted is described as a trituration.",
    cites=("this-library",),
    of="powder",
)
def potency_implausible(case: Case) -> Iterator[Breach]:
    powder = case.powder
    if powder is None:
        return
    limits = fact("powder_potency").limits(Ratio)
    if not limits.low <= powder.potency <= limits.high:
        yield Breach(
            "certificate, potency as it stands",
            powder.potency,
            f"{limits.texts[0]} to {limits.texts[1]} (a judgement of this library)",
        )
