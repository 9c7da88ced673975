"""A study binds the formulation it tested, and says in what another one differs."""

from typing import Any

import pytest

from ldn_compound.catalog import study
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.model.preparation import Container, Content, Preparation
from ldn_compound.planning.study_match import (
    differences,
    holds_all_of,
    not_compared,
    packed_otherwise,
    stable_as_kept,
)
from ldn_compound.quantity.kinds import Days, Mass

AMBER = Container(name="amber plastic bottle", tight=True, light_resistant=True)
CLEAR = Container(name="clear glass bottle", tight=True, light_resistant=False)
CAPSULES: dict[str, Any] = {
    "form": "capsules",
    "active": "naltrexone hydrochloride",
    "strength": "4.5 mg",
    "contents": (Content(name="microcrystalline cellulose PH-105"),),
    "source": "tablets",
    "contains_water": False,
    "storage": "room",
    "container": AMBER,
}
PARTS = (
    Content(name="ascorbic acid", mass="0.5 g"),
    Content(name="sodium benzoate", mass="100 mg"),
    Content(name="glycerin", volume="20 mL"),
    Content(name="purified water"),
)
LIQUID: dict[str, Any] = {
    "form": "oral liquid",
    "active": "naltrexone hydrochloride",
    "concentration": "1 mg/mL",
    "contents": PARTS,
    "source": "tablets",
    "contains_water": True,
    "preserved": "yes",
    "storage": "refrigerator",
    "container": AMBER,
}


def capsules(**other: Any) -> Preparation:
    return Preparation.model_validate(CAPSULES | other)


def liquid(**other: Any) -> Preparation:
    return Preparation.model_validate(LIQUID | other)


@pytest.mark.parametrize(
    ("active", "contents"),
    [
        ("naltrexone HCl", "microcrystalline cellulose PH-105"),
        ("Naltrexone Hydrochloride", "Avicel PH-105"),  # a synonym
        ("naltrexone hydrochloride", "MICROCRYSTALLINE CELLULOSE PH-105"),
    ],
)
def test_a_house_s_study_binds_by_any_name(active: str, contents: str) -> None:
    one = study("cote-2018")._replace(active=active, contents=(StudyContent(name=contents),))
    assert differences(one, capsules()) == ()
    assert holds_all_of(one, capsules())


def test_what_the_catalogue_does_not_know_is_compared_by_its_letters() -> None:
    one = study("cote-2018")._replace(contents=(StudyContent(name="Our Filler"),))
    assert differences(one, capsules(contents=(Content(name="our filler"),))) == ()
    assert differences(one, capsules(contents=(Content(name="our filler 2"),))) != ()


def test_what_was_tested_is_bound() -> None:
    assert differences(study("cote-2018"), capsules()) == ()
    assert differences(study("fawcett-1997"), liquid()) == ()
    syrspend = liquid(contents=(Content(name="SyrSpend SF PH4 liquid"),), source="powder")
    assert differences(study("polonini-2016"), syrspend) == ()
    assert differences(study("polonini-2016"), liquid()) != ()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"strength": "0.5 mg"}, None),
        ({"strength": "0.499 mg"}, "strength: 0.499 mg/capsule; tested: 0.5 mg to 4.5 mg"),
        ({"strength": "4.501 mg"}, "strength: 4.501 mg/capsule; tested: 0.5 mg to 4.5 mg"),
        (
            {"active": "naltrexone"},
            "active: naltrexone; tested: naltrexone hydrochloride",
        ),
        (
            {"contents": (Content(name="lactose monohydrate"),)},
            "contents: lactose monohydrate; tested: microcrystalline cellulose",
        ),
        (
            {"contents": (*CAPSULES["contents"], Content(name="colloidal silicon dioxide"))},
            "contents: microcrystalline cellulose PH-105, colloidal silicon dioxide; "
            "tested: microcrystalline cellulose",
        ),
        ({"contents": ()}, "contents: not stated; tested: microcrystalline cellulose"),
        ({"storage": "refrigerator"}, "storage: refrigerator; tested: room"),
        ({"source": "powder"}, None),  # the abstract does not name the source
    ],
)
def test_capsules(other: dict[str, Any], said: str | None) -> None:
    assert differences(study("cote-2018"), capsules(**other)) == ((said,) if said else ())


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"concentration": "5 mg/mL"}, "concentration: 5 mg/mL; tested: 1 mg/mL"),
        ({"source": "powder"}, None),
        ({"source": ""}, "source: not stated; tested: tablets or powder"),
        (
            {"contents": (Content(name="ascorbic acid", mass="0.4 g"), *PARTS[1:])},
            "ascorbic acid in 100 mL: 400 mg; tested: 500 mg",
        ),
        (
            {"contents": (Content(name="ascorbic acid"), *PARTS[1:])},
            "ascorbic acid in 100 mL: not stated; tested: 500 mg",
        ),
        (
            {"contents": (*PARTS[:2], Content(name="glycerol", volume="10 mL"), PARTS[3])},
            "glycerol in 100 mL: 10 mL; tested: 20 mL",
        ),
        (
            {"contents": (*PARTS, PARTS[2])},  # twice 20 mL are 40 mL
            "contents: ascorbic acid, sodium benzoate, glycerin, purified water, glycerin; "
            "tested: ascorbic acid, sodium benzoate, glycerol, purified water",
        ),
        (
            {"contents": PARTS[1:]},
            "contents: sodium benzoate, glycerin, purified water; "
            "tested: ascorbic acid, sodium benzoate, glycerol, purified water",
        ),
        ({"storage": "room"}, None),
    ],
)
def test_liquids(other: dict[str, Any], said: str | None) -> None:
    assert differences(study("fawcett-1997"), liquid(**other)) == ((said,) if said else ())


def test_several_differences_are_all_said() -> None:
    found = differences(study("cote-2018"), liquid())
    assert [said.partition(":")[0] for said in found] == [
        "form",
        "strength",
        "contents",
        "storage",
    ]


@pytest.mark.parametrize(
    ("container", "said"),
    [
        (AMBER, ()),
        (Container(name="Amber Plastic Bottle", tight=True, light_resistant=True), ()),
        (
            Container(name="amber plastic bottle", tight=True, light_resistant=False),
            ("light: the container lets it in; tested: protected from it",),
        ),
        (
            CLEAR,
            (
                "container: clear glass bottle; tested: amber plastic bottle",
                "light: the container lets it in; tested: protected from it",
            ),
        ),
    ],
)
def test_another_container(container: Container, said: tuple[str, ...]) -> None:
    assert packed_otherwise(study("fawcett-1997"), liquid(container=container)) == said


def test_a_container_that_the_study_does_not_state_is_not_compared() -> None:
    assert packed_otherwise(study("polonini-2016"), liquid(container=CLEAR)) == ()
    assert not_compared(study("polonini-2016")) == ("container", "light")
    assert not_compared(study("cote-2018")) == ("source", "container")
    assert not_compared(study("fawcett-1997")) == ()


def house_study(*stable: Stable) -> Study:
    """A house's own, of the capsules above."""
    return Study(
        name="own",
        title="our own study",
        form="capsules",
        active="naltrexone hydrochloride",
        contents=(StudyContent(name="microcrystalline cellulose PH-105"),),
        stable=stable,
        cites=(),
        confirmed=True,
    )


def test_of_several_findings_for_one_storage_the_shortest_counts() -> None:
    long, short = (Stable(storage="room", days=Days.of(text)) for text in ("90 days", "60 days"))
    assert stable_as_kept(house_study(long, short), capsules()) is short
    assert stable_as_kept(house_study(short, long), capsules()) is short


def test_a_study_that_found_nothing_for_this_storage() -> None:
    cold = Stable(storage="refrigerator", days=Days.of("90 days"))
    assert stable_as_kept(house_study(cold), capsules()) is None
    assert differences(house_study(), capsules()) == ("storage: room; tested: nowhere",)


def test_an_amount_that_the_study_does_not_state_is_not_compared() -> None:
    weighed = capsules(
        contents=(Content(name="microcrystalline cellulose PH-105", mass=Mass.of("10 g")),)
    )
    room = Stable(storage="room", days=Days.of("90 days"))
    assert differences(house_study(room), weighed) == ()


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("amber plastic bottle, tight", True),
        ("Tight, light-resistant amber plastic bottle", True),
        ("amber glass bottle, tight", False),
        ("amber plastic bottle with a dropper", False),
        ("plastic bottle, amber", False),  # another name is another container
    ],
)
def test_a_container_s_properties_are_no_part_of_its_name(name: str, *, same: bool) -> None:
    bottle = Container(name=name, tight=True, light_resistant=True)
    packed = liquid(container=bottle)
    assert (packed_otherwise(study("fawcett-1997"), packed) == ()) is same


@pytest.mark.parametrize(
    ("keeps_out", "said"),
    [
        (True, ()),
        (False, ("light: the container lets it in; tested: protected from it",)),
        (None, ("light: not said; tested: protected from it",)),
    ],
)
def test_light_that_nobody_speaks_of_is_not_kept_out(
    keeps_out: bool | None, said: tuple[str, ...]
) -> None:
    bottle = Container(name="amber plastic bottle", tight=True, light_resistant=keeps_out)
    assert packed_otherwise(study("fawcett-1997"), liquid(container=bottle)) == said


@pytest.mark.parametrize(
    ("other", "held"),
    [
        ({}, True),
        ({"contents": (*PARTS, Content(name="sucrose"))}, True),  # and more
        ({"concentration": "5 mg/mL", "storage": "room"}, True),  # other than tested, of the same
        ({"contents": PARTS[1:]}, False),
        ({"active": "naltrexone"}, False),
    ],
)
def test_all_that_was_tested_is_in_it_and_maybe_more(other: dict[str, Any], held: bool) -> None:
    assert holds_all_of(study("fawcett-1997"), liquid(**other)) is held


def test_another_form_holds_nothing_of_what_was_tested() -> None:
    assert holds_all_of(study("cote-2018"), capsules())
    assert not holds_all_of(study("fawcett-1997"), capsules(contents=PARTS))
