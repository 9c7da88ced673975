"""What a preparation, a component and a beyond-use date refuse, and how they are stored."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.model.beyond_use import BeyondUse, Limit, SetAside
from ldn_compound.model.preparation import (
    AntimicrobialTest,
    Component,
    Container,
    Content,
    Monograph,
    Preparation,
)
from ldn_compound.planning.beyond_use import beyond_use

CAPSULES: dict[str, Any] = {
    "form": "capsules",
    "active": "naltrexone hydrochloride",
    "strength": "4.5 mg",
    "contains_water": False,
    "storage": "room",
    "container": {"name": "amber bottle", "tight": True, "light_resistant": True},
}


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"strength": None}, r"capsules: write strength = '4.5 mg', and no other measure"),
        ({"concentration": "1 mg/mL"}, r"capsules: write strength = '4.5 mg', and no other"),
        ({"form": "oral liquid"}, r"oral liquid: write concentration = '1 mg/mL', and no other"),
        ({"form": "cream"}, "'capsules' or 'oral liquid'"),
        ({"active": "LDN"}, "LDN"),
        ({"storage": "freezer"}, "'room' or 'refrigerator'"),
        ({"water_activity": "0.58 %"}, "write 0.58 as '58 %'"),
        ({"water_activity": "101 %"}, "between 1 % and 100 %"),
        ({"water_activity": "0.58"}, "%"),
        ({"contents": ({"name": " "},)}, "at least 1 character"),
        ({"preserved": "maybe"}, "'yes', 'no' or 'unknown'"),
        ({"colour": "white"}, "colour"),
    ],
)
def test_a_preparation_is_refused(other: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Preparation.model_validate(CAPSULES | other)


@pytest.mark.parametrize(
    ("until", "kind", "said"),
    [
        ("31.10.2026", "expiry", "2026-10-31"),
        ("10/26", "expiry", "year with four"),
        ("10/2026", "beyond-use date", "write the day too"),  # a beyond-use date is a day
        ("2026-02-30", "expiry", "the calendar has no such day"),
        ("9999-12-31", "expiry", "placeholder"),
        (date(9999, 12, 31), "expiry", "a placeholder or a slip"),
        (date(1999, 12, 31), "expiry", "a placeholder or a slip"),
        (datetime(2026, 10, 31, tzinfo=UTC), "expiry", "write a date without a time"),
        (0, "expiry", "write a date without a time"),
        (20261031, "expiry", "write a date without a time"),
        (True, "expiry", "write a date without a time"),
    ],
)
def test_a_component_s_date_is_refused(until: Any, kind: Any, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Component(name="lot A1", until=until, kind=kind)


def test_a_component_remembers_a_month_as_it_was_printed() -> None:
    component = Component(name="lot A1", until=" OCT 2026 ")  # type: ignore[arg-type]
    assert (component.until, component.printed) == (date(2026, 10, 31), "OCT 2026")
    again = Component.model_validate_json(component.model_dump_json())
    assert again == component
    assert Component(name="lot A1", until=date(2026, 10, 31)).printed == ""


@pytest.mark.parametrize("days", ["0 days", "14.5 days", "-1 days", "14"])
def test_days_of_a_monograph_or_test_are_whole_and_above_zero(days: str) -> None:
    with pytest.raises(ValidationError):
        Monograph(title="USP monograph", days=days)
    with pytest.raises(ValidationError):
        AntimicrobialTest(report="report 12", aged=days)


def test_nothing_changes_afterwards() -> None:
    preparation = Preparation.model_validate(CAPSULES)
    with pytest.raises(ValidationError, match="frozen"):
        preparation.storage = "refrigerator"  # type: ignore[misc]


def whole() -> Preparation:
    return Preparation.model_validate(
        CAPSULES
        | {
            "contents": (Content(name="microcrystalline cellulose"),),
            "components": (
                Component(name="tablets, lot T", until="10/2026"),  # type: ignore[arg-type]
                Component(name="cellulose"),
            ),
            "container": Container(name="bag", tight=False, light_resistant=True),
            "water_activity": "45 %",
            "monograph": Monograph(title="USP monograph", days="60 days", first_day="day after"),
            "antimicrobial_test": AntimicrobialTest(report="report 12", aged="90 days"),
        }
    )


def test_both_survive_json() -> None:
    preparation = whole()
    assert Preparation.model_validate_json(preparation.model_dump_json()) == preparation
    found = beyond_use(preparation, made=date(2026, 1, 1))
    again = BeyondUse.model_validate_json(found.model_dump_json())
    assert again == found
    assert again.lines() == found.lines()
    assert {"date", "made", "limit", "beaten"} <= found.model_dump(mode="json").keys()


def test_both_have_a_schema() -> None:
    assert BeyondUse.model_json_schema()["title"] == "the beyond-use date"
    assert Preparation.model_json_schema()["title"] == "the preparation"


def limit(day: int) -> Limit:
    return Limit(kind="component", name="lot", date=date(2026, 1, day), why="so", confirmed=True)


@pytest.mark.parametrize(
    ("day", "won", "beaten", "said"),
    [
        (3, 2, 3, "not the earliest of its limits"),
        (2, 3, 2, "lot did not set it"),
        (1, 2, 3, "not the earliest of its limits"),
        (3, 3, 2, "not the earliest of its limits"),
    ],
)
def test_a_date_later_than_a_limit_cannot_be_written(
    day: int, won: int, beaten: int, said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        BeyondUse(
            date=date(2026, 1, day),
            made=date(2026, 1, 1),
            edition="usp-795-2023",
            first_day="compounding day",
            basis="",
            limit=limit(won),
            beaten=(limit(beaten),),
        )


def test_a_limit_and_what_was_set_aside_in_words() -> None:
    assert str(limit(2)) == "2026-01-02, lot: so"
    doubtful = limit(2).model_copy(update={"confirmed": False, "cites": ("a", "b")})
    assert str(doubtful) == "2026-01-02, lot: so (not confirmed) [a, b]"
    assert (
        str(SetAside(kind="study", name="a study", why=("this", "that"))) == "a study: this; that"
    )
