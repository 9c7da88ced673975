"""Reading amounts: what is read, what is noted, what is refused and what is then suggested."""

import decimal
import re
import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from ldn_compound.errors import AmountError
from ldn_compound.quantity.refusals.unit_slips import AMBIGUOUS, SLIPS
from ldn_compound.quantity.spelling import (
    Spelled,
    approximate_number,
    is_terminating,
    read,
    write_number,
)
from ldn_compound.quantity.unit_words import WORDS, finest_decimals

Units = Mapping[str, None]

MASS: Units = dict.fromkeys(("mg", "mcg", "ng", "g", "kg"))
DOSE: Units = {**MASS, **dict.fromkeys(("mg/unit", "mg/capsule", "mcg/capsule"))}
VOLUME: Units = dict.fromkeys(("mL", "mcL", "L"))
STRENGTH: Units = dict.fromkeys(("mg/mL", "mcg/mL", "g/mL", "mg/L", "g/L", "% w/v"))
PERCENT: Units = dict.fromkeys(("%",))
DAYS: Units = dict.fromkeys(("days",))
CAPSULES: Units = dict.fromkeys(("capsules", "units"))
ANY: Units = {
    **DOSE,
    **VOLUME,
    **STRENGTH,
    **PERCENT,
    **DAYS,
    **CAPSULES,
    **dict.fromkeys(("tablets", "min", "°C", "mL/g", "g/mol", "mg/tablet", "mL/capsule")),
}
EXAMPLES = {id(MASS): "250 mg", id(DOSE): "4.5 mg", id(VOLUME): "100 mL", id(STRENGTH): "1 mg/mL"}


def spelled(text: str, units: Units = ANY) -> Spelled:
    return read(text, units=units, example=EXAMPLES.get(id(units), "4.5 mg"))


def refusal(text: str, units: Units = DOSE) -> str:
    with pytest.raises(AmountError) as refused:
        spelled(text, units)
    return str(refused.value)


# --- what is read -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit", "decimals"),
    [
        ("4.5 mg", Fraction(9, 2), "mg", 1),
        ("4.5mg", Fraction(9, 2), "mg", 1),
        ("4.5  mg", Fraction(9, 2), "mg", 1),
        ("4.5\u00a0mg", Fraction(9, 2), "mg", 1),
        ("4.5\u202fmg", Fraction(9, 2), "mg", 1),
        ("4.5\u2009mg", Fraction(9, 2), "mg", 1),
        ("  4.5 mg\n", Fraction(9, 2), "mg", 1),
        ("0 %", Fraction(0), "%", 0),
        ("4500 mcg", Fraction(4500), "mcg", 0),
        ("4.5 milligrams", Fraction(9, 2), "mg", 1),
        ("1 milligramme", Fraction(1), "mg", 0),
        ("20 ml", Fraction(20), "mL", 0),
        ("20 millilitres", Fraction(20), "mL", 0),
        ("20 milliliters", Fraction(20), "mL", 0),
        ("1 litre", Fraction(1), "L", 0),
        ("250 mcL", Fraction(250), "mcL", 0),
        ("250 microliters", Fraction(250), "mcL", 0),
        ("99.5%", Fraction(199, 2), "%", 1),
        ("99.5 percent", Fraction(199, 2), "%", 1),
        ("99.5 per cent", Fraction(199, 2), "%", 1),
        ("0.1% w/v", Fraction(1, 10), "% w/v", 1),
        ("0.1 %w/v", Fraction(1, 10), "% w/v", 1),
        ("0.1  %\u00a0w/v", Fraction(1, 10), "% w/v", 1),
        ("0.1 percent w/v", Fraction(1, 10), "% w/v", 1),
        ("1 mg/mL", Fraction(1), "mg/mL", 0),
        ("1mg/ml", Fraction(1), "mg/mL", 0),
        ("1 mg / mL", Fraction(1), "mg/mL", 0),
        ("1 mg/1 mL", Fraction(1), "mg/mL", 0),
        ("1000 micrograms/millilitre", Fraction(1000), "mcg/mL", 0),
        ("0.72 mL/g", Fraction(18, 25), "mL/g", 2),
        ("377.86 g/mol", Fraction(18893, 50), "g/mol", 2),
        ("4.5 mg/capsule", Fraction(9, 2), "mg/capsule", 1),
        ("50 mg/tablet", Fraction(50), "mg/tablet", 0),
        ("90 capsules", Fraction(90), "capsules", 0),
        ("1 capsule", Fraction(1), "capsules", 0),
        ("90 units", Fraction(90), "units", 0),
        ("0.25 tablets", Fraction(1, 4), "tablets", 2),
        ("180 days", Fraction(180), "days", 0),
        ("1 day", Fraction(1), "days", 0),
        ("5 minutes", Fraction(5), "min", 0),
        ("25 °C", Fraction(25), "°C", 0),
        ("25 C", Fraction(25), "°C", 0),
    ],
)
def test_one_reading(text: str, value: Fraction, unit: str, decimals: int) -> None:
    assert spelled(text) == Spelled(value, unit, decimals, None)


@pytest.mark.parametrize(
    ("text", "value", "unit", "decimals", "why"),
    [
        ("4.5 MG", Fraction(9, 2), "mg", 1, "upper case"),
        ("4500 MCG", Fraction(4500), "mcg", 0, "upper case"),
        ("4500 ug", Fraction(4500), "mcg", 0, "micro"),
        ("4500 \u00b5g", Fraction(4500), "mcg", 0, "micro"),
        ("4500 \u03bcg", Fraction(4500), "mcg", 0, "micro"),
        ("250 \u00b5L", Fraction(250), "mcL", 0, "micro"),
        ("0.25 l", Fraction(1, 4), "L", 2, "looks like 1"),
        ("4.5 cm3", Fraction(9, 2), "mL", 1, "cubic"),
        ("4.5 cm\u00b3", Fraction(9, 2), "mL", 1, "cubic"),
        ("4.50 mg", Fraction(9, 2), "mg", 2, "trailing zero"),
        ("0.3000 g", Fraction(3, 10), "g", 4, "trailing zero"),
        ("1 mg per mL", Fraction(1), "mg/mL", 0, "per"),
        ("4.5 mg per capsule", Fraction(9, 2), "mg/capsule", 1, "per"),
        # 5 / 5 = 1;  12.5 / 5 = 2.5;  1 / 100 = 0.01;  9 / 2 = 4.5
        ("5 mg/5 mL", Fraction(1), "mg/mL", 0, "another amount than 1"),
        ("12.5 mg/5mL", Fraction(5, 2), "mg/mL", 1, "another amount than 1"),
        ("1 g/100 mL", Fraction(1, 100), "g/mL", 2, "another amount than 1"),
        ("9 mg/2 capsules", Fraction(9, 2), "mg/capsule", 1, "another amount than 1"),
        # 1 g in 1000 mL is 100 / 1000 = 0.1 g in 100 mL;  100 / 400 = 0.25;  100 / 2.5 = 40
        ("1 in 1000 w/v", Fraction(1, 10), "% w/v", 1, "ratio strength"),
        ("1:1000 w/v", Fraction(1, 10), "% w/v", 1, "ratio strength"),
        ("1 in 400 w/v", Fraction(1, 4), "% w/v", 2, "ratio strength"),
        ("1:2.5 w/v", Fraction(40), "% w/v", 0, "ratio strength"),
    ],
)
def test_one_reading_that_a_reviewer_is_shown(
    text: str, value: Fraction, unit: str, decimals: int, why: str
) -> None:
    found = spelled(text)
    assert found[:3] == (value, unit, decimals)
    assert found.note is not None
    assert why in found.note
    assert found.note.endswith(f": {text!r} was read as {write_number(value)} {unit}")


def test_a_trailing_zero_is_named_first_only_where_it_is_all() -> None:
    """A balance reading drops a note that starts with it, and must not drop another with it."""
    only, among_others = spelled("4.50 mg").note, spelled("4.50 MG").note
    assert only is not None
    assert only.startswith("trailing zero: ")
    assert among_others is not None
    assert among_others.startswith("unit in upper case; trailing zero: ")


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "units", "write"),
    [
        # marks in the number
        ("4,5 mg", DOSE, "4.5 mg"),
        ("0,5 mg", DOSE, "0.5 mg"),
        ("0,500 mg", DOSE, "0.5 mg"),
        ("1,000,000 mcg", DOSE, "1000000 mcg"),
        ("1.000,5 mcg", DOSE, "1000.5 mcg"),
        ("1'000 mcg", DOSE, "1000 mcg"),
        ("1\u2019000 mcg", DOSE, "1000 mcg"),
        ("1 000 mcg", DOSE, "1000 mcg"),
        ("1_000 mcg", DOSE, "1000 mcg"),
        (".5 mg", DOSE, "0.5 mg"),
        ("5. mg", DOSE, "5 mg"),
        ("04.5 mg", DOSE, "4.5 mg"),
        ("00.5 mg", DOSE, "0.5 mg"),
        ("+1 mg", DOSE, "1 mg"),
        # 4.5 x 1000 = 4500;  4500 / 1000 = 4.5
        ("4.5e3 mcg", DOSE, "4500 mcg"),
        ("4500e-3 mg", DOSE, "4.5 mg"),
        ("4.5x10^3 mcg", DOSE, "4500 mcg"),
        # 1 / 2 = 0.5;  1 + 1 / 2 = 1.5;  3 / 4 = 0.75
        ("1/2 mg", DOSE, "0.5 mg"),
        ("1 1/2 mg", DOSE, "1.5 mg"),
        ("1-1/2 mg", DOSE, "1.5 mg"),
        ("\u00be mg", DOSE, "0.75 mg"),
        ("1\u00bd mg", DOSE, "1.5 mg"),
        ("four mg", DOSE, "4 mg"),
        ("O.5 mg", DOSE, "0.5 mg"),
        ("l.5 mg", DOSE, "1.5 mg"),
        ("~4.5 mg", DOSE, "4.5 mg"),
        # look-alikes
        ("\uff14\uff0e\uff15 \uff4d\uff47", DOSE, "4.5 mg"),
        ("4\u00b75 mg", DOSE, "4.5 mg"),
        ("4.5 \u043c\u0433", DOSE, "4.5 mg"),
        ("4500 \u043c\u043a\u0433", DOSE, "4500 mcg"),
        ("4.5 \u338e", DOSE, "4.5 mg"),
        ("4.5 \u33c4", VOLUME, "4.5 mL"),
        ("4.5\u3000mg", DOSE, "4.5 mg"),
        ("1 mg\u2215mL", STRENGTH, "1 mg/mL"),
        ("1\u2030", STRENGTH, "0.1 % w/v"),  # 1 in 1000 is 0.1 in 100
        ("25 \u2103", ANY, "25 °C"),
        # units
        ("4.5 Mg", DOSE, "4.5 mg"),
        ("4500 Mcg", DOSE, "4500 mcg"),
        ("4500 UG", DOSE, "4500 mcg"),
        ("4.5 mgs", DOSE, "4.5 mg"),
        ("4.5 mg.", DOSE, "4.5 mg"),
        ("4.5-mg", DOSE, "4.5 mg"),
        ("4.5   mg", DOSE, "4.5 mg"),
        ("4.5 Milligrams", DOSE, "4.5 mg"),
        ("0.0045 gm", DOSE, "0.0045 g"),
        ("4.5 mg/cap", DOSE, "4.5 mg/capsule"),
        ("4.5 mg capsule", DOSE, "4.5 mg/capsule"),
        ("5 cc", VOLUME, "5 mL"),
        ("5 ML", VOLUME, "5 mL"),
        ("5 Ml", VOLUME, "5 mL"),
        ("5 mls", VOLUME, "5 mL"),
        ("1 MG/ML", STRENGTH, "1 mg/mL"),
        ("1 Mg/Ml", STRENGTH, "1 mg/mL"),
        ("1 mg mL", STRENGTH, "1 mg/mL"),
        ("0.1 % (W/V)", STRENGTH, "0.1 % w/v"),
        ("0.1 %", STRENGTH, "0.1 % w/v"),
        ("1000 ppm", STRENGTH, "1000 mg/L"),
        ("99.5 pct", PERCENT, "99.5 %"),
        ("30 d", DAYS, "30 days"),
        ("30 caps", CAPSULES, "30 capsules"),
        # words, order, digits
        ("4.5 mg daily", DOSE, "4.5 mg"),
        ("mg 4.5", DOSE, "4.5 mg"),
        ("4.5", DOSE, "4.5 mg"),
        ("4.50000000 mg", DOSE, "4.5 mg"),
    ],
)
def test_a_slip_with_one_reading_is_refused_with_what_to_write(
    text: str, units: Units, write: str
) -> None:
    message = refusal(text, units)
    assert message.startswith(f"{text!r}: ")
    assert f"'{write}'" in message.removeprefix(f"{text!r}: ")
    assert "such as" not in message
    assert "times apart" not in message
    assert spelled(write, units).note is None


@pytest.mark.parametrize(
    ("text", "units", "readings"),
    [
        ("1,000 mcg", DOSE, ("1000 mcg", "1.000 mcg", "1000 times apart")),
        ("4\uff0c5 mg", DOSE, ("4.5 mg", "45 mg", "10 times apart")),
        ("4 5 mg", DOSE, ("4.5 mg", "45 mg", "10 times apart")),
        ("45 00 mcg", DOSE, ("45.00 mcg", "4500 mcg", "100 times apart")),
        ("05 mg", DOSE, ("5 mg", "0.5 mg", "10 times apart")),
        ("3-4.5 mg", DOSE, ("3 mg", "4.5 mg", "range")),
        ("3 mcg to 4.5 mg", DOSE, ("3 mcg", "4.5 mg", "range")),
        ("5 m", DOSE, ("5 mg", "5 mL", "5 minim", "5 metre")),
        ("5 M", DOSE, ("5 mol/L", "5 million", "5 mg")),
        ("4.5 mcl", VOLUME, ("4.5 microlitre", "4.5 mL", "4.5 mcg")),
        ("4.5 mg HCl", DOSE, ("hydrochloride", "base")),
        ("4.5 mg (as base)", DOSE, ("hydrochloride", "base")),
    ],
)
def test_a_slip_with_several_readings_names_them(
    text: str, units: Units, readings: tuple[str, ...]
) -> None:
    said = refusal(text, units).removeprefix(f"{text!r}: ")
    assert [reading for reading in readings if reading in said] == list(readings)


# A suggestion would be a guess: the point moves, a part is lost, or nobody knows the measure.
@pytest.mark.parametrize(
    ("text", "units", "said"),
    [
        ("4'5 mg", DOSE, "marks between"),
        ("4\u20195 mg", DOSE, "U+2019 RIGHT SINGLE QUOTATION MARK"),
        ("4.5.0 mg", DOSE, "2 points"),
        ("3 mg-1", DOSE, "range"),
        ("1O mg", DOSE, "letter 'O'"),
        ("-1 mg", DOSE, "minus"),
        ("\u22121 mg", DOSE, "U+2212 MINUS SIGN"),
        ("<4.5 mg", DOSE, "exact"),
        ("4.5\u00b10.5 mg", DOSE, "exact"),
        ("1/3 mg", DOSE, "fraction"),
        ("1/0 mg", DOSE, "divides by zero"),
        ("\u2153 mg", DOSE, "VULGAR FRACTION ONE THIRD"),
        ("0.5\u00bd mg", DOSE, "VULGAR FRACTION ONE HALF"),
        ("1e400 mg", DOSE, "exponent"),
        ("1E999999999 mg", DOSE, "exponent"),
        ("nan mg", DOSE, "finite"),
        ("Infinity mg", DOSE, "finite"),
        ("0x4 mg", DOSE, "decimal"),
        ("4.5*1 mg", DOSE, "sum"),
        ("4 mg 500 mcg", DOSE, "more than one amount"),
        ("4.5 mg + 1 mg", DOSE, "more than one amount"),
        ("iv mg", DOSE, "Roman"),
        ("\u2163 mg", DOSE, "U+2163 ROMAN NUMERAL FOUR"),
        ("\u06f4.\u06f5 mg", DOSE, "EXTENDED ARABIC-INDIC DIGIT FOUR"),
        ("4.\u06f5 mg", DOSE, "EXTENDED ARABIC-INDIC DIGIT FIVE"),
        ("5 mg/\u06f5 mL", STRENGTH, "EXTENDED ARABIC-INDIC DIGIT FIVE"),
        ("4.5 m\u0261", DOSE, "LATIN SMALL LETTER SCRIPT G"),
        ("4.5\nmg", DOSE, "a line break"),
        ("4.5\tmg", DOSE, "a tab"),
        ("4.5\u200bmg", DOSE, "U+200B ZERO WIDTH SPACE"),
        ("\ufeff4.5 mg", DOSE, "U+FEFF"),
        ("   ", DOSE, "nothing is written"),
        ("4.5 rng", DOSE, "not a unit"),
        ("4.5 G", DOSE, "gauss"),
        ("5 IU", DOSE, "neither a mass nor a volume"),
        ("5 U", DOSE, "neither a mass nor a volume"),
        ("5 mmol", DOSE, "molar mass"),
        ("5 mEq", DOSE, "valence"),
        ("5 grains", DOSE, "apothecary"),
        ("5 mg/kg", DOSE, "body weight"),
        ("5 mg/kg/day", DOSE, "body weight"),
        ("5 mg/day", DOSE, "rate"),
        ("5 mg/mL", DOSE, "not a unit of what is wanted here"),
        ("50 mg/tablet", DOSE, "not a unit of what is wanted here"),
        ("4.5 mL", MASS, "not a unit of what is wanted here"),
        ("1 tsp", VOLUME, "measure the volume in mL"),
        ("20 drops", VOLUME, "measure the volume in mL"),
        ("1 mg/tsp", STRENGTH, "measure the volume in mL"),
        ("1 mg/0 mL", STRENGTH, "divides by zero"),
        ("1 in 0 w/v", STRENGTH, "divides by zero"),
        ("1 mg/mL/mL", STRENGTH, "divided twice"),
        ("1 mg/mg/mL", STRENGTH, "divided twice"),
        ("10 mg/15 mL", STRENGTH, "no end"),
        ("0.000001 mg/2 mL", STRENGTH, "more digits than can be stated"),  # 0.0000005 mg in a mL
        ("1 in 3000 w/v", STRENGTH, "no end"),
        ("half-strength", STRENGTH, "no amount"),
        ("4.5000001 mg", DOSE, "finer than can be stated"),
        ("1.5 ng", DOSE, "finer than can be stated"),
        ("0.0000001 mL", VOLUME, "finer than can be stated"),
        ("0.1234567891 %", PERCENT, "finer than can be stated"),
        ("180.5 days", DAYS, "counted whole"),
        ("30.5 capsules", CAPSULES, "counted whole"),
        ("30.5", CAPSULES, "without its unit"),
        ("9" * 300 + " mg", DOSE, "303 characters"),
        ("4.5" + " " * 500 + "mg", DOSE, "505 characters"),
    ],
)
def test_what_cannot_be_guessed_is_only_refused(text: str, units: Units, said: str) -> None:
    message = refusal(text, units)
    assert said in message
    example = EXAMPLES.get(id(units), "4.5 mg")
    # Nothing but the example of a good spelling is offered.
    assert f"'{example}'" in message
    offered = re.findall(r"'([^']*)'", message.split(";")[-1])
    assert set(offered) == {example}


def test_a_long_text_is_shortened_in_its_message() -> None:
    assert refusal("9" * 300 + " mg").startswith("'99999999999999999999'...: 303 characters")


def test_forty_characters_are_read_and_one_more_is_not() -> None:
    spelled("9" * 37 + " mg")  # 37 digits, a space, two letters
    assert "41 characters" in refusal("9" * 38 + " mg")


def test_what_is_not_text_is_refused() -> None:
    for value in (None, 45, b"4.5 mg", ["4.5 mg"]):
        with pytest.raises(AmountError, match="written as text"):
            read(value, units=DOSE, example="4.5 mg")  # type: ignore[arg-type]


# --- the closed list --------------------------------------------------------------------------


def test_a_units_own_text_is_a_spelling_of_it_and_is_not_noted() -> None:
    for word in WORDS.values():
        assert WORDS[word.unit].unit == word.unit
        assert WORDS[word.unit].why_noted is None


def test_no_spelling_is_both_read_and_refused() -> None:
    assert not set(WORDS) & (set(SLIPS) | set(AMBIGUOUS))


def test_every_slip_is_mended_with_a_unit_of_the_list() -> None:
    for slip in SLIPS.values():
        assert slip.instead is None or slip.instead in {*WORDS, "mg/L"}


def test_spellings_that_differ_in_capitals_only_mean_the_same() -> None:
    """Where they would not ('Mg' and 'mg'), one of them is no spelling."""
    meanings: dict[str, set[str]] = {}
    for spelling, word in WORDS.items():
        meanings.setdefault(spelling.casefold(), set()).add(word.unit)
    assert all(len(units) == 1 for units in meanings.values())


# --- laws -------------------------------------------------------------------------------------


@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from(sorted({word.unit for word in WORDS.values()} & set(ANY))),
    st.data(),
)
def test_what_is_written_reads_back(digits: int, unit: str, data: st.DataObject) -> None:
    places = data.draw(st.integers(min_value=0, max_value=finest_decimals(unit)))
    value = Fraction(digits, 10**places)
    found = spelled(f"{write_number(value)} {unit}")
    assert (found.value, found.unit, found.note) == (value, unit, None)


@given(st.fractions(), st.integers(min_value=0, max_value=30))
def test_a_number_is_written_exactly_and_without_idle_zeros(value: Fraction, places: int) -> None:
    exact = Fraction(round(value * 10**places), 10**places)
    text = write_number(exact)
    assert Fraction(text) == exact
    assert re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?", text)


@given(st.fractions(), st.integers(min_value=1, max_value=15))
def test_an_approximate_number_is_off_by_at_most_half_of_its_last_figure(
    value: Fraction, figures: int
) -> None:
    near = Fraction(approximate_number(value, figures=figures))
    # The last of n figures is at most the 10^(n-1)th part of the number: half of that is allowed.
    assert abs(near - value) <= abs(value) / (2 * 10 ** (figures - 1))
    assert Fraction(approximate_number(near, figures=figures)) == near


PIECES = (
    "4.5 0 1 1000 3 0.5 .5 5. mg mL / per % w/v in : , - to kg day Mg MG tsp e E3 ^ x10 nan O l"
    " four ' HCl daily 1/2 00 _ \u00bd \u2030 \uff14 \u043c\u0433 \u03bcg \u00b1"
)
HOSTILE = st.lists(st.sampled_from((*PIECES.split(" "), " ", "  ")), max_size=8).map("".join)


@given(st.one_of(HOSTILE, st.text(max_size=45)), st.sampled_from([DOSE, VOLUME, STRENGTH, ANY]))
def test_any_text_is_an_amount_or_an_error_whose_suggestions_are_good(
    text: str, units: Units
) -> None:
    try:
        found = spelled(text, units)
    except AmountError as error:
        message = str(error)
        assert "\n" not in message
        for suggestion in re.findall(r"(?:write|type|decimal,|point,|out,) '([^']+)'", message):
            spelled(suggestion, units)
    else:
        again = spelled(f"{write_number(found.value)} {found.unit}", units)
        assert (again.value, again.unit, again.note) == (found.value, found.unit, None)


# --- numbers as text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 2), "0.5"),
        (Fraction(9, 2), "4.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(120), "120"),
        (Fraction(1, 10**9), "0.000000001"),
        (Fraction(10**12), "1000000000000"),
        (Fraction(-5, 4), "-1.25"),
    ],
)
def test_numbers_are_written_out(value: Fraction, text: str) -> None:
    assert write_number(value) == text


def test_a_number_without_end_cannot_be_written_exactly() -> None:
    assert not is_terminating(Fraction(1, 3))
    with pytest.raises(ValueError, match="1/3"):
        write_number(Fraction(1, 3))


@pytest.mark.parametrize(
    ("value", "figures", "text"),
    [
        (Fraction(1, 3), 12, "0.333333333333"),
        (Fraction(1000, 3), 12, "333.333333333"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(5, 2), 1, "3"),  # a tie goes up
        (Fraction(7, 2), 1, "4"),
        (Fraction(-5, 2), 1, "-3"),  # away from zero
        (Fraction(1234567), 3, "1230000"),
        (Fraction(99995, 10), 4, "10000"),  # 9999.5 to four figures is 10000
        (Fraction(999, 1000), 2, "1"),
        (Fraction(1, 3000), 2, "0.00033"),
        (Fraction(9, 2), 7, "4.5"),
        (Fraction(0), 3, "0"),
    ],
)
def test_numbers_are_rounded_half_up_to_their_figures(
    value: Fraction, figures: int, text: str
) -> None:
    assert approximate_number(value, figures=figures) == text


def test_no_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="write 1 or more"):
        approximate_number(Fraction(1, 3), figures=0)


def test_the_checks_of_bad_text_are_loaded_only_when_text_is_bad() -> None:
    lines = (
        "import sys",
        "from ldn_compound.quantity.spelling import read",
        "read('4.5 mg', units={'mg': 1}, example='4.5 mg')",
        "sys.exit('ldn_compound.quantity.refusals' in sys.modules)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], check=False)
    assert done.returncode == 0


def test_an_approximate_number_is_the_same_in_any_decimal_context() -> None:
    narrow = decimal.Context(
        prec=1, rounding=decimal.ROUND_FLOOR, Emin=0, Emax=0, traps=list(decimal.Context().flags)
    )
    with decimal.localcontext(narrow):
        assert approximate_number(Fraction(200_000, 3), figures=7) == "66666.67"
        assert approximate_number(Fraction(10**40, 3), figures=2) == "33" + "0" * 38


def test_an_approximate_number_is_the_same_whatever_contexts_begin_with() -> None:
    code = (
        "import decimal; decimal.DefaultContext.traps[decimal.Inexact] = True; "
        "decimal.DefaultContext.Emax = 1; decimal.DefaultContext.clamp = 1; "
        "from fractions import Fraction; "
        "from ldn_compound.quantity.decimals import approximate_number; "
        "print(approximate_number(Fraction(200_000, 3), figures=7))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "66666.67\n"
