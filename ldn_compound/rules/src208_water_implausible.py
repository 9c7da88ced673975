"""A powder whose water does not fit its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.equations.everyday import share, total
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.hydrates import hydrate
from ldn_compound.rules.rule import Breach, rule

if TYPE_CHECKING:
    from ldn_compound.sources.powder import Certificate


@rule(
    code="SRC208",
    title="The water does not fit the powder's name",
    severity="warning",
    rationale="Naltrexone hydrochloride is sold anhydrous and as the dihydrate under one name and "
    "one code. The dihydrate holds 8.71 % of water; half of that is taken as the line between the "
    "two, and half as much again as the most a dihydrate shows (a judgement of this library).",
    bad="'Naltrexone hydrochloride' with 8.5 % of water: the dihydrate, or another jar's "
    "certificate.",
    good="'Naltrexone hydrochloride dihydrate' with 8.5 % of water.",
    remedy="Compare the certificate's lot with the jar's, and read its water again.",
    cites=("fda-ndc", "steinberg-2018", "this-library"),
    of="powder",
)
def water_implausible(case: Case) -> Iterator[Breach]:
    powder = case.powder
    wet = None if powder is None else hydrate(powder.substance)
    if powder is None or wet is None or wet.water is None:
        return
    half = share(wet.water, parts=2)
    water, lost = _volatile(powder.certificate)
    most = total(wet.water, half) if powder.substance == wet.name else half
    if powder.substance == wet.name and water is not None and water < half:
        yield Breach("certificate, water", water, f"{write(half)} or more in {powder.substance}")
    if lost is not None and lost > most:
        place = "certificate, water and solvents"
        yield Breach(place, lost, f"{write(most)} or less in {powder.substance}")


def _volatile(certificate: Certificate) -> tuple[Ratio | None, Ratio | None]:
    """The water, and all that is lost with it; an assay as is says nothing of either."""
    if certificate.basis == "anhydrous":
        return certificate.water, total(certificate.water, certificate.solvents)
    if certificate.basis == "dried":
        return certificate.loss_on_drying, certificate.loss_on_drying
    return None, None
