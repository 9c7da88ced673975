"""Studies, antimicrobial tests and monographs: what binds, what extends, and what does neither."""

from datetime import date
from typing import Any

import pytest

from ldn_compound.catalog import dating, study
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.errors import AmountError
from ldn_compound.model.beyond_use import BeyondUse, SetAside
from ldn_compound.model.preparation import (
    AntimicrobialTest,
    Component,
    Container,
    Content,
    Monograph,
    Preparation,
)
from ldn_compound.planning.beyond_use import beyond_use
from ldn_compound.quantity.kinds import Days

NEW_YEAR = date(2026, 1, 1)
BOTTLE = Container(name="amber plastic bottle", tight=True, light_resistant=True)
FAWCETT: dict[str, Any] = {
    "form": "oral liquid",
    "active": "naltrexone hydrochloride",
    "concentration": "1 mg/mL",
    "contents": (
        Content(name="ascorbic acid", mass="0.5 g"),
        Content(name="sodium benzoate", mass="100 mg"),
        Content(name="glycerol", volume="20 mL"),
        Content(name="purified water"),
    ),
    "source": "tablets",
    "contains_water": True,
    "preserved": "yes",
    "storage": "room",
    "container": BOTTLE,
}
POLONINI = FAWCETT | {
    "contents": (Content(name="SyrSpend SF PH4 liquid"),),
    "source": "powder",
    "preserved": "unknown",
    "storage": "refrigerator",
}
COTE: dict[str, Any] = {
    "form": "capsules",
    "active": "naltrexone hydrochloride",
    "strength": "4.5 mg",
    "contents": (Content(name="microcrystalline cellulose"),),
    "source": "powder",
    "contains_water": False,
    "storage": "room",
    "container": BOTTLE,
}
TESTED = AntimicrobialTest(report="report 12", aged="90 days")
EXTENSION = "extension by a study"


def dated(stated: dict[str, Any], *, made: date = NEW_YEAR, **choices: Any) -> BeyondUse:
    return beyond_use(Preparation.model_validate(stated), made=made, **choices)


def kinds(found: BeyondUse) -> list[str]:
    return [limit.kind for limit in found.limits]


def aside(found: BeyondUse, name: str) -> SetAside:
    (one,) = (one for one in found.set_aside if one.name == name)
    return one


def test_cote_360_days_are_180() -> None:
    found = dated(COTE)
    # 151 days to the end of May: day 180 is 29 June; 365 − 360 = 5: day 360 is 26 December
    assert found.date == date(2026, 6, 29)
    assert kinds(found) == ["default", "study"]
    assert found.beaten[0].date == date(2026, 12, 26)
    assert found.beaten[0].name == study("cote-2018").title
    # what was not read is said, and makes it unconfirmed
    assert found.beaten[0].confirmed is False
    assert found.beaten[0].why == (
        "stable for 360 days at room temperature; 360 days from 2026-01-01, that day counted as "
        "day 1; not stated by it and not compared: source, container; assumed: the strengths and "
        "the salt: the abstract says low-dose naltrexone"
    )
    assert aside(found, EXTENSION).why == (
        "2026-06-29, longest extension: 180 days from 2026-01-01, that day counted as day 1; no "
        "study extends a default beyond this (not confirmed) [usp-vehicle-dating, "
        "california-1735-2]",
    )


def test_fawcett_in_the_warm_is_shorter_than_the_default_and_binds() -> None:
    found = dated(FAWCETT)
    assert (found.date, found.limit.kind) == (date(2026, 1, 30), "study")  # day 30
    assert found.beaten[0].date == date(2026, 2, 4)  # the default's 35 days
    assert found.limit.why == (
        "stable for 30 days at 25 °C; 30 days from 2026-01-01, that day counted as day 1"
    )
    assert found.limit.confirmed
    assert found.limit.cites == study("fawcett-1997").cites != ()
    # an antimicrobial test makes no drug more stable
    assert dated(FAWCETT | {"antimicrobial_test": TESTED}).date == date(2026, 1, 30)


def test_fawcett_in_the_cold_stays_at_the_default_without_an_antimicrobial_test() -> None:
    found = dated(FAWCETT | {"storage": "refrigerator"})
    assert (found.date, found.limit.kind) == (date(2026, 2, 4), "default")
    assert found.beaten[0].date == date(2026, 3, 1)  # 31 + 28 = 59, day 60
    assert aside(found, EXTENSION).why == (
        "no passed antimicrobial effectiveness test; a longer date needs antimicrobial "
        "effectiveness as well as stability [mi-peds-2024, usp-antimicrobial-effectiveness]",
    )


def test_and_is_60_days_with_one() -> None:
    found = dated(FAWCETT | {"storage": "refrigerator", "antimicrobial_test": TESTED})
    assert found.date == date(2026, 3, 1)
    # 31 + 28 + 31 = 90 days of the test; 180 days of the longest extension
    assert [(limit.kind, limit.date) for limit in found.limits] == [
        ("study", date(2026, 3, 1)),
        ("antimicrobial test", date(2026, 3, 31)),
        ("longest", date(2026, 6, 29)),
    ]
    assert aside(found, "default of preserved aqueous preparations").why == (
        f"2026-02-04; in its place: {study('fawcett-1997').title}",
    )


def test_a_test_passed_at_a_younger_age_proves_no_more_than_that() -> None:
    cold = FAWCETT | {"storage": "refrigerator"}
    young = AntimicrobialTest(report="report 12", aged="45 days")
    found = dated(cold | {"antimicrobial_test": young})
    # 31 days of January, 14 of February
    assert (found.date, found.limit.kind) == (date(2026, 2, 14), "antimicrobial test")
    assert found.limit.name == "antimicrobial effectiveness test"
    assert found.limit.why == (
        "passed at the age of 45 days, report 12; 45 days from 2026-01-01, that day counted as "
        "day 1"
    )
    assert found.limit.cites == ("mi-peds-2024", "usp-antimicrobial-effectiveness")
    assert found.limit.confirmed is True


@pytest.mark.parametrize("aged", ["14 days", "35 days"])
def test_a_test_no_older_than_the_default_extends_nothing(aged: str) -> None:
    test = AntimicrobialTest(report="report 12", aged=aged)
    found = dated(FAWCETT | {"storage": "refrigerator", "antimicrobial_test": test})
    assert (found.date, found.limit.kind) == (date(2026, 2, 4), "default")
    (why,) = aside(found, EXTENSION).why
    assert f"passed at the age of {aged}, report 12" in why


@pytest.mark.parametrize(
    ("storage", "preserved", "default"),
    [
        ("refrigerator", "unknown", date(2026, 1, 14)),
        ("refrigerator", "yes", date(2026, 2, 4)),
        ("room", "yes", date(2026, 2, 4)),
        ("room", "no", NEW_YEAR),
    ],
)
def test_polonini_90_days_with_a_test_else_the_default(
    storage: str, preserved: str, default: date
) -> None:
    stated = POLONINI | {"storage": storage, "preserved": preserved}
    assert dated(stated).date == default
    found = dated(stated | {"antimicrobial_test": TESTED})
    assert (found.date, found.limit.kind) == (date(2026, 3, 31), "study")


def test_polonini_says_what_its_abstract_does_not() -> None:
    found = dated(POLONINI)
    assert found.beaten[0].why.endswith("not stated by it and not compared: container, light")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"concentration": "5 mg/mL"}, "concentration: 5 mg/mL; tested: 1 mg/mL"),
        ({"source": "foreign"}, "source: foreign; tested: tablets or powder"),
        ({"active": "naltrexone"}, "active: naltrexone; tested: naltrexone hydrochloride"),
        (
            {"contents": FAWCETT["contents"][1:]},
            "contents: sodium benzoate, glycerol, purified water; "
            "tested: ascorbic acid, sodium benzoate, glycerol, purified water",
        ),
    ],
)
def test_another_formulation_is_not_bound_and_the_property_is_named(
    other: dict[str, Any], said: str
) -> None:
    found = dated(FAWCETT | {"storage": "refrigerator", "antimicrobial_test": TESTED} | other)
    assert (found.date, kinds(found)) == (date(2026, 2, 4), ["default"])
    assert aside(found, study("fawcett-1997").title).why == (said,)
    # nor is it bound by the shorter finding in the warm
    assert dated(FAWCETT | other).date == date(2026, 2, 4)


def test_another_container_is_not_extended_by_a_study_and_not_freed_from_it() -> None:
    clear = Container(name="clear bottle", tight=True, light_resistant=False)
    cold = FAWCETT | {"storage": "refrigerator", "antimicrobial_test": TESTED, "container": clear}
    found = dated(cold)
    assert (found.date, kinds(found)) == (date(2026, 2, 4), ["default", "study"])
    assert (
        "extends nothing here, container: clear bottle; tested: amber plastic bottle, "
        "light: the container lets it in; tested: protected from it"
    ) in found.beaten[0].why
    assert EXTENSION not in [one.name for one in found.set_aside]
    # worse packed it is not dated later than well packed
    assert dated(FAWCETT | {"container": clear}).date == date(2026, 1, 30)


def test_under_the_older_edition_a_study_is_held_to_the_same() -> None:
    cold = FAWCETT | {"storage": "refrigerator"}
    assert dated(cold, edition="usp-795-2014").date == date(2026, 1, 14)
    tested = dated(cold | {"antimicrobial_test": TESTED}, edition="usp-795-2014")
    assert tested.date == date(2026, 3, 1)
    # six months, to 30 June, are longer than the longest extension, to 29 June, and stand
    found = dated(COTE, edition="usp-795-2014")
    assert (found.date, found.limit.kind) == (date(2026, 6, 30), "default")
    assert "2026-06-29, longest extension" in aside(found, EXTENSION).why[0]


def house_study(days: str, *, form: str = "oral liquid", name: str = "own") -> Study:
    """A house's own study of an oil, or of lactose capsules, at room temperature."""
    inside = "sesame oil" if form == "oral liquid" else "lactose monohydrate"
    return Study(
        name=name,
        title=f"our {name} study",
        form=form,
        active="naltrexone hydrochloride",
        contents=(StudyContent(name=inside),),
        stable=(Stable(storage="room", days=Days.of(days)),),
        cites=("our-file",),
        confirmed=True,
    )


OIL = FAWCETT | {
    "contents": (Content(name="sesame oil"),),
    "contains_water": False,
    "preserved": "no",
}


@pytest.mark.parametrize(
    ("days", "last", "by"),
    [
        ("60 days", date(2026, 3, 1), "study"),  # shorter than 90: binds
        ("90 days", date(2026, 3, 31), "default"),
        ("120 days", date(2026, 4, 30), "study"),  # 90 + 30 of April; no water, no test needed
        ("360 days", date(2026, 6, 29), "longest"),  # 180 days
    ],
)
def test_a_house_s_own_study_of_a_preparation_without_water(days: str, last: date, by: str) -> None:
    found = dated(OIL, studies=(house_study(days),))
    assert (found.date, found.limit.kind) == (last, by)
    # what the chapter says of extensions was not read in the chapter itself
    assert found.limit.confirmed is (by != "longest")


def test_a_study_as_long_as_the_default_wants_no_extension() -> None:
    lactose = COTE | {"contents": (Content(name="lactose monohydrate"),)}
    found = dated(lactose, studies=(house_study("180 days", form="capsules"),))
    assert (found.date, kinds(found)) == (date(2026, 6, 29), ["default", "study"])
    assert found.set_aside == ()


def test_of_two_studies_the_shorter_binds() -> None:
    both = (house_study("150 days"), house_study("120 days", name="later"))
    assert dated(OIL, studies=both).date == date(2026, 4, 30)
    assert dated(OIL, studies=both[::-1]).date == date(2026, 4, 30)
    assert aside(dated(OIL, studies=both), "default of nonaqueous oral liquids").why == (
        "2026-03-31; in its place: our own study and our later study",
    )
    # and where it is shorter than the default, the longer one extends nothing
    short = (house_study("150 days"), house_study("60 days", name="later"))
    found = dated(OIL, studies=short)
    assert (found.date, kinds(found)) == (date(2026, 3, 1), ["study", "default", "study"])


def test_own_studies_take_the_place_of_the_catalogue_s() -> None:
    found = dated(COTE, studies=())
    assert (kinds(found), found.set_aside) == (["default"], ())
    other = dated(COTE, studies=(house_study("60 days", form="capsules"), study("fawcett-1997")))
    assert [one.name for one in other.set_aside] == ["our own study", study("fawcett-1997").title]


def test_a_study_past_the_end_of_the_calendar() -> None:
    with pytest.raises(AmountError, match="past the end of the calendar; write fewer days"):
        dated(OIL, studies=(house_study("10000000 days"),))


def test_components_bind_whatever_the_evidence() -> None:
    lot = Component(name="drug, lot A1", until="2026-02-20")
    cold = FAWCETT | {"storage": "refrigerator", "antimicrobial_test": TESTED}
    found = dated(cold | {"components": (lot,)})
    assert (found.date, found.limit.name) == (date(2026, 2, 20), "drug, lot A1")
    assert kinds(found) == ["component", "study", "antimicrobial test", "longest"]


def test_a_monograph_that_counts_days_after_takes_the_default_s_place() -> None:
    # "35 days after the day on which it was compounded": 1 January + 35
    own = Monograph(title="USP monograph", days="35 days", first_day="day after")
    found = dated(POLONINI | {"preserved": "yes", "monograph": own}, studies=())
    assert (found.date, kinds(found)) == (date(2026, 2, 5), ["monograph"])
    assert aside(found, "default of preserved aqueous preparations").why == (
        "2026-02-04; in its place: USP monograph",
    )
    assert found.limit.why.startswith("35 days from 2026-01-01, the day after counted as day 1")
    assert found.limit.cites == dating().at(NEW_YEAR).monograph.cites != ()


def test_a_monograph_that_does_not_say_is_counted_as_the_house_counts() -> None:
    own = Monograph(title="USP monograph", days="60 days")
    stated = POLONINI | {"monograph": own}
    assert dated(stated, studies=()).date == date(2026, 3, 1)
    assert dated(stated, studies=(), first_day="day after").date == date(2026, 3, 2)


def test_a_shorter_monograph_binds() -> None:
    own = Monograph(title="USP monograph", days="14 days", first_day="day after")
    assert dated(COTE | {"monograph": own}).date == date(2026, 1, 15)


def test_a_shorter_study_binds_beside_a_monograph() -> None:
    own = Monograph(title="USP monograph", days="60 days", first_day="day after")
    found = dated(FAWCETT | {"monograph": own})
    assert (found.date, kinds(found)) == (date(2026, 1, 30), ["study", "monograph"])


def test_a_monograph_needs_no_antimicrobial_test_and_no_study_extends_it() -> None:
    own = Monograph(title="USP monograph", days="40 days", first_day="day after")
    cold = FAWCETT | {"storage": "refrigerator", "antimicrobial_test": TESTED, "monograph": own}
    found = dated(cold)
    assert (found.date, kinds(found)) == (date(2026, 2, 10), ["monograph", "study"])
