"""Laws of beyond-use dating, for any preparation, day, edition and way to count."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, strategies as st

from ldn_compound.catalog import names, studies_of
from ldn_compound.model.beyond_use import BeyondUse
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

EDITIONS = ("usp-795-2014", "usp-795-2023")
FIRST_DAYS = ("compounding day", "day after")
DILUENTS = ("microcrystalline cellulose", "lactose monohydrate")
VEHICLES: dict[str, tuple[Content, ...]] = {
    "house": (
        Content(name="ascorbic acid", mass="0.5 g"),
        Content(name="sodium benzoate", mass="100 mg"),
        Content(name="glycerol", volume="20 mL"),
        Content(name="purified water"),
    ),
    "SyrSpend": (Content(name="SyrSpend SF PH4 liquid"),),
    "oil": (Content(name="sesame oil"),),
}

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
expiries = st.dates(date(2000, 1, 1), date(2099, 12, 31))
near = st.integers(-40, 400)


@st.composite
def containers(draw: st.DrawFn) -> Container:
    return Container(
        name=draw(st.sampled_from(("amber plastic bottle", "box"))),
        tight=draw(st.booleans()),
        light_resistant=draw(st.booleans()),
    )


@st.composite
def components(draw: st.DrawFn, made: date) -> Component:
    """With no date, or one from a month before to a year after the day of compounding."""
    until = min(made + timedelta(days=draw(near)), date(2099, 12, 31))
    return Component(
        name=draw(st.sampled_from(("drug", "diluent", "stock solution"))),
        kind=draw(st.sampled_from(("expiry", "beyond-use date"))),
        until=draw(st.sampled_from((max(until, date(2000, 1, 1)), None))),
    )


@st.composite
def monographs(draw: st.DrawFn) -> Monograph:
    return Monograph(
        title="a monograph",
        days=f"{draw(st.integers(1, 400))} days",
        first_day=draw(st.sampled_from((*FIRST_DAYS, None))),
    )


@st.composite
def antimicrobial_tests(draw: st.DrawFn) -> AntimicrobialTest:
    return AntimicrobialTest(report="a report", aged=f"{draw(st.integers(1, 400))} days")


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """A preparation, and the choices it is dated by."""
    made = draw(days)
    capsules = draw(st.booleans())
    inside = (
        (Content(name=draw(st.sampled_from(DILUENTS))),)
        if capsules
        else VEHICLES[draw(st.sampled_from(sorted(VEHICLES)))]
    )
    measure = {"strength": "4.5 mg"} if capsules else {"concentration": "1 mg/mL"}
    stated = {
        "form": "capsules" if capsules else "oral liquid",
        "active": "naltrexone hydrochloride",
        **measure,
        "contents": inside,
        "source": draw(st.sampled_from(("tablets", "powder"))),
        "contains_water": draw(st.booleans()),
        "water_activity": draw(st.sampled_from((None, "30 %", "60 %", "95 %"))),
        "preserved": draw(st.sampled_from(("yes", "no", "unknown"))),
        "storage": draw(st.sampled_from(("room", "refrigerator"))),
        "refrigeration_harms": draw(st.sampled_from(("", "it gels"))),
        "container": draw(containers()),
        "components": tuple(draw(st.lists(components(made), max_size=3))),
        "monograph": draw(st.one_of(st.none(), monographs())),
        "antimicrobial_test": draw(st.one_of(st.none(), antimicrobial_tests())),
    }
    return {
        "preparation": Preparation.model_validate(stated),
        "made": made,
        "edition": draw(st.sampled_from(EDITIONS)),
        "first_day": draw(st.sampled_from(FIRST_DAYS)),
        "studies": None,
    }


def dated(case: dict[str, Any], **other: Any) -> BeyondUse:
    """The case's date, with another choice or another part of the preparation."""
    parts = {name: other.pop(name) for name in tuple(other) if name not in case}
    whole = {**dict(case["preparation"]), **parts}
    choices = {**case, **other, "preparation": Preparation.model_validate(whole)}
    return beyond_use(choices.pop("preparation"), **choices)


@given(case=cases())
def test_the_date_is_the_earliest_of_all_limits(case: dict[str, Any]) -> None:
    found = dated(case)
    assert found.date == min(limit.date for limit in found.limits)
    assert [limit.date for limit in found.limits] == sorted(limit.date for limit in found.limits)


@given(case=cases())
def test_no_component_is_outlived(case: dict[str, Any]) -> None:
    found = dated(case)
    known = [one.until for one in case["preparation"].components if one.until is not None]
    assert all(found.date <= until for until in known)
    assert found.before_made is any(until < case["made"] for until in known)
    assert len(found.undated) + len(known) == len(case["preparation"].components)


@given(case=cases(), until=expiries)
def test_one_more_component_never_makes_it_later(case: dict[str, Any], until: date) -> None:
    before = dated(case)
    more = (*case["preparation"].components, Component(name="one more", until=until))
    assert dated(case, components=more).date == min(before.date, until)


@given(case=cases())
def test_the_order_of_components_does_not_matter(case: dict[str, Any]) -> None:
    turned = case["preparation"].components[::-1]
    assert dated(case, components=turned).date == dated(case).date


@given(case=cases())
def test_the_day_after_is_never_earlier_than_the_compounding_day(case: dict[str, Any]) -> None:
    earlier = dated(case, first_day="compounding day").date
    later = dated(case, first_day="day after").date
    assert later - earlier in (timedelta(0), timedelta(days=1))


@given(case=cases(), test=antimicrobial_tests())
def test_a_passed_antimicrobial_test_never_makes_it_earlier(
    case: dict[str, Any], test: AntimicrobialTest
) -> None:
    without = dated(case, antimicrobial_test=None)
    assert dated(case, antimicrobial_test=test).date >= without.date


@given(case=cases(), monograph=monographs())
def test_no_date_is_later_than_its_monograph_s(case: dict[str, Any], monograph: Monograph) -> None:
    found = dated(case, monograph=monograph)
    assert found.date <= case["made"] + timedelta(days=int(monograph.days.base))


@given(case=cases())
def test_a_worse_container_never_makes_it_later(case: dict[str, Any]) -> None:
    best = Container(name="amber plastic bottle", tight=True, light_resistant=True)
    assert dated(case).date <= dated(case, container=best).date


@given(case=cases())
def test_what_is_not_known_to_be_preserved_is_never_dated_later(case: dict[str, Any]) -> None:
    unknown = dated(case, preserved="unknown")
    assert unknown.date == dated(case, preserved="no").date
    assert unknown.date <= dated(case, preserved="yes").date


@given(case=cases())
def test_water_never_makes_it_later(case: dict[str, Any]) -> None:
    """Of preparations whose water activity nobody measured."""
    dry, wet = (
        dated(case, contains_water=water, water_activity=None, monograph=None)
        for water in (False, True)
    )
    assert wet.date <= dry.date


@given(case=cases())
def test_no_study_extends_beyond_the_longest(case: dict[str, Any]) -> None:
    """Without a monograph, no date is more than six months or 180 days after the day it is made."""
    found = dated(case, monograph=None, first_day="day after")
    at_most = 184 if case["edition"] == "usp-795-2014" else 180  # July to December have 184 days
    assert (found.date - case["made"]).days <= at_most


@given(case=cases())
def test_every_study_that_was_looked_at_is_a_limit_or_set_aside(case: dict[str, Any]) -> None:
    found = dated(case)
    said = {limit.name for limit in found.limits} | {one.name for one in found.set_aside}
    for one in studies_of(case["preparation"].form):
        assert one.title in said


@given(case=cases())
def test_without_studies_it_is_never_later_unless_one_was_shorter(case: dict[str, Any]) -> None:
    """A study either extends, or binds because what it found is shorter."""
    found, without = dated(case), dated(case, studies=())
    if without.date > found.date:
        assert found.limit.kind == "study"


@given(case=cases())
def test_made_a_day_later_it_never_ends_earlier(case: dict[str, Any]) -> None:
    made = min(case["made"], date(2099, 12, 30))
    first, next_day = dated(case, made=made), dated(case, made=made + timedelta(days=1))
    assert next_day.date >= first.date


@given(case=cases())
def test_citations_exist_and_it_survives_json(case: dict[str, Any]) -> None:
    found = dated(case)
    assert all(key in names("reference") for limit in found.limits for key in limit.cites)
    assert BeyondUse.model_validate_json(found.model_dump_json()) == found


@given(case=cases(), supply=st.integers(1, 400), wait=st.integers(0, 400))
def test_a_supply_is_used_up_in_time_or_outlasts_it(
    case: dict[str, Any], supply: int, wait: int
) -> None:
    found = dated(case)
    start = min(case["made"] + timedelta(days=wait), date(2099, 12, 31))
    over = found.outlasted_by(Days.of(supply, "days"), start=start)
    last_dose = start + timedelta(days=supply - 1)
    assert (over == 0) is (last_dose <= found.date)
    assert 0 <= over <= supply
