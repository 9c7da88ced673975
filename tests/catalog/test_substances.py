"""Naltrexone: masses against atomic masses, codes against the lists they were read in."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from ldn_compound.catalog import lineage, names, substance
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import MolarMass, Ratio
from ldn_compound.quantity.origins import Cited

ATOMS = {  # IUPAC abridged standard atomic masses
    "C": Decimal("12.011"),
    "H": Decimal("1.008"),
    "N": Decimal("14.007"),
    "O": Decimal("15.999"),
    "Cl": Decimal("35.453"),
}


def summed(formula: str) -> Fraction:
    """C20H23NO4: 20 x 12.011 + 23 x 1.008 + 14.007 + 4 x 15.999 = 341.407."""
    whole = Decimal(0)
    for part in formula.split("."):
        times, atoms = re.fullmatch(r"(\d*)(.*)", part).groups()  # type: ignore[union-attr]
        for symbol, count in re.findall(r"(Cl|C|H|N|O)(\d*)", atoms):
            whole += int(times or 1) * ATOMS[symbol] * int(count or 1)
    return Fraction(whole)


def test_the_sum_by_hand() -> None:
    # C 240.220, H 23.184, N 14.007, O 63.996: 341.407
    assert summed("C20H23NO4") == Fraction("341.407")
    # + HCl: 1.008 + 35.453 = 36.461: 377.868
    assert summed("C20H23NO4.HCl") == Fraction("377.868")
    # + 2 H2O: 2 x (2.016 + 15.999) = 36.030: 413.898
    assert summed("C20H23NO4.HCl.2H2O") == Fraction("413.898")


@pytest.mark.parametrize("name", names("substance"))
def test_molar_masses_agree_with_the_atoms(name: str) -> None:
    entry = substance(name)
    assert abs(entry.molar_mass.value - summed(entry.formula)) <= Fraction("0.02")


@pytest.mark.parametrize(
    ("name", "molar_mass", "unii"),
    [
        # Vivitrol label section 11: 341.41; openFDA: 5S6W795CQM
        ("naltrexone", "341.41 g/mol", "5S6W795CQM"),
        # DailyMed 74087d2f: molecular weight 377.86; openFDA: Z6375YW9SF
        ("naltrexone hydrochloride", "377.86 g/mol", "Z6375YW9SF"),
        # 377.868 + 36.030 = 413.898; its own UNII was not found
        ("naltrexone hydrochloride dihydrate", "413.90 g/mol", ""),
    ],
)
def test_masses_and_codes(name: str, molar_mass: str, unii: str) -> None:
    entry = substance(name)
    assert entry.molar_mass == MolarMass.of(molar_mass)
    assert entry.unii == unii


def test_codes_that_are_easily_confused() -> None:
    # RxNorm: 7243 naltrexone, 7242 naloxone
    assert substance("naltrexone").rxcui == "7243"
    assert substance("naltrexone").cas == "16590-41-3"
    assert substance("naltrexone hydrochloride").cas == "16676-29-2"
    assert substance("naltrexone hydrochloride").atc == "N07BB04"


def test_water_of_the_dihydrate() -> None:
    # 36.030 / 413.898 = 8.705 %, to two decimals 8.71 %
    water = substance("naltrexone hydrochloride dihydrate").water
    assert water == Ratio.of("8.71 %")
    share = Fraction("36.030") / Fraction("413.898") * 100
    assert abs(water.value - share) <= Fraction("0.005")


def test_the_assay_of_the_monograph_and_its_basis() -> None:
    # USP Naltrexone Hydrochloride: 98.0-102.0 %, anhydrous, solvent-free
    entry = substance("naltrexone hydrochloride")
    assert entry.assay is not None
    assert entry.assay.texts == ("98.0 %", "102.0 %")
    assert entry.assay_basis == "anhydrous, solvent-free"
    assert str(entry.assay.span) == "98.0 % to 102.0 %"
    assert entry.assay.low.origin == Cited(
        "naltrexone hydrochloride, assay", ("usp-naltrexone-hydrochloride",), True
    )


def test_what_is_a_form_of_what() -> None:
    assert [entry.name for entry in lineage("naltrexone HCl dihydrate")] == [
        "naltrexone hydrochloride dihydrate",
        "naltrexone hydrochloride",
        "naltrexone",
    ]
    assert [entry.form for entry in lineage("naltrexone HCl dihydrate")] == [
        "hydrate",
        "salt",
        "base",
    ]
    assert lineage("naltrexone") == (substance("naltrexone"),)


def test_the_hydrochloride_warns_of_its_water() -> None:
    assert "only the certificate tells the water" in substance("naltrexone hydrochloride").note


def test_an_entry_does_not_change() -> None:
    with pytest.raises(AttributeError):
        substance("naltrexone").name = "x"  # type: ignore[misc]


def test_no_drug_is_found_by_a_brand() -> None:
    for brand in ("Vivitrol", "ReVia", "Contrave"):
        with pytest.raises(CatalogError):
            substance(brand)
