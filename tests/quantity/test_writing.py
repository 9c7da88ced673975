"""Amounts on paper: a leading zero, no trailing one, a space, the unit's safe spelling."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ldn_compound.equations.everyday import difference, per, share, times, total
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import (
    Celsius,
    Concentration,
    Days,
    Density,
    Mass,
    Minutes,
    MolarMass,
    PerTablet,
    PerUnit,
    Ratio,
    SpecificVolume,
    TabletCount,
    UnitCount,
    Volume,
    VolumePerUnit,
)
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Rounding
from ldn_compound.quantity.writing import write, write_short


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Mass.of("4500 mcg"), "4.5 mg"),
        (Mass.of("0.5 mg"), "0.5 mg"),
        (Mass.of("5.0 mg"), "5 mg"),
        (Mass.of("0.050 g"), "50 mg"),
        (Mass.of("1 ng"), "0.000001 mg"),
        (Mass.of("0 mg"), "0 mg"),
        (Mass.of(1_000_000, "ng"), "1 mg"),
        (Volume.of("0.1 L"), "100 mL"),
        (Concentration.of("0.1 % w/v"), "1 mg/mL"),
        (Density.of("460 mg/mL"), "0.46 g/mL"),
        (SpecificVolume.of("0.72 mL/g"), "0.72 mL/g"),
        (MolarMass.of("377.86 g/mol"), "377.86 g/mol"),
        (PerTablet.of("50 mg"), "50 mg/tablet"),
        (VolumePerUnit.of("0.37 mL"), "0.37 mL/unit"),
        (Ratio.of("99.50 %"), "99.5 %"),
        (Days.of("180 days"), "180 days"),
        (Minutes.of("5 min"), "5 min"),
        (Celsius.of("25 °C"), "25 °C"),
    ],
    ids=repr,
)
def test_in_the_kinds_unit(amount: Amount, text: str) -> None:
    assert write(amount) == str(amount) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Mass.of("99999 mg"), "99999 mg"),
        (Mass.of("100000 mg"), "100 g"),  # 100 000 ÷ 1000
        (Mass.of("120 g"), "120 g"),
        (Mass.of("123.456 g"), "123.456 g"),
        (Mass.of("2 kg"), "2000 g"),
    ],
)
def test_a_large_mass_is_in_grams(amount: Mass, text: str) -> None:
    assert write(amount) == text


class TestUnitWord:
    """`unit` is the pharmacy's word for one dosage unit."""

    def test_one_and_many(self) -> None:
        assert write(UnitCount.of(90), unit="capsule") == "90 capsules"
        assert write(UnitCount.of(1), unit="capsule") == "1 capsule"
        assert write(UnitCount.of(0), unit="capsule") == "0 capsules"
        assert write(UnitCount.of(90)) == "90 units"
        assert write(UnitCount.of(1)) == "1 unit"

    def test_per_unit(self) -> None:
        assert write(PerUnit.of("4.5 mg"), unit="capsule") == "4.5 mg/capsule"
        assert write(PerUnit.of("4.5 mg/capsule")) == "4.5 mg/unit"
        assert write(VolumePerUnit.of("0.37 mL"), unit="capsule") == "0.37 mL/capsule"

    def test_one_tablet_and_parts_of_one(self) -> None:
        assert write(TabletCount.of(1)) == "1 tablet"
        assert write(TabletCount.of(9)) == "9 tablets"
        assert write(TabletCount.of("0.25 tablets")) == "0.25 tablets"
        assert write(TabletCount.of(9), unit="capsule") == "9 tablets"

    def test_one_day(self) -> None:
        assert write(Days.of("1 day")) == "1 day"


class TestReadings:
    """As it was recorded: the trailing zeros are the instrument's resolution."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("1436.0 mg", "1436.0 mg"),
            ("0.500 g", "0.500 g"),
            ("1436 mg", "1436 mg"),
            ("120000 mg", "120000 mg"),
            ("500.0  MCG", "500.0 mcg"),
        ],
    )
    def test_a_mass(self, text: str, written: str) -> None:
        assert write(Mass.reading(text)) == written

    def test_what_is_computed_from_it_is_no_reading(self) -> None:
        # 1436.0 + 0.50 = 1436.5
        assert write(total(Mass.reading("1436.0 mg"), Mass.reading("0.50 mg"))) == "1436.5 mg"


class TestWithoutEnd:
    """Seven significant figures, half up, for the eye; the value itself stays exact."""

    @pytest.mark.parametrize(
        ("amount", "text"),
        [
            # 50 ÷ 177.3 = 0.28200789...
            (per(Mass.of("50 mg"), by=Mass.of("177.3 mg")), "28.20079 %"),
            # 1000 ÷ 3 = 333.33333...
            (share(Mass.of("1 g"), parts=3), "333.3333 mg"),
            # 2 ÷ 3 = 0.66666666... up
            (share(Mass.of("2 mg"), parts=3), "0.6666667 mg"),
            # 1 ÷ 3 ng
            (share(Mass.of("1 ng"), parts=3), "0.0000003333333 mg"),
            # 400 ÷ 3 g = 133.33333...
            (share(Mass.of("400 g"), parts=3), "133.3333 g"),
            # 99.999999666... is 100.0000, written without its zeros
            (difference(Mass.of("100 mg"), less=share(Mass.of("1 ng"), parts=3)), "100 mg"),
        ],
        ids=str,
    )
    def test_computed(self, amount: Amount, text: str) -> None:
        assert write(amount) == text

    def test_stated_as_a_fraction(self) -> None:
        assert write(Mass.of(Fraction(1, 3), "mg")) == "0.3333333 mg"

    def test_a_long_computed_number_is_shortened_a_long_stated_one_is_not(self) -> None:
        # 1.000001 × 1.000001 = 1.000002000001
        stated = Mass.of("1.000001 mg")
        assert write(times(stated, factor=Fraction(1_000_001, 1_000_000))) == "1.000002 mg"
        assert write(Mass.of(Decimal("12345.678901"), "mg")) == "12345.678901 mg"

    def test_what_was_rounded_is_never_shortened(self) -> None:
        # 12345678.9 mg ÷ 1 is 11 digits with 0.000123 more; on a grid of 0.0001 mg
        grid = Rounding("weigh", Mass.of("0.0001 mg"))
        rounded = grid(times(Mass.of("10000.00012 mg"), factor=9))  # 90000.00108
        assert write(rounded) == "90000.0011 mg"


@pytest.mark.parametrize(
    ("part", "short"),
    [
        ("0.082634609375", "8.263461 %"),  # 11 digits as a percentage
        ("0.08263460938", "8.263460938 %"),  # 10
        ("0.05", "5 %"),
    ],
)
def test_short_is_the_same_wherever_the_amount_is_from(part: str, short: str) -> None:
    stored = Ratio.in_base(Fraction(part), Given("a document", ""))
    assert write_short(stored) == short
    assert write_short(stored) == write(times(stored, factor=1))


def test_a_difference_may_be_negative() -> None:
    # 4.5 − 5 = −0.5
    assert write(difference(Mass.of("4.5 mg"), less=Mass.of("5 mg"))) == "-0.5 mg"


@pytest.mark.parametrize(
    "text", ["4.5 mg", "0.000001 mg", "100000 mg", "99999.999 mg", "123456.789 g", "0.1 mg"]
)
def test_what_is_written_reads_back(text: str) -> None:
    amount = Mass.of(text)
    assert Mass.of(write(amount)) == amount
