"""Diluents: densities as read, and what a patient may have to avoid."""

import pytest

from ldn_compound.catalog import avoidable, excipient, names
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Density
from ldn_compound.quantity.origins import Cited


@pytest.mark.parametrize(
    ("name", "tapped", "cites", "confirmed"),
    [
        # tapped 0.460 g/mL of an erythromycin and cellulose blend: not the cellulose itself
        ("microcrystalline cellulose", "0.46 g/mL", "density-erythromycin-mcc", False),
        # PMC8228188: tapped 0.864 g/mL
        ("lactose monohydrate", "0.864 g/mL", "density-lactose", True),
        # Meggle DuraLac H: 880 g/L
        ("anhydrous lactose", "0.88 g/mL", "density-duralac", True),
        # a supplier: 0.60 to 0.70 g/mL, middle 0.65
        ("pregelatinised starch", "0.65 g/mL", "density-starch", False),
    ],
)
def test_tapped_densities(name: str, tapped: str, cites: str, *, confirmed: bool) -> None:
    density = excipient(name).tapped
    assert density == Density.of(tapped)
    assert isinstance(density.origin, Cited)
    assert cites in density.origin.cites
    assert density.origin.confirmed is confirmed


@pytest.mark.parametrize(
    ("name", "low", "high", "confirmed"),
    [
        # IFF: PH-102 0.28-0.33, PH-112 0.28-0.34, PH-301 0.34-0.45 g/mL; the other two unconfirmed
        ("Avicel PH-102", "0.28 g/mL", "0.33 g/mL", True),
        ("Avicel PH-112", "0.28 g/mL", "0.34 g/mL", True),
        ("Avicel PH-301", "0.34 g/mL", "0.45 g/mL", True),
        ("Avicel PH-101", "0.26 g/mL", "0.31 g/mL", False),
        ("Avicel PH-105", "0.20 g/mL", "0.30 g/mL", False),
    ],
)
def test_bulk_densities(name: str, low: str, high: str, *, confirmed: bool) -> None:
    bulk = excipient(name).bulk
    assert bulk is not None
    assert (bulk.low, bulk.high) == (Density.of(low), Density.of(high))
    assert isinstance(bulk.low.origin, Cited)
    assert bulk.low.origin.confirmed is confirmed


def test_a_grade_takes_the_tapped_density_of_its_kind_and_says_so() -> None:
    grade = excipient("Avicel PH-105")
    assert grade.name == "microcrystalline cellulose PH-105"
    assert grade.tapped is not None
    assert grade.tapped.origin == Cited(
        "microcrystalline cellulose, tapped", ("density-erythromycin-mcc",), False
    )


def test_a_density_nobody_read_is_not_there() -> None:
    assert excipient("sucrose").tapped is None
    assert excipient("Avicel PH-301").tapped is None  # denser than its kind


def test_tapped_is_never_below_bulk() -> None:
    for name in names("excipient"):
        entry = excipient(name)
        if entry.tapped is not None and entry.bulk is not None:
            assert entry.tapped > entry.bulk.high, name


@pytest.mark.parametrize(
    ("name", "unii"),
    [
        ("microcrystalline cellulose", "OP1R32D61U"),
        ("lactose monohydrate", "EWQ57Q8I5X"),
        ("anhydrous lactose", "3SY5LH9PMK"),
        ("hypromellose", "3NXW29V3WO"),
    ],
)
def test_unii(name: str, unii: str) -> None:
    assert excipient(name).unii == unii


def test_what_slows_release() -> None:
    slow = {name for name in names("excipient") if excipient(name).slows_release}
    assert slow == {"hypromellose", "RetaLac"}
    assert excipient("HPMC").slows_release


def test_calcium_carbonate_is_advised_against_as_an_opinion() -> None:
    entry = excipient("calcium carbonate")
    assert not entry.slows_release
    assert "opinion, no comparative trial" in entry.advice


def test_what_a_patient_may_avoid() -> None:
    with_lactose = {name for name in names("excipient") if "lactose" in excipient(name).contains}
    assert with_lactose == {"lactose monohydrate", "anhydrous lactose", "RetaLac", "Cellactose 80"}
    assert set(avoidable()) >= {"lactose", "milk", "azo dye", "iron oxide"}
    for name in names("excipient"):
        assert set(excipient(name).contains) <= set(avoidable())


@pytest.mark.parametrize(
    ("asked", "remedy"),
    [
        ("lactose", "'lactose monohydrate' or 'anhydrous lactose'"),
        ("MCC", "'microcrystalline cellulose'"),
        ("Avicel", "'Avicel PH-102'"),
    ],
)
def test_a_name_of_several_powders_is_refused(asked: str, remedy: str) -> None:
    with pytest.raises(CatalogError, match=f"write.*{remedy}"):
        excipient(asked)
