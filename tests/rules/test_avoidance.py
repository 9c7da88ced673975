"""What a patient avoids is found by whole words, by synonym and by what a thing contains."""

from collections.abc import Callable

import pytest

from ldn_compound.catalog import avoidable
from ldn_compound.catalog.entries import VehicleEntry, VehiclePart
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.avoidance import Present, entry, holds, known, named, present
from ldn_compound.rules.check import check


@pytest.mark.parametrize(
    ("avoided", "name"),
    [
        ("lactose", "lactose monohydrate"),
        ("Lactose", "LACTOSE MONOHYDRATE"),
        ("lactose", "lactose, spray-dried"),  # not in the catalogue: by its words
        ("lactose", "Cellactose 80"),  # by what it contains
        ("milk", "anhydrous lactose"),
        ("iron oxide", "yellow iron oxide"),
        ("iron oxide yellow", "yellow iron oxide"),
        ("azo dye", "sunset yellow FCF"),
        ("macrogol", "polyethylene glycol"),  # a synonym
        ("HPMC", "hypromellose"),
        ("lactose monohydrate", "anhydrous lactose"),  # both hold lactose
        ("parabens", "Ora-Plus"),
        ("sodium benzoate", "ascorbic acid and glycerol vehicle"),  # an ingredient of it
        ("glycerin", "ascorbic acid and glycerol vehicle"),  # a synonym of one
        ("glycerol", "Vehicle for Oral Solution NF"),  # which calls it glycerin
        ("methylparaben", "Ora-Plus"),  # one of its parabens
        ("propylparaben", "Vehicle for Oral Solution NF"),  # both are parabens
        ("potassium sorbate", "Ora-Blend"),  # of its ingredients' ingredients
        ("cellulose", "Cellactose 80"),
        ("ORA-PLUS", "Ora-Plus and Ora-Sweet 1:1"),
        ("syrspend SF PH4 liquid", "SyrSpend SF PH4 liquid"),  # by its name, whatever is in it
        ("water, purified", "purified water"),
    ],
)
def test_found(avoided: str, name: str) -> None:
    assert holds(name, avoided=avoided)


@pytest.mark.parametrize(
    ("avoided", "name"),
    [
        ("lactose", "microcrystalline cellulose"),
        ("lactose", "galactose"),  # no likeness
        ("starch", "sucrose"),
        ("iron oxide", "titanium dioxide"),
        ("milk", "magnesium stearate"),
        ("sugar", "Vehicle for Oral Solution, Sugar Free NF"),  # a vehicle's name is a brand's
        ("solution", "Vehicle for Oral Solution NF"),
        ("benzoate", "Ora-Plus"),
        ("", "lactose monohydrate"),
        (" ", "lactose monohydrate"),
    ],
)
def test_not_found(avoided: str, name: str) -> None:
    assert not holds(name, avoided=avoided)


@pytest.mark.parametrize("word", avoidable())
def test_every_word_of_the_catalogue_is_known(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize("word", ["gluten", "gelatin", "", "lactos", "sugar", "oral"])
def test_other_words_are_not(word: str) -> None:
    assert not known(word)


def test_what_is_not_in_the_name_is_said() -> None:
    assert named("lactose monohydrate", avoided="lactose") == "lactose monohydrate"
    assert named("talc", avoided="Talc") == "talc"
    assert named("Cellactose 80", avoided="lactose") == "Cellactose 80 (lactose)"


def test_an_entry_is_an_excipient_or_a_vehicle_or_none() -> None:
    assert entry("HPMC") is not None
    assert entry("simple syrup") is not None
    assert entry("Opadry II white") is None


@pytest.mark.parametrize(
    ("contains", "said"),
    [
        (None, "may contain lactose monohydrate, anhydrous lactose, Cellactose 80 (lactose)"),
        (("lactose monohydrate",), "contains lactose monohydrate"),
    ],
)
def test_a_list_that_nobody_stated_may_contain_it(
    planned: Callable[..., Plan], contains: tuple[str, ...] | None, said: str
) -> None:
    made = planned(order={"avoid": ("lactose",)}, tablets={"contains": contains})
    assert [one.observed for one in check(made).findings if one.code == "EXC603"] == [said]


HOUSE = VehicleEntry(
    name="vehicle 7",
    water=True,
    preserved="no",
    cites=(),
    confirmed=True,
    contains=("parabens",),
    ad="purified water",
    parts=(
        VehiclePart(name="Cellactose 80", amount=Mass.of("1 g")),
        VehiclePart(name="polyethylene glycol", amount=Mass.of("2 g")),
    ),
)


@pytest.mark.parametrize(
    "avoided",
    [
        "parabens",  # what the house says it contains
        "Cellactose",  # what a part is called
        "macrogol",  # a synonym of a part
        "lactose",  # what a part contains
    ],
)
def test_a_house_s_own_vehicle_is_searched_to_its_parts(avoided: str) -> None:
    assert holds("vehicle 7", avoided=avoided, made_of=HOUSE)
    assert Present("vehicle", "vehicle 7", certain=True, made_of=HOUSE).holds(avoided)
    # nobody else knows a vehicle of that name
    assert not Present("vehicle", "vehicle 7", certain=True).holds(avoided)


def test_of_a_liquid_the_vehicle_s_own_entry_is_searched(planned: Callable[..., Plan]) -> None:
    usual = planned()
    liquid = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="Ora-Plus")
    made = plan(Order(drug="naltrexone", form=liquid), usual.source, on=usual.on)
    vehicle, *_ = present(made)
    assert (vehicle.where, vehicle.name, vehicle.certain) == ("vehicle", "Ora-Plus", True)
    assert vehicle.made_of == entry("Ora-Plus")
