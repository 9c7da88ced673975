"""The bench nobody described."""

import pytest

from ldn_compound.catalog import balance, cylinder, machine, names, syringe
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Mass, Volume
from ldn_compound.quantity.origins import Cited


def test_the_electronic_prescription_balance() -> None:
    entry = balance("electronic prescription balance")
    assert entry.readability == Mass.of("1 mg")
    assert entry.capacity == Mass.of("120 g")
    assert entry.sensitivity == Mass.of("6 mg")  # class III: 6 mg x 100 / 5 = 120 mg
    assert not entry.confirmed
    assert entry.readability.origin == Cited(
        "electronic prescription balance, readability", ("this-library",), False
    )
    assert entry.sensitivity.origin == Cited(
        "electronic prescription balance, sensitivity", ("usp-1176", "ansel"), True
    )


def test_the_class_iii_balance() -> None:
    assert balance("class III torsion balance").sensitivity == Mass.of("6 mg")


def test_capsule_machines() -> None:
    # University of North Carolina: 50, 100 and 300 holes
    assert [machine(name).holes for name in names("machine")] == [50, 100, 300]


@pytest.mark.parametrize(
    ("name", "graduation"),
    [  # ASTM E1272-02, Table 1, least graduation
        ("10 mL", "0.1 mL"),
        ("25 mL", "0.2 mL"),
        ("50 mL", "1 mL"),
        ("100 mL", "1 mL"),
        ("250 mL", "2 mL"),
        ("500 mL", "5 mL"),
        ("1000 mL", "10 mL"),
    ],
)
def test_cylinders(name: str, graduation: str) -> None:
    entry = cylinder(name)
    assert entry.capacity == Volume.of(name)
    assert entry.graduation == Volume.of(graduation)
    assert entry.confirmed


@pytest.mark.parametrize(
    ("name", "graduation"),
    [  # hypodermic syringes: 1 mL 0.01, 3 mL 0.1, 5 mL 0.2, 10 mL 0.2 or (BD) 0.5, 20 mL 1
        ("1 mL", "0.01 mL"),
        ("3 mL", "0.1 mL"),
        ("5 mL", "0.2 mL"),
        ("10 mL", "0.5 mL"),
        ("20 mL", "1 mL"),
    ],
)
def test_syringes_are_not_confirmed_for_oral_ones(name: str, graduation: str) -> None:
    assert syringe(name).graduation == Volume.of(graduation)
    assert not syringe(name).confirmed


def test_a_graduation_divides_its_capacity() -> None:
    for entry in (*map(cylinder, names("cylinder")), *map(syringe, names("syringe"))):
        assert (entry.capacity.base / entry.graduation.base).denominator == 1


def test_an_unknown_balance() -> None:
    with pytest.raises(CatalogError, match="it holds 'electronic prescription balance'"):
        balance("kitchen scales")
