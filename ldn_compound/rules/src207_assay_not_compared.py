"""An assay that no limit of a monograph can be held against."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import substance
from ldn_compound.rules.case import Case
from ldn_compound.rules.hydrates import without_water
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC207",
    title="The assay was not compared with a monograph",
    severity="note",
    rationale="The monograph's limits of the hydrochloride hold on the anhydrous basis. An assay "
    "as is has the water in it, and for the base, or an assay that counts another substance, no "
    "limits were read.",
    bad="Assay 91.0 % as is: a good dihydrate, or a bad anhydrous powder?",
    good="Assay 99.5 % on the anhydrous basis, water 8.5 %.",
    remedy="Take the assay on the anhydrous basis and the water from the certificate, if it has "
    "them; otherwise compare the assay with the certificate's own limits.",
    cites=("usp-naltrexone-hydrochloride",),
    of="powder",
    version=2,
)
def assay_not_compared(case: Case) -> Iterator[Breach]:
    powder = case.powder
    if powder is None:
        return
    assay = powder.certificate.assay
    if substance(powder.counted_as).assay is None:
        yield Breach(
            "certificate, assay", f"{assay} of {powder.counted_as}", "none is known for it"
        )
    elif powder.counted_as != without_water(powder.substance):
        counted = f"{assay} of {powder.counted_as}, counted in {powder.substance}"
        yield Breach("certificate, assay", counted, "none is known for that")
    elif powder.certificate.basis == "as is":
        yield Breach("certificate, assay", f"{assay} as is", "an assay on the anhydrous basis")
