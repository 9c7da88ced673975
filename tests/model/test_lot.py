"""A lot, and the last day on which it may be used."""

from datetime import date

import pytest
from pydantic import ValidationError

from ldn_compound import Lot, Powder, Prepared, Tablets
from ldn_compound.quantity.kinds import Mass, TabletCount


@pytest.mark.parametrize(
    ("written", "last_day"),
    [
        ("2026-10-15", date(2026, 10, 15)),
        ("2026-10", date(2026, 10, 31)),
        ("10/2026", date(2026, 10, 31)),
        ("FEB 2028", date(2028, 2, 29)),  # 2028 is a leap year
        ("02/2027", date(2027, 2, 28)),
        (date(2026, 10, 15), date(2026, 10, 15)),
    ],
)
def test_the_last_day(written: object, last_day: date) -> None:
    assert Lot.model_validate({"number": "a", "expiry": written}).expiry == last_day


@pytest.mark.parametrize("written", ["15.10.2026", "10/15/2026", "2026", "never", "9999-12-31", ""])
def test_what_is_no_day(written: str) -> None:
    with pytest.raises(ValidationError, match="expiry"):
        Lot.model_validate({"number": "a", "expiry": written})


def test_how_much_there_is() -> None:
    assert Lot(number="a", amount="25 g").amount == Mass.of("25000 mg")
    assert Lot.model_validate({"number": "a", "tablets": 30}).tablets == TabletCount.of(30)
    assert Lot(number="a").amount is None


@pytest.mark.parametrize("stated", [{"amount": "0 g"}, {"amount": 25}, {"tablets": 0}, {}])
def test_what_is_no_lot(stated: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Lot.model_validate({"number": "a", **stated} if stated else {})


def test_a_month_shows_as_it_was_printed() -> None:
    lot = Lot.model_validate({"number": "a", "expiry": " OCT 2027 "})
    assert (lot.expiry, lot.printed, lot.until) == (
        date(2027, 10, 31),
        "OCT 2027",
        date(2027, 10, 31),
    )
    assert Lot.model_validate_json(lot.model_dump_json()) == lot
    # a day was printed in full
    assert Lot.model_validate({"number": "a", "expiry": "2027-10-31"}).printed == ""


def test_what_was_made_in_house_before_has_a_beyond_use_date() -> None:
    lot = Lot.model_validate({"number": "a", "beyond_use": "2027-01-10"})
    assert (lot.until, lot.expiry) == (date(2027, 1, 10), None)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"expiry": "2027-10", "beyond_use": "2027-01-10"}, "write the one on its label"),
        ({"expiry": "2027-10-30", "printed": "10/2027"}, "leave printed"),  # the 31st is its end
        ({"printed": "10/2027"}, "leave printed"),
        ({"beyond_use": "01/2027"}, "write the day too"),
        ({"beyond_use": 20270110}, "write the date as"),
    ],
)
def test_a_lot_is_dated_once_and_plainly(stated: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Lot.model_validate({"number": "a", **stated})


@pytest.mark.parametrize("number", ["", "   "])
def test_a_lot_has_a_number(number: str) -> None:
    """A blank one would leave nothing to trace and no box to write it in."""
    with pytest.raises(ValidationError, match="write the number on its label, or leave the lot"):
        Lot(number=number)
    with pytest.raises(ValidationError, match="write the number on its label"):
        Prepared(
            name="tenfold",
            number=number,
            made=date(2026, 11, 1),
            beyond_use="2027-01-10",
            potency="10 %",
        )


@pytest.mark.parametrize(
    ("source", "stated"),
    [
        (Tablets, {"strength": "50 mg", "weighed": 20, "together": "3546 mg"}),
        (Powder, {"substance": "naltrexone", "certificate": {"basis": "as is", "assay": "99 %"}}),
    ],
)
def test_a_lot_that_is_stated_twice_is_not_there_twice(
    source: type[Tablets | Powder], stated: dict[str, object]
) -> None:
    """Copied and pasted, 30 tablets would count as 60; another maker's may have the number too."""
    lot, other = {"number": "T4107"}, {"number": "T4107", "maker": "another"}
    with pytest.raises(ValidationError, match="lot T4107 is stated twice; state it once, with all"):
        source.model_validate({**stated, "lots": [lot, other, lot]})
    assert len(source.model_validate({**stated, "lots": [lot, other]}).lots) == 2
