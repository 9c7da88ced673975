"""Vehicles, against what their sources print."""

import pytest

from ldn_compound.catalog import names, vehicle
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Mass, Volume


def test_every_vehicle_loads():
    for name in names("vehicle"):
        assert vehicle(name).name == name


def test_the_vehicle_of_1997_holds_what_its_study_printed():
    # Fawcett 1997: ascorbic acid 0.5 g, sodium benzoate 0.1 g, glycerol 20 mL, water to 100 mL
    parts = {part.name: part.amount for part in vehicle("Fawcett vehicle").parts}
    assert parts == {
        "ascorbic acid": Mass.of("500 mg"),
        "sodium benzoate": Mass.of("100 mg"),
        "glycerol": Volume.of("20 mL"),
    }


def test_the_two_presentations_of_one_brand_are_not_confused():
    with pytest.raises(CatalogError, match="SyrSpend SF PH4 dry"):
        vehicle("SyrSpend SF PH4")
