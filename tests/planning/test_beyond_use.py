"""Defaults by edition, components, and what is said of both."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.preparation import Component, Container, Content, Monograph, Preparation
from ldn_compound.planning.beyond_use import beyond_use
from ldn_compound.quantity.kinds import Days

NEW_YEAR = date(2026, 1, 1)
BOTTLE = Container(name="amber bottle", tight=True, light_resistant=True)
CAPSULES: dict[str, Any] = {
    "form": "capsules",
    "active": "naltrexone hydrochloride",
    "strength": "4.5 mg",
    "contents": (Content(name="lactose monohydrate"),),  # no study of these is known
    "contains_water": False,
    "storage": "room",
    "container": BOTTLE,
}
LIQUID: dict[str, Any] = {
    "form": "oral liquid",
    "active": "naltrexone hydrochloride",
    "concentration": "0.5 mg/mL",
    "contents": (Content(name="Ora-Plus"),),
    "contains_water": True,
    "preserved": "yes",
    "storage": "room",
    "container": BOTTLE,
}


def capsules(**other: Any) -> Preparation:
    return Preparation.model_validate(CAPSULES | other)


def liquid(**other: Any) -> Preparation:
    return Preparation.model_validate(LIQUID | other)


@pytest.mark.parametrize(
    ("preparation", "by_compounding_day", "by_day_after"),
    [
        # 31 + 28 + 31 + 30 + 31 = 151 days to the end of May; day 180 is 29 June
        (capsules(), date(2026, 6, 29), date(2026, 6, 30)),
        (capsules(storage="refrigerator"), date(2026, 6, 29), date(2026, 6, 30)),
        # 31 days of January; day 35 is 4 February
        (liquid(), date(2026, 2, 4), date(2026, 2, 5)),
        (liquid(storage="refrigerator"), date(2026, 2, 4), date(2026, 2, 5)),
        (liquid(preserved="no", storage="refrigerator"), date(2026, 1, 14), date(2026, 1, 15)),
        (liquid(preserved="unknown", storage="refrigerator"), date(2026, 1, 14), date(2026, 1, 15)),
        # 31 + 28 + 31 = 90
        (liquid(contains_water=False), date(2026, 3, 31), date(2026, 4, 1)),
        (liquid(contains_water=False, preserved="no"), date(2026, 3, 31), date(2026, 4, 1)),
    ],
)
def test_defaults_of_2023(
    preparation: Preparation, by_compounding_day: date, by_day_after: date
) -> None:
    assert beyond_use(preparation, made=NEW_YEAR).date == by_compounding_day
    after = beyond_use(preparation, made=NEW_YEAR, first_day="day after")
    assert after.date == by_day_after
    assert after.limit.kind == "default"
    assert after.limit.cites == ("usp-795-2023-dating",)
    assert (after.beaten, after.undated, after.edition) == ((), (), "usp-795-2023")


@pytest.mark.parametrize(
    ("preparation", "made", "last"),
    [
        # six months from 15 January, that day included, end on 14 July
        (capsules(), date(2026, 1, 15), date(2026, 7, 14)),
        # February has no 31st
        (capsules(), date(2026, 8, 31), date(2027, 2, 28)),
        (capsules(), date(2027, 8, 31), date(2028, 2, 29)),
        (liquid(contains_water=False), date(2026, 1, 15), date(2026, 7, 14)),
        (liquid(storage="refrigerator"), NEW_YEAR, date(2026, 1, 14)),
        (liquid(storage="refrigerator", preserved="no"), NEW_YEAR, date(2026, 1, 14)),
    ],
)
def test_defaults_of_2014(preparation: Preparation, made: date, last: date) -> None:
    found = beyond_use(preparation, made=made, edition="usp-795-2014")
    assert found.date == last
    assert found.edition == "usp-795-2014"
    assert found.limit.cites == ("alberta-dating",)


def test_the_edition_is_the_one_official_on_the_day() -> None:
    old, new = (beyond_use(liquid(), made=day) for day in (date(2023, 10, 31), date(2023, 11, 1)))
    assert (old.edition, new.edition) == ("usp-795-2014", "usp-795-2023")
    # 30 days of November, day 35 is 5 December
    assert new.date == date(2023, 12, 5)


def test_a_state_that_names_the_older_edition() -> None:
    # 1 January and six months: 30 June is the last day; 180 days would be 29 June
    assert beyond_use(capsules(), made=NEW_YEAR, edition="usp-795-2014").date == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("activity", "last"),
    [
        ("60 %", date(2026, 1, 14)),  # 0.60 is aqueous: 14 days
        ("59.9 %", date(2026, 3, 31)),  # below it is not: 90 days
        ("100 %", date(2026, 1, 14)),
        ("1 %", date(2026, 3, 31)),
    ],
)
def test_a_measured_water_activity_decides(activity: str, last: date) -> None:
    measured = liquid(preserved="no", storage="refrigerator", water_activity=activity)
    assert beyond_use(measured, made=NEW_YEAR).date == last
    without = liquid(
        contains_water=False, preserved="no", storage="refrigerator", water_activity=activity
    )
    assert beyond_use(without, made=NEW_YEAR).date == last


def test_the_older_edition_asks_for_water_and_not_for_its_activity() -> None:
    syrup = liquid(storage="refrigerator", water_activity="50 %")
    assert beyond_use(syrup, made=NEW_YEAR, edition="usp-795-2014").days == 14


def test_unpreserved_and_not_in_a_refrigerator_there_is_no_default() -> None:
    found = beyond_use(liquid(preserved="no"), made=NEW_YEAR)
    assert (found.date, found.limit.kind, found.limit.confirmed) == (NEW_YEAR, "no default", False)
    assert (found.limit.name, found.limit.cites) == ("no default", ("usp-795-2023-dating",))
    assert found.limit.why == (
        "nonpreserved aqueous preparations are dated in a refrigerator only, and this is kept at "
        "room temperature: not beyond the day of compounding; keep it in a refrigerator"
    )
    # no day is added, however days are counted
    assert beyond_use(liquid(preserved="no"), made=NEW_YEAR, first_day="day after").days == 1


def test_unless_a_refrigerator_would_harm_it() -> None:
    harmed = liquid(preserved="no", refrigeration_harms="it gels")
    found = beyond_use(harmed, made=NEW_YEAR)
    assert (found.date, found.limit.kind) == (date(2026, 1, 14), "default")
    assert found.limit.why.endswith(
        "unless such storage affects the physical or chemical properties of the preparation: "
        "it gels"
    )
    blank = liquid(preserved="no", refrigeration_harms=" ")
    assert beyond_use(blank, made=NEW_YEAR).limit.kind == "no default"
    # the older edition has no such exception
    older = beyond_use(harmed, made=NEW_YEAR, edition="usp-795-2014")
    assert (older.date, older.limit.kind) == (NEW_YEAR, "no default")


def test_a_reason_not_to_refrigerate_is_not_said_of_what_is_refrigerated() -> None:
    cold = liquid(preserved="no", storage="refrigerator", refrigeration_harms="it gels")
    assert "gels" not in beyond_use(cold, made=NEW_YEAR).limit.why


@pytest.mark.parametrize(
    ("until", "kind", "last", "days"),
    [
        ("2026-05-31", "expiry", date(2026, 5, 31), 151),
        ("05/2026", "expiry", date(2026, 5, 31), 151),  # the month only: its last day
        ("2026-05", "expiry", date(2026, 5, 31), 151),
        ("MAY 2026", "expiry", date(2026, 5, 31), 151),
        ("2026-02-10", "beyond-use date", date(2026, 2, 10), 41),
        (date(2026, 6, 28), "expiry", date(2026, 6, 28), 179),
        ("2026-06-29", "expiry", date(2026, 6, 29), 180),  # the default's own day
        ("2026-06-30", "expiry", date(2026, 6, 29), 180),
    ],
)
def test_never_later_than_a_component(until: Any, kind: str, last: date, days: int) -> None:
    component = {"name": "drug, lot A1", "until": until, "kind": kind}
    found = beyond_use(capsules(components=(component,)), made=NEW_YEAR)
    assert (found.date, found.days) == (last, days)
    assert len(found.limits) == 2


def test_a_leap_year_s_february_by_its_month() -> None:
    lot = {"name": "drug, lot A1", "until": "02/2028"}
    found = beyond_use(capsules(components=(lot,)), made=date(2027, 12, 1))
    assert found.date == date(2028, 2, 29)
    assert "'02/2028' names no day and is read as the end of the month" in found.limit.why


def test_a_day_that_is_named_is_not_said_to_be_a_month() -> None:
    lot = {"name": "drug, lot A1", "until": "2028-02-29"}
    found = beyond_use(capsules(components=(lot,)), made=date(2027, 12, 1))
    assert found.limit.why == (
        "its expiry date; never later than the expiry or beyond-use date of any component"
    )


def test_a_stock_preparation_binds_by_its_own_beyond_use_date() -> None:
    stock = {"name": "trituration 7", "until": "2026-02-10", "kind": "beyond-use date"}
    assert beyond_use(capsules(components=(stock,)), made=NEW_YEAR).limit.why.startswith(
        "its beyond-use date; never later than"
    )


def test_the_earliest_of_several_components_binds_and_the_others_are_listed() -> None:
    components = (
        Component(name="tablets, lot T", until="10/2026"),
        Component(name="cellulose, lot C"),
        Component(name="trituration 7", kind="beyond-use date", until="2026-04-01"),
        Component(name="vehicle, made 2026-03-01", kind="beyond-use date", until="2026-05-01"),
    )
    found = beyond_use(capsules(components=components), made=date(2026, 3, 1))
    assert (found.date, found.limit.name) == (date(2026, 4, 1), "trituration 7")
    assert [limit.name for limit in found.beaten] == [
        "vehicle, made 2026-03-01",  # 2026-05-01
        "default of other nonaqueous preparations",  # 180 days from 1 March: 27 August
        "tablets, lot T",  # 2026-10-31
    ]
    assert found.beaten[1].date == date(2026, 8, 27)
    assert found.undated == ("cellulose, lot C",)


def test_a_component_past_its_date_makes_a_date_before_the_day_of_compounding() -> None:
    old = Component(name="drug, lot A1", until="2025-12-31")
    found = beyond_use(capsules(components=(old,)), made=NEW_YEAR)
    assert (found.date, found.before_made, found.days) == (date(2025, 12, 31), True, 0)
    assert found.lines()[0] == (
        "Beyond-use date: 2025-12-31; before the day of compounding, 2026-01-01: "
        "nothing may be made of this"
    )


def test_a_component_that_may_be_used_on_the_day_itself() -> None:
    last = Component(name="drug, lot A1", until="2026-01-01")
    found = beyond_use(capsules(components=(last,)), made=NEW_YEAR)
    assert (found.date, found.before_made, found.days) == (NEW_YEAR, False, 1)


def test_a_supply_that_outlasts_the_date() -> None:
    own = Monograph(title="a monograph", days="28 days")
    found = beyond_use(capsules(monograph=own), made=NEW_YEAR)
    assert found.date == date(2026, 1, 28)
    assert found.outlasted_by(Days.of("45 days")) == 17  # 45 − 28
    assert found.outlasted_by(Days.of("28 days")) == 0
    assert found.outlasted_by(Days.of("29 days")) == 1
    # begun on 15 January, 14 days are left: 15 to 28
    assert found.days_from(date(2026, 1, 15)) == 14
    assert found.outlasted_by(Days.of("28 days"), start=date(2026, 1, 15)) == 14
    # begun when it is past, all of it
    assert found.outlasted_by(Days.of("10 days"), start=date(2026, 2, 1)) == 10


def test_the_last_day_is_a_day_of_use() -> None:
    found = beyond_use(capsules(), made=NEW_YEAR)
    assert not found.past(date(2026, 6, 29))
    assert found.past(date(2026, 6, 30))
    noon = datetime(2026, 6, 29, 12, tzinfo=UTC)
    with pytest.raises(AmountError, match=r"^day: .*; write a date without a time"):
        found.past(noon)
    with pytest.raises(AmountError, match=r"^first day of use: .*; write a date without a time"):
        found.days_from(noon)


@pytest.mark.parametrize(
    ("container", "note"),
    [
        (Container(name="box", tight=False, light_resistant=True), "box: not tight; "),
        (Container(name="jar", tight=True, light_resistant=False), "jar: not light-resistant; "),
        (
            Container(name="tin"),
            "tin: not said to be tight and not said to be light-resistant; ",
        ),
        (
            Container(name="bag", tight=False, light_resistant=False),
            "bag: not tight and not light-resistant; ",
        ),
    ],
)
def test_a_container_that_the_defaults_are_not_for(container: Container, note: str) -> None:
    found = beyond_use(capsules(container=container), made=NEW_YEAR)
    assert found.notes == (
        f"{note}the defaults are for tight, light-resistant containers (not confirmed) "
        "[usp-795-2018-draft]",
    )
    assert found.lines()[-1] == f"Note: {found.notes[0]}"


def test_an_unknown_preservative_is_remarked_on_where_it_matters() -> None:
    unknown = liquid(preserved="unknown", storage="refrigerator")
    (said,) = beyond_use(unknown, made=NEW_YEAR).notes
    assert said.startswith("whether it is preserved is unknown: dated as without")
    assert beyond_use(liquid(preserved="unknown", contains_water=False), made=NEW_YEAR).notes == ()
    assert beyond_use(capsules(), made=NEW_YEAR).notes == ()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (date(1999, 12, 31), "dates lie between 2000 and 2099"),
        (date(2100, 1, 1), "dates lie between 2000 and 2099"),
        (date.max, "dates lie between 2000 and 2099"),
        (datetime(2026, 1, 1, tzinfo=UTC), "write a date without a time"),
        ("2026-01-01", "write a date without a time"),
    ],
)
def test_a_day_of_compounding_that_is_none(made: Any, said: str) -> None:
    with pytest.raises(AmountError, match=f"day of compounding: .*{said}"):
        beyond_use(capsules(), made=made)


def test_the_last_day_a_pharmacy_dates_in() -> None:
    # 31 December and 179 days of 2100, which is no leap year: 31 + 28 + 31 + 30 + 31 = 151, 28 June
    assert beyond_use(capsules(), made=date(2099, 12, 31)).date == date(2100, 6, 28)


def test_before_the_oldest_edition_one_has_to_be_named() -> None:
    with pytest.raises(CatalogError, match="write edition = 'usp-795-2014'"):
        beyond_use(capsules(), made=date(2013, 12, 31))
    named = beyond_use(capsules(), made=date(2013, 12, 31), edition="usp-795-2014")
    assert named.date == date(2014, 6, 30)


def test_a_way_to_count_that_is_none_is_refused() -> None:
    with pytest.raises(CatalogError, match="write 'day after'"):
        beyond_use(capsules(), made=NEW_YEAR, first_day="the day after")  # type: ignore[arg-type]
    with pytest.raises(CatalogError, match="write 'usp-795-2023'"):
        beyond_use(capsules(), made=NEW_YEAR, edition="usp-795-2032")


def test_in_words() -> None:
    lot = Component(name="drug, lot A1", until="10/2026")
    found = beyond_use(capsules(components=(lot, Component(name="lactose"))), made=NEW_YEAR)
    assert str(found).split("\n") == [
        "Beyond-use date: 2026-06-29",
        "Dated by: USP <795>, 2023 revision; the day of compounding is day 1 (not confirmed) "
        "[usp-795-2018-draft, illinois-dating]",
        "Set by: 2026-06-29, default of other nonaqueous preparations: 180 days from 2026-01-01, "
        "that day counted as day 1, kept at room temperature or in a refrigerator "
        "[usp-795-2023-dating]",
        "Not later than: 2026-10-31, drug, lot A1: its expiry date; never later than the expiry or "
        "beyond-use date of any component; '10/2026' names no day and is read as the end of the "
        "month (not confirmed) [usp-795-2023-dating, california-1735-2]",
        "Does not count: Cote 2018, capsules in Avicel: contents: lactose monohydrate; tested: "
        "microcrystalline cellulose",
        "No date known: lactose; it limits nothing here",
    ]
