"""A powder whose water does not fit its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import names, substance
from ldn_compound.catalog.entries import Substance
from ldn_compound.equations.everyday import share, total
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
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
    hydrate = None if powder is None else _hydrate(powder.substance)
    if powder is None or hydrate is None or hydrate.water is None:
        return
    half = share(hydrate.water, parts=2)
    water, lost = _volatile(powder.certificate)
    most = total(hydrate.water, half) if powder.substance == hydrate.name else half
    if powder.substance == hydrate.name and water is not None and water < half:
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


def _hydrate(name: str) -> Substance | None:
    """The hydrate that the name may stand for."""
    for one in map(substance, names("substance")):
        if one.water is not None and name in (one.name, one.parent):
            return one
    return None
