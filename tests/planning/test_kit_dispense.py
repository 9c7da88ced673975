"""A kit on the calendar: dates, refills, beyond-use dates, and where a starter kit runs out."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from ldn_compound.errors import AmountError, KindError, PlanError
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import Dispensing, dispense
from ldn_compound.planning.kit import Kit, Portion, kit
from ldn_compound.planning.liquid_course import LiquidCourse, liquid_course
from ldn_compound.quantity.kinds import Days, Mass, PerUnit, UnitCount

LADDER = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")
KIT = kit(LADDER, strengths=("0.5 mg", "1.5 mg"))
DECEMBER = date(2026, 12, 1)


def held(small: int, large: int) -> tuple[Portion, ...]:
    units = {"0.5 mg": small, "1.5 mg": large}
    return tuple(Portion(strength=one, units=count) for one, count in units.items() if count)


def test_the_days_of_each_period() -> None:
    dispensed = dispense(LADDER, KIT, first_day="2026-12-01")
    days = [(one.number, one.first_day, one.last_day) for one in dispensed.periods]
    assert days[0] == (1, date(2026, 12, 1), date(2026, 12, 7))
    assert days[1] == (2, date(2026, 12, 8), date(2026, 12, 14))
    assert days[-1] == (9, date(2027, 1, 26), date(2027, 2, 1))
    assert dispensed.last_day == date(2027, 2, 1)  # 1 December + 62 days


def test_without_a_limit_there_is_one_supply() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER)
    assert len(dispensed.supplies) == 1
    assert dispensed.supplies[0].contents == KIT.contents
    assert dispensed.supplies[0].beyond_use_date is None
    assert dispensed.refills == ()
    assert dispensed.runs_out is None


def test_a_starter_kit_that_stops_short_of_the_target() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, held=held(63, 63))
    out = dispensed.runs_out
    assert out is not None
    assert out.days == Days.of("56 days")  # 8 weeks
    assert out.last_day == date(2027, 1, 25)
    assert out.dose == Mass.of("4.5 mg")
    assert out.why == "used up"
    # 7 days × 3 of 1.5 mg
    assert out.missing == (Portion(strength="1.5 mg", units=21),)
    assert [one.left_over for one in dispensed.supplies[0].contents] == [UnitCount.of(0)] * 2


def test_a_starter_kit_that_lasts() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, held=held(70, 84))
    assert dispensed.runs_out is None
    left = [one.left_over for one in dispensed.supplies[0].contents]
    assert left == [UnitCount.of(7), UnitCount.of(0)]  # 70 - 63, 84 - 84


@pytest.mark.parametrize(
    ("small", "large", "days", "dose"),
    [
        (6, 0, 6, "0.5 mg"),  # in the middle of the first week
        (7, 0, 7, "1 mg"),
        (8, 0, 7, "1 mg"),  # one capsule, and 1 mg takes two: no half of a dose
        (21, 0, 14, "1.5 mg"),  # 7 × 1 + 7 × 2 = 21
        (21, 6, 20, "1.5 mg"),
        (21, 7, 21, "2 mg"),
    ],
)
def test_the_day_that_capsules_run_out(small: int, large: int, days: int, dose: str) -> None:
    out = dispense(LADDER, KIT, first_day=DECEMBER, held=held(small, large)).runs_out
    assert out is not None
    assert (out.days.base, str(out.dose)) == (days, dose)


def test_not_enough_for_one_day() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, held=held(0, 63))
    assert dispensed.supplies == ()
    out = dispensed.runs_out
    assert out is not None
    assert (out.days.base, out.last_day, out.dose) == (0, None, Mass.of("0.5 mg"))
    # all 63 of 0.5 mg, and 84 - 63 of 1.5 mg
    assert out.missing == (
        Portion(strength="0.5 mg", units=63),
        Portion(strength="1.5 mg", units=21),
    )


def test_a_day_of_several_doses_is_covered_whole_or_not() -> None:
    regimen = Regimen.constant("1.5 mg", days="5 days", times_a_day=2)
    made = kit(regimen)
    out = dispense(
        regimen, made, first_day=DECEMBER, held=(Portion(strength="1.5 mg", units=7),)
    ).runs_out
    assert out is not None
    assert out.days == Days.of("3 days")  # 7 ÷ 2 a day
    # 10 taken in all, 6 in 3 days, 1 is left: 10 - 6 - 1
    assert out.missing == (Portion(strength="1.5 mg", units=3),)


def test_supplies_do_not_outlive_their_dates() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="30 days", ahead="2 days")
    dates = [
        (one.made_on, one.first_day, one.last_day, one.beyond_use_date)
        for one in dispensed.supplies
    ]
    # made on 29 November as day 1, day 30 is 28 December: 28 days from 1 December
    assert dates == [
        (date(2026, 11, 29), date(2026, 12, 1), date(2026, 12, 28), date(2026, 12, 28)),
        (date(2026, 12, 27), date(2026, 12, 29), date(2027, 1, 25), date(2027, 1, 25)),
        (date(2027, 1, 24), date(2027, 1, 26), date(2027, 2, 1), date(2027, 2, 22)),
    ]
    assert dispensed.refills == (date(2026, 12, 29), date(2027, 1, 26))
    counts = [
        {str(one.strength): one.taken.base for one in supply.contents}
        for supply in dispensed.supplies
    ]
    # 28 days are 4 steps: of 0.5 mg 7 × (1 + 2 + 0 + 1), of 1.5 mg 7 × (0 + 0 + 1 + 1)
    # the next 4: 7 × (2 + 0 + 1 + 2), 7 × (1 + 2 + 2 + 2); the last: 7 × 3 of 1.5 mg
    assert counts == [
        {"0.5 mg/unit": 28, "1.5 mg/unit": 14},
        {"0.5 mg/unit": 35, "1.5 mg/unit": 49},
        {"1.5 mg/unit": 21},
    ]


def test_the_day_it_is_made_is_day_1() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="1 day")
    assert len(dispensed.supplies) == 63
    assert all(one.beyond_use_date == one.first_day for one in dispensed.supplies)


def test_a_supply_that_ends_in_the_middle_of_a_period() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="10 days")
    first, second = dispensed.supplies[:2]
    # 7 × 1 + 3 × 2 of 0.5 mg; then 4 × 2 of 0.5 mg and 6 of 1.5 mg
    assert [one.taken for one in first.contents] == [UnitCount.of(13)]
    assert [one.taken for one in second.contents] == [UnitCount.of(8), UnitCount.of(6)]


def test_each_supply_is_packed_on_its_own() -> None:
    made = kit(LADDER, strengths=("0.5 mg", "1.5 mg"), pack=30)
    dispensed = dispense(LADDER, made, first_day=DECEMBER, keeps="28 days")
    # 28 and 14 are taken of a pack of 30 each
    assert [one.supplied for one in dispensed.supplies[0].contents] == [UnitCount.of(30)] * 2


def test_supplies_of_at_most_so_many_days() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="180 days", most_days="28 days")
    assert [(one.last_day - one.first_day).days + 1 for one in dispensed.supplies] == [28, 28, 7]


def test_a_last_day_of_use_from_a_function() -> None:
    expiry = date(2027, 1, 10)

    def last(made: date) -> date:
        return min(made + timedelta(days=29), expiry)

    short = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="2.5 mg")
    dispensed = dispense(short, kit(short), first_day=DECEMBER, keeps=last)
    assert [one.beyond_use_date for one in dispensed.supplies] == [date(2026, 12, 30), expiry]
    with pytest.raises(
        PlanError, match="may be used until 2027-01-10, and its first day is 2027-01-11"
    ):
        dispense(LADDER, KIT, first_day=DECEMBER, keeps=last)


def test_held_capsules_that_may_not_be_used_for_so_long() -> None:
    dispensed = dispense(
        LADDER, KIT, first_day=DECEMBER, held=held(63, 84), keeps="14 days", ahead="0 days"
    )
    out = dispensed.runs_out
    assert out is not None
    assert (out.why, out.days, out.dose) == ("beyond use", Days.of("14 days"), Mass.of("1.5 mg"))
    # what is left may not be used: 63 - 7 × (1 + 2) and 84
    assert out.missing == (
        Portion(strength="0.5 mg", units=42),
        Portion(strength="1.5 mg", units=84),
    )


def test_the_counts_of_the_supplies_are_those_of_the_kit() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="9 days")
    taken: dict[PerUnit, int] = {}
    for supply in dispensed.supplies:
        for one in supply.contents:
            taken[one.strength] = taken.get(one.strength, 0) + int(one.taken.base)
    assert taken == {one.strength: one.taken.base for one in KIT.contents}


def test_json() -> None:
    dispensed = dispense(LADDER, KIT, first_day=DECEMBER, keeps="30 days")
    assert Dispensing.model_validate_json(dispensed.model_dump_json()) == dispensed
    short = dispense(LADDER, KIT, first_day=DECEMBER, held=held(63, 63))
    assert Dispensing.model_validate_json(short.model_dump_json()) == short


LIQUID = liquid_course(LADDER, concentration="1 mg/mL")
STORED = {
    "made": dispense(LADDER, KIT, first_day=DECEMBER, keeps="30 days", ahead="2 days"),
    "in packs": dispense(LADDER, kit(LADDER, pack=30), first_day=DECEMBER, most_days="20 days"),
    "held": dispense(LADDER, KIT, first_day=DECEMBER, held=held(63, 63)),
    "held, and lasts": dispense(LADDER, KIT, first_day=DECEMBER, held=held(70, 84)),
    "held too long": dispense(
        LADDER, KIT, first_day=DECEMBER, held=held(63, 84), keeps="14 days", ahead="3 days"
    ),
    "held for no day": dispense(LADDER, KIT, first_day=DECEMBER, held=held(0, 63)),
    "a liquid": dispense(LADDER, LIQUID, first_day=DECEMBER, keeps="30 days"),
    "a liquid, held": dispense(LADDER, LIQUID, first_day=DECEMBER, held="60 mL"),
    "a liquid for no day": dispense(LADDER, LIQUID, first_day=DECEMBER, held="0.5 mL"),
}


@pytest.mark.parametrize("stored", STORED)
def test_what_is_stored_reads_back(stored: str) -> None:
    dispensed = STORED[stored]
    assert Dispensing.model_validate_json(dispensed.model_dump_json()) == dispensed


@pytest.mark.parametrize(
    ("stored", "place", "instead", "said"),
    [
        ("made", ("first_day",), "2026-12-02", "the next is supply 1, from 2026-12-02"),
        ("made", ("supplies", 1, "number"), 3, "supply 3, .* the next is supply 2, from"),
        ("made", ("supplies", 1, "first_day"), "2027-01-01", "supply 2, from 2027-01-01 to"),
        ("made", ("supplies", 2, "last_day"), "2027-03-01", "from .* to 2027-02-01 at most"),
        ("made", ("supplies", 2, "last_day"), "9999-12-31", "from .* to 2027-02-01 at most"),
        ("made", ("supplies", 0, "beyond_use_date"), "2026-12-05", "not in this order"),
        ("made", ("supplies", 0, "made_on"), "2026-12-02", "not in this order"),
        ("made", ("supplies",), [], "the supplies are not what 157.5 mg in 63 days take"),
        ("made", ("supplies", 0, "contents", 0, "taken", "value"), "1", "the supplies are not"),
        ("in packs", ("supplies", 0, "contents", 0, "supplied", "value"), "1", "the supplies are"),
        ("held", ("runs_out",), None, "the supplies are not"),
        ("held", ("runs_out", "days", "value"), "63", "the supplies are not"),
        ("held", ("runs_out", "last_day"), "2027-02-01", "the supplies are not"),
        ("held", ("runs_out", "dose", "value"), "4", "the supplies are not"),
        ("held", ("runs_out", "why"), "beyond use", "the supplies are not"),
        ("held", ("runs_out", "missing", 0, "units", "value"), "1", "the supplies are not"),
        ("held", ("supplies", 0, "last_day"), "2027-01-24", "the supplies are not"),
        ("held", ("supplies", 0, "contents", 1, "left_over", "value"), "1", "the supplies are"),
        ("held too long", ("runs_out", "missing", 0, "units", "value"), "1", "the supplies are"),
        ("held for no day", ("runs_out", "days", "value"), "1", "the supplies are not"),
        ("held for no day", ("runs_out", "missing", 0, "units", "value"), "64", "the supplies are"),
        ("held for no day", ("runs_out",), None, "the supplies are not"),
        ("a liquid", ("supplies", 0, "contents", "drawn", "value"), "1", "the supplies are not"),
        ("a liquid, held", ("runs_out", "missing", "value"), "1", "the supplies are not"),
        ("a liquid for no day", ("runs_out", "missing", "value"), "999", "the supplies are not"),
    ],
)
def test_what_was_stored_and_changed_is_refused(
    stored: str, place: tuple[str | int, ...], instead: object, said: str
) -> None:
    text = json.loads(STORED[stored].model_dump_json())
    del text["calculations"]  # which would refuse an amount that is not what was computed
    *path, last = place
    table = text
    for key in path:
        table = table[key]
    table[last] = instead
    _without_origins(text)
    with pytest.raises(ValidationError, match=said):
        Dispensing.model_validate_json(json.dumps(text))


def _without_origins(table: object) -> None:
    if isinstance(table, list):
        for one in table:
            _without_origins(one)
    elif isinstance(table, dict):
        table.pop("origin", None)
        for one in table.values():
            _without_origins(one)


def test_capsules_stored_for_a_liquid() -> None:
    mixed = {**dict(STORED["a liquid"]), "supplies": STORED["held"].supplies, "runs_out": None}
    with pytest.raises(
        ValidationError, match=r"the supplies are not what 157\.5 mg in 63 days take"
    ):
        Dispensing.model_validate(mixed)


def test_a_leap_day() -> None:
    regimen = Regimen.constant("4.5 mg", days="2 days")
    dispensed = dispense(regimen, kit(regimen), first_day="2028-02-28")
    assert dispensed.last_day == date(2028, 2, 29)


def test_another_regimen_than_the_kit_was_made_for() -> None:
    longer = LADDER.held("3 mg", days="28 days")
    with pytest.raises(AmountError, match=r"made for another regimen, of 157\.5 mg in 63 days"):
        dispense(longer, KIT, first_day=DECEMBER)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first_day": "01.12.2026"}, "2026-12-01|year first|write"),
        ({"first_day": "2026-02-29"}, "the calendar has no such day"),
        ({"first_day": datetime(2026, 12, 1, tzinfo=UTC)}, "without a time"),
        ({"first_day": 20261201}, "without a time"),
        ({"keeps": "0 days"}, "above zero"),
        ({"keeps": 30}, "'30 days'"),
        ({"most_days": "0 days"}, "above zero"),
        ({"ahead": "-1 days"}, "ahead"),
    ],
)
def test_dates_that_cannot_be_read(asked: dict[str, object], said: str) -> None:
    stated = {"first_day": DECEMBER, **asked}
    with pytest.raises(ValidationError, match=said):
        dispense(LADDER, KIT, **stated)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first_day": date(2099, 12, 1)}, "63 days from 2099-12-01: past the end of 2099"),
        ({"ahead": "99999999 days"}, "past the end of the calendar; write fewer days"),
        ({"keeps": "99999999 days"}, "past the end of the calendar; write fewer days"),
        ({"held": held(63, 63), "most_days": "30 days"}, "leave most_days out"),
        (
            {"held": (Portion(strength="1 mg", units=63),)},
            "capsules of 1 mg are held, and this kit takes 0.5 mg, 1.5 mg",
        ),
        (
            {"held": held(63, 63), "keeps": "30 days"},
            "what is held was made before, and keeps from then on: write how long before",
        ),
        (
            {"held": (Portion(strength="0.5 mg", units=1),) * 2},
            "capsules of 0.5 mg are held twice: write their sum",
        ),
    ],
)
def test_what_cannot_be_dispensed(asked: dict[str, object], said: str) -> None:
    stated = {"first_day": DECEMBER, **asked}
    with pytest.raises(AmountError, match=said):
        dispense(LADDER, KIT, **stated)


def test_a_supply_that_is_past_its_date_before_it_starts() -> None:
    with pytest.raises(PlanError, match="until 2026-11-30, and its first day is 2026-12-01"):
        dispense(LADDER, KIT, first_day=DECEMBER, keeps="2 days", ahead="2 days")


def test_the_longest_days_that_the_calendar_holds() -> None:
    # from 1 December to 31 December 2099 are 31 days
    fits = Regimen(periods=(Period(dose="4.5 mg", days="31 days"),))
    assert dispense(fits, kit(fits), first_day="2099-12-01").last_day == date(2099, 12, 31)
    too_long = Regimen.constant("4.5 mg", days="32 days")
    with pytest.raises(AmountError, match="past the end of 2099"):
        dispense(too_long, kit(too_long), first_day="2099-12-01")


def test_what_is_held_is_capsules() -> None:
    with pytest.raises(AmountError, match=r"63 is held, of a kit: write capsules"):
        dispense(LADDER, KIT, first_day=DECEMBER, held=63)
    with pytest.raises(AmountError, match=r"'63 of 0\.5 mg' is held, of a kit: write Portion\("):
        dispense(LADDER, KIT, first_day=DECEMBER, held=("63 of 0.5 mg",))


def test_the_day_that_what_is_held_was_made_on_is_not_made_up() -> None:
    unknown = dispense(LADDER, KIT, first_day=DECEMBER, held=held(70, 84)).supplies[0]
    assert (unknown.made_on, unknown.beyond_use_date) == (None, None)
    dated = dispense(
        LADDER, KIT, first_day=DECEMBER, held=held(70, 84), keeps="90 days", ahead="9 days"
    ).supplies[0]
    # 1 December − 9 days; 22 November as day 1, day 90 is 19 February
    assert (dated.made_on, dated.beyond_use_date) == (date(2026, 11, 22), date(2027, 2, 19))


def test_what_keeps_gives_is_a_date() -> None:
    with pytest.raises(AmountError, match="keeps gives '2026-12-30': it gives a date"):
        dispense(LADDER, KIT, first_day=DECEMBER, keeps=lambda _: "2026-12-30")
    assert len(dispense(LADDER, KIT, first_day=DECEMBER, keeps=lambda _: None).supplies) == 1


def test_neither_a_kit_nor_a_liquid() -> None:
    with pytest.raises(KindError, match="is no kit and no liquid"):
        dispense(KIT, LADDER, first_day=DECEMBER)


@pytest.mark.parametrize("medicine", [KIT, LIQUID])
@pytest.mark.parametrize("days", [(1,), (8, *(0,) * 8), (-1, *(0,) * 8), (True, *(0,) * 8)])
def test_days_that_its_periods_do_not_have(
    medicine: Kit | LiquidCourse, days: tuple[int, ...]
) -> None:
    with pytest.raises(AmountError, match="write"):
        medicine.for_days(days)


def test_no_day_of_a_liquid() -> None:
    with pytest.raises(AmountError, match="no day of any period: write how many days"):
        LIQUID.for_days((0,) * 9)
    assert KIT.for_days((0,) * 9) == ()
