"""A powder that would hold far less drug than the pure one, or more than itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import fact, substance
from ldn_compound.equations.potency import potency_as_form
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.hydrates import hydrate, without_water
from ldn_compound.rules.rule import Breach, rule

if TYPE_CHECKING:
    from ldn_compound.sources.powder import Powder


@rule(
    code="SRC209",
    title="The powder's potency cannot be that of the pure drug",
    severity="error",
    rationale="What the pure powder has follows from the molar masses: 100 mg of base count as "
    "110.7 mg of hydrochloride, 100 mg of its dihydrate as 91.3 mg. An assay that counts another "
    "substance than was told is off by 9 % or more, and so is every dose; the monograph's 98.0 to "
    "102.0 % are within 95 to 105 %. An assay as is has the water in it: of the salt, which is "
    "sold with and without, only too much is found so. Whatever the basis, even a tetrahydrate "
    "(16.0 % of water) at 98.0 % carries 82 % of drug as it stands: less is a slipped decimal "
    "point, 9.95 % for 99.5 % or water 85 % for 8.5 %. The limits are a judgement of this library.",
    bad="The dihydrate, assay 99.5 % as is counted as hydrochloride: pure, it would have 91.3 %.",
    good="The dihydrate, assay 99.5 % on the anhydrous basis, water 8.5 %: 91.0 % of drug.",
    remedy="Read the certificate again: is each decimal point where it belongs, and which "
    "substance does the assay count, on which basis? A powder that was diluted is described as a "
    "trituration.",
    cites=("this-library",),
    of="powder",
    version=2,
)
def potency_implausible(case: Case) -> Iterator[Breach]:
    powder = case.powder
    if powder is None:
        return
    limits = fact("powder_purity").limits(Ratio)
    least = fact("powder_potency").amount(Ratio)
    pure = _assayed(powder)
    purity = _counted_as(pure, powder.certificate.assay, powder)
    # A salt that may hold water nobody stated: how low it may be is judged as it stands, below.
    with_water = powder.certificate.basis == "as is" and hydrate(powder.substance) is not None
    potency = _counted_as(without_water(powder.substance), powder.potency, powder)
    if purity > limits.high or (purity < limits.low and not with_water):
        yield Breach(
            f"certificate, assay of {powder.certificate.assay} {powder.counted_as}",
            f"{write(purity)} of what pure {_named(pure, powder)} has",
            f"{limits.texts[0]} to {limits.texts[1]} (a judgement of this library)",
        )
    elif potency < least:
        yield Breach(
            "certificate, potency as it stands",
            potency,
            f"{least} or more (a judgement of this library)",
        )


def _assayed(powder: Powder) -> str:
    """What the certificate's basis takes the powder for: an assay as is, with all its water."""
    name = powder.substance
    return name if powder.certificate.basis == "as is" else without_water(name)


def _counted_as(pure: str, potency: Ratio, powder: Powder) -> Ratio:
    """The part of the powder that would be `pure`."""
    return potency_as_form(
        potency=potency,
        molar_mass=substance(powder.counted_as).molar_mass,
        molar_mass_wanted=substance(pure).molar_mass,
    )


def _named(pure: str, powder: Powder) -> str:
    return pure if pure == powder.substance else f"{powder.substance} without its water"
