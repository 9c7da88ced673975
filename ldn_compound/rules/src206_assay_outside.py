"""An assay outside what the monograph allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import product, substance
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import PRODUCT, Tablets

if TYPE_CHECKING:
    from ldn_compound.sources.powder import Powder


@rule(
    code="SRC206",
    title="The assay is outside the monograph's limits",
    severity="error",
    rationale="A lot outside its monograph may not be used, and a figure outside it is often a "
    "slip of the pen or an assay on another basis. Tested at the limits' own decimals. An assay "
    "as is can only be too high: water takes it below the lower limit.",
    bad="Assay 89.5 % on the anhydrous basis; a limit of 98.0 to 102.0 %.",
    good="Assay 99.5 % on the anhydrous basis.",
    remedy="Read the certificate again, its basis too; a lot outside its limits goes back.",
    cites=("usp-naltrexone-hydrochloride", "usp-naltrexone-tablets"),
    version=2,
)
def assay_outside(case: Case) -> Iterator[Breach]:
    source, powder = case.plan.origin, case.powder
    if powder is not None:
        yield from _of_powder(powder)
    elif isinstance(source, Tablets):
        yield from _of_tablets(source)


def _of_powder(powder: Powder) -> Iterator[Breach]:
    from ldn_compound.rules.hydrates import without_water

    limits = substance(powder.counted_as).assay
    # Of the base, counted as hydrochloride, the hydrochloride's monograph says nothing.
    if limits is None or powder.counted_as != without_water(powder.substance):
        return
    certificate, span = powder.certificate, limits.span
    as_is = certificate.basis == "as is"
    too_high = span.rounded(certificate.assay) > span.high
    if too_high if as_is else not span.holds(certificate.assay):
        basis = "anhydrous" if as_is else certificate.basis
        yield Breach("certificate, assay", certificate.assay, f"{span} on the {basis} basis")


def _of_tablets(tablets: Tablets) -> Iterator[Breach]:
    content = product(PRODUCT).content
    if tablets.assay is None or content is None:
        return
    if not content.span.holds(tablets.assay):
        yield Breach("tablets, assay", tablets.assay, f"{content.span} of the label")
