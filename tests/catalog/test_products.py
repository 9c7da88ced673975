"""Tablets that may be ground, and products that are no source."""

from fractions import Fraction

import pytest

from ldn_compound.catalog import excipient, names, product, substance
from ldn_compound.quantity.kinds import PerTablet
from ldn_compound.quantity.origins import Cited

TABLET = "naltrexone hydrochloride tablets 50 mg"


def test_the_usual_tablet() -> None:
    tablet = product(TABLET)
    assert tablet.strength == PerTablet.of("50 mg")
    assert tablet.release == "immediate"
    assert tablet.refused == ""
    assert tablet.rxcui == "1483744"  # RxNorm: naltrexone hydrochloride 50 MG Oral Tablet
    assert tablet.content is not None
    assert tablet.content.texts == ("90.0 %", "110.0 %")  # USP tablets monograph


def test_the_weight_of_a_tablet_is_a_judgement() -> None:
    weight = product(TABLET).tablet_weight
    assert weight is not None
    assert weight.texts == ("150 mg", "500 mg")
    assert weight.low.origin == Cited(f"{TABLET}, tablet weight", ("this-library",), False)


@pytest.mark.parametrize("name", ["Vivitrol", "Contrave", "Mysimba"])
def test_products_that_are_no_source(name: str) -> None:
    entry = product(name)
    assert entry.release == "extended"
    assert entry.refused


def test_vivitrol_holds_the_base_and_is_no_tablet() -> None:
    # label section 11: 380 mg of naltrexone a vial
    assert product("Vivitrol").substance == "naltrexone"
    assert product("Vivitrol").strength is None


def test_contrave_holds_bupropion() -> None:
    for name in ("Contrave", "Mysimba"):
        assert product(name).other_actives == ("bupropion hydrochloride",)
        assert product(name).strength == PerTablet.of("8 mg")


@pytest.mark.parametrize(
    ("name", "lactose"),
    [
        ("Adepend 50 mg", "126.755 mg"),  # Fachinformation section 2
        ("naltrexone hydrochloride 50 mg, PL 21344/0002", "126.8 mg"),  # SmPC
        ("Naltrexon neuraxpharm 50 mg", "192.85 mg"),  # leaflet
        ("Mysimba", "73.2 mg"),  # SmPC section 2
    ],
)
def test_lactose_of_a_tablet(name: str, lactose: str) -> None:
    assert product(name).lactose == PerTablet.of(lactose)


def test_lactose_and_drug_fit_into_the_plausible_weight() -> None:
    # neuraxpharm: 192.85 + 50 = 242.85 mg at least, within 150-500 mg
    weight, lactose = product(TABLET).tablet_weight, product("Naltrexon neuraxpharm 50 mg").lactose
    assert weight is not None
    assert lactose is not None
    assert weight.low.base < lactose.base + Fraction(50) == Fraction("242.85") < weight.high.base


@pytest.mark.parametrize("name", names("product"))
def test_a_product_names_what_the_catalogue_knows(name: str) -> None:
    entry = product(name)
    assert substance(entry.substance).name == entry.substance
    assert entry.release in ("immediate", "extended")
    assert (entry.release == "extended") == bool(entry.refused)
    for part in (*entry.contains, *entry.may_contain):
        assert excipient(part).name == part
    assert not set(entry.contains) & set(entry.may_contain)


def test_every_list_that_was_read_in_full_has_lactose() -> None:
    complete = [product(name) for name in names("product") if product(name).contains]
    assert len(complete) == 3
    for entry in complete:
        assert any("lactose" in excipient(part).contains for part in entry.contains), entry.name


def test_the_generic_tablet_may_contain_whatever_a_listed_one_does() -> None:
    listed = {
        part
        for name in names("product")
        for part in (*product(name).contains, *product(name).may_contain)
    }
    assert listed == set(product(TABLET).may_contain)
