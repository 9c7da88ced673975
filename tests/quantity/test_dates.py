"""A day is written year first; an expiry may name its month only and then lasts to its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from ldn_compound.errors import AmountError
from ldn_compound.quantity.dates import last_day, read_date, read_expiry

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


def refusal(text: str) -> str:
    with pytest.raises(AmountError) as refused:
        read_expiry(text)
    return str(refused.value)


@given(DAYS)
def test_every_day_reads_back(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_expiry(day.isoformat()) == (day, None)


@given(DAYS)
def test_a_month_ends_on_the_day_before_the_first_of_the_next(day: date) -> None:
    last = last_day(day.year, day.month)
    assert last.month == day.month
    assert last >= day
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("10/2026", date(2026, 10, 31)),
        ("2026-10", date(2026, 10, 31)),
        ("OCT 2026", date(2026, 10, 31)),
        ("Oct. 2026", date(2026, 10, 31)),
        ("october 2026", date(2026, 10, 31)),
        ("SEPT 2026", None),  # four letters: neither the abbreviation nor the name
        ("02/2028", date(2028, 2, 29)),  # 2028 = 4 x 507, a leap year
        ("02/2027", date(2027, 2, 28)),
        ("12/2026", date(2026, 12, 31)),
        ("12/2099", date(2099, 12, 31)),
    ],
)
def test_a_month_lasts_to_its_end_and_is_noted(text: str, last: date | None) -> None:
    if last is None:
        assert refusal(text)
        return
    day, note = read_expiry(text)
    assert day == last
    assert note is not None
    assert repr(text) in note
    assert last.isoformat() in note


@pytest.mark.parametrize("text", ["10/2026", "2026-10", "OCT 2026"])
def test_a_day_that_is_wanted_is_not_filled_in(text: str) -> None:
    with pytest.raises(AmountError, match="no day is named"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("13/05/2026", "2026-05-13"),  # there is no thirteenth month
        ("05/13/2026", "2026-05-13"),
        ("05/05/2026", "2026-05-05"),  # both readings are one day
        ("31.10.2026", "2026-10-31"),
        ("2026-2-3", "2026-02-03"),
        ("2026/10/31", "2026-10-31"),
        ("20261031", "2026-10-31"),
        ("2026-W44-6", "2026-10-31"),  # Thursday 29 October is in week 44, Saturday is day 6
        ("31 OCT 2026", "2026-10-31"),
        ("31-Oct-2026", "2026-10-31"),
        ("Oct 31, 2026", "2026-10-31"),
        ("2026\u201310\u201331", "2026-10-31"),  # en dashes
    ],
)
def test_one_reading_is_suggested_and_can_be_typed_in(text: str, write: str) -> None:
    message = refusal(text)
    assert message.startswith(f"{text!r}: ")
    assert message.endswith(f"'{write}'")
    assert read_date(write).isoformat() == write


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("04/05/2026", ["2026-04-05", "2026-05-04"]),
        ("04-05-2026", ["2026-04-05", "2026-05-04"]),
        ("26-10-31", ["2026-10-31", "1926-10-31", "2031-10-26"]),
    ],
)
def test_several_readings_are_all_named(text: str, readings: list[str]) -> None:
    message = refusal(text)
    assert [reading for reading in readings if reading in message] == readings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing is written"),
        ("2027-02-29", "no such day"),  # 2027 is odd
        ("2100-02-28", "placeholder"),
        ("2026-10-32", "no such day"),
        ("2026-13-01", "no such day"),
        ("0001-01-01", "placeholder"),
        ("1970-01-01", "placeholder"),
        ("9999-12-31", "placeholder"),
        ("12/1999", "placeholder"),
        ("2026-10-31T00:00:00Z", "time of day"),
        ("2026-10-31 08:00", "time of day"),
        ("10/26", "two digits"),
        ("OCT 26", "two digits"),
        ("31/02/2026", "no date can be read"),
        ("01/01/1970", "no date can be read"),
        ("46326", "no date can be read"),  # a spreadsheet's number of a day
        ("today", "no date can be read"),
        ("\uff12\uff10\uff12\uff16-10-31", "U+FF12 FULLWIDTH DIGIT TWO"),
        ("2026-10-31\u200b", "U+200B ZERO WIDTH SPACE"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, said: str) -> None:
    assert said in refusal(text)


def test_white_space_around_a_date_is_stripped() -> None:
    assert read_date(" 2026-10-31\n") == date(2026, 10, 31)
    assert read_expiry(" 10/2026\n")[0] == date(2026, 10, 31)


@pytest.mark.parametrize("value", [None, 20261031, b"2026-10-31", date(2026, 10, 31)])
def test_what_is_not_text_is_refused(value: object) -> None:
    with pytest.raises(AmountError, match="written as text"):
        read_date(value)  # type: ignore[arg-type]


def test_a_long_text_is_shortened_in_its_message() -> None:
    assert refusal("x" * 1000).startswith(f"{'x' * 20!r}...: ")


@given(st.one_of(st.text(max_size=45), st.text(alphabet="0123456789-/. OCTWoct", max_size=12)))
def test_any_text_is_a_date_or_an_error_of_ours(text: str) -> None:
    try:
        day, _ = read_expiry(text)
    except AmountError:
        return
    assert 2000 <= day.year <= 2099
