"""Vehicles, against what their sources print."""

import pytest

from ldn_compound.catalog import excipient, names, vehicle
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Mass, Volume


def test_every_vehicle_loads() -> None:
    for name in names("vehicle"):
        assert vehicle(name).name == name


@pytest.mark.parametrize("name", names("vehicle"))
def test_what_a_vehicle_is_made_of_is_in_the_catalogue(name: str) -> None:
    """Else what a patient avoids would be compared with it by one spelling of its name alone."""
    made = vehicle(name)
    for part in (*made.ingredients, *(part.name for part in made.parts)):
        assert part in names("vehicle") or excipient(part)


@pytest.mark.parametrize("name", names("vehicle"))
def test_what_a_vehicle_s_ingredients_contain_it_contains(name: str) -> None:
    # The label declares what the vehicle's own entry contains; no part adds another word to it.
    made = vehicle(name)
    parts = (*made.ingredients, *(part.name for part in made.parts))
    within = {
        word for part in parts if part not in names("vehicle") for word in excipient(part).contains
    }
    assert within <= set(made.contains)


def test_a_brand_is_not_known_to_the_last_ingredient() -> None:
    closed = {name for name in names("vehicle") if vehicle(name).undisclosed}
    brands = ("Ora-Plus", "Ora-Sweet", "Ora-Blend", "SyrSpend SF PH4 liquid", "SyrSpend SF PH4 dry")
    assert closed == {vehicle(name).name for name in brands}


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
