"""Stability studies, as their abstracts state them."""

import pytest

from ldn_compound.catalog import excipient, reference, studies_of, study, substance, vehicle
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.studies import Study, StudyContent
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, Volume
from ldn_compound.quantity.origins import Cited

EVERY = tuple(tables("studies")["study"])


def stable(one: Study) -> list[tuple[str, str, str]]:
    return [(found.storage, found.at, str(found.days)) for found in one.stable]


def test_cote_2018() -> None:
    one = study("cote-2018")
    # abstract: in Avicel, over 360 days, room temperature, away from light
    assert stable(one) == [("room", "", "360 days")]
    assert (one.form, one.light, one.active) == (
        "capsules",
        "protected",
        "naltrexone hydrochloride",
    )
    assert one.contents[0].name == "microcrystalline cellulose"
    assert one.confirmed
    # the abstract says "low-dose" and names neither strengths, source nor container
    assert "strengths" in one.assumed
    assert one.strength is not None
    assert (one.strength.low, one.strength.high) == (PerUnit.of("0.5 mg"), PerUnit.of("4.5 mg"))
    assert isinstance(one.strength.low.origin, Cited)
    assert one.strength.low.origin.confirmed is False
    assert (one.source, one.container, one.concentration) == ((), (), None)


def test_fawcett_1997() -> None:
    one = study("fawcett-1997")
    # abstract: 1 mg/mL, from tablets or powder, in the dark, 60 days at 4 °C and 30 days at 25 °C
    assert stable(one) == [("refrigerator", "4 °C", "60 days"), ("room", "25 °C", "30 days")]
    assert one.concentration == Concentration.of("1 mg/mL")
    assert (one.source, one.light) == (("tablets", "powder"), "protected")
    assert one.container == ("amber plastic bottle",)
    # per 100 mL: ascorbic acid 0.5 g, sodium benzoate 0.1 g, glycerol 20 mL, water to 100 mL
    assert one.contents == (
        StudyContent(name="ascorbic acid", mass=Mass.of("500 mg")),
        StudyContent(name="sodium benzoate", mass=Mass.of("100 mg")),
        StudyContent(name="glycerol", also=("glycerin",), volume=Volume.of("20 mL")),
        StudyContent(name="purified water", also=("sterile water",)),
    )
    assert (one.confirmed, one.assumed) == (True, "")


def test_polonini_2016() -> None:
    one = study("polonini-2016")
    # abstract: naltrexone hydrochloride 1.0 mg/mL, SyrSpend SF PH4 liquid, at least 90 days at both
    assert stable(one) == [
        ("refrigerator", "2 °C to 8 °C", "90 days"),
        ("room", "20 °C to 25 °C", "90 days"),
    ]
    assert one.concentration == Concentration.of("1 mg/mL")
    assert one.contents == (StudyContent(name="SyrSpend SF PH4 liquid"),)
    assert (one.source, one.container, one.light) == (("powder",), (), "")


def test_studies_of_a_form() -> None:
    assert [one.name for one in studies_of("capsules")] == ["cote-2018"]
    assert [one.name for one in studies_of("oral liquid")] == ["fawcett-1997", "polonini-2016"]
    assert studies_of("suppositories") == ()


def test_a_slip_names_the_nearest() -> None:
    with pytest.raises(CatalogError, match="write 'cote-2018'"):
        study("cote-2081")


@pytest.mark.parametrize("name", EVERY)
def test_a_study_uses_the_catalogues_words(name: str) -> None:
    one = study(name)
    assert one is study(name)
    assert substance(one.active).name == one.active
    assert one.form in ("capsules", "oral liquid")
    assert (one.strength is None) is (one.form != "capsules")
    assert (one.concentration is None) is (one.form == "capsules")
    assert one.light in ("", "protected")
    assert {found.storage for found in one.stable} <= {"room", "refrigerator"}
    assert all(found.days > Days.of("1 day") for found in one.stable)
    assert one.contents
    for key in one.cites:
        assert reference(key).key == key


def test_what_capsules_were_filled_with_are_diluents_of_the_catalogue() -> None:
    for one in studies_of("capsules"):
        for content in one.contents:
            for name in (content.name, *content.also):
                assert excipient(name).name == name


def test_the_house_made_vehicle_of_the_catalogue_is_the_one_that_was_tested() -> None:
    made = vehicle("ascorbic acid and glycerol vehicle")
    parts = {part.name: part.amount for part in made.parts}
    tested = {
        one.name: one.volume if one.mass is None else one.mass
        for one in study("fawcett-1997").contents
    }
    assert tested == {**parts, made.ad: None}


def test_a_bought_vehicle_has_the_catalogues_name() -> None:
    assert vehicle("SyrSpend SF PH4 liquid").name == study("polonini-2016").contents[0].name
