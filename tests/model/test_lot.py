"""A lot, and the last day on which it may be used."""

from datetime import date

import pytest
from pydantic import ValidationError

from ldn_compound import Lot
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
