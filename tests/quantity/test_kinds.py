"""The kinds of amount: what each is written in, and that a dose is never read for a strength."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import (
    KINDS,
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

# written, its value in the kind's unit, and in coherent units (mg, mL, unit, tablet, mol, day)
WRITTEN = [
    (Mass, "4.5 g", 4500, 4500),  # 4.5 × 1000
    (Mass, "0.5 kg", 500_000, 500_000),  # 0.5 × 1000 × 1000
    (Volume, "0.25 L", 250, 250),  # 0.25 × 1000
    (Volume, "500 mcL", Fraction(1, 2), Fraction(1, 2)),  # 500 ÷ 1000
    (Concentration, "1 mg/mL", 1, 1),
    (Concentration, "1 g/L", 1, 1),  # 1000 mg in 1000 mL
    (Concentration, "0.1 % w/v", 1, 1),  # 0.1 g = 100 mg in 100 mL
    (Density, "0.46 g/mL", Fraction(46, 100), 460),  # 0.46 × 1000 mg in 1 mL
    (Density, "460 mg/mL", Fraction(46, 100), 460),
    (SpecificVolume, "0.72 mL/g", Fraction(72, 100), Fraction(72, 100_000)),  # per 1000 mg
    (MolarMass, "377.86 g/mol", Fraction(37786, 100), 377_860),
    (PerUnit, "4.5 mg", Fraction(9, 2), Fraction(9, 2)),
    (PerUnit, "4500 mcg/capsule", Fraction(9, 2), Fraction(9, 2)),
    (VolumePerUnit, "0.37 mL", Fraction(37, 100), Fraction(37, 100)),
    (PerTablet, "50 mg/tablet", 50, 50),
    (Ratio, "99.5 %", Fraction(995, 10), Fraction(995, 1000)),
    (Days, "180 days", 180, 180),
    (Minutes, "5 min", 5, 5),
    (Celsius, "25 °C", 25, 25),
    (UnitCount, "90 capsules", 90, 90),
    (TabletCount, "8.25 tablets", Fraction(33, 4), Fraction(33, 4)),
]


@pytest.mark.parametrize(("kind", "text", "value", "base"), WRITTEN)
def test_each_kind_reads_its_units(
    kind: type[Amount], text: str, value: Fraction, base: Fraction
) -> None:
    amount = kind.of(text)
    assert (amount.value, amount.base) == (value, base)


def test_every_kind_is_tried_above() -> None:
    assert {kind for kind, *_ in WRITTEN} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kinds_example_is_read_by_it(kind: type[Amount]) -> None:
    assert type(kind.of(kind.example)) is kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_written_in_a_unit_it_reads(kind: type[Amount]) -> None:
    assert kind.units[kind.unit] == kind.scale
    amount = kind.of(kind.example)
    assert kind.of(str(amount)) == amount


@pytest.mark.parametrize(
    ("kind", "foreign"),
    [
        (Mass, "4.5 mL"),
        (Mass, "4.5 mg/capsule"),
        (PerUnit, "50 mg/tablet"),
        (PerTablet, "4.5 mg/capsule"),
        (Volume, "5 mg"),
        (Ratio, "0.995"),
        (Ratio, "5 mg"),
        (Concentration, "5 mg"),
        (UnitCount, "9 tablets"),
        (TabletCount, "90 capsules"),
        (Days, "5 min"),
    ],
)
def test_a_unit_of_another_kind_is_refused(kind: type[Amount], foreign: str) -> None:
    with pytest.raises(AmountError):
        kind.of(foreign)


class TestCounts:
    """Units are whole, tablets are counted in quarters; a plain int will do for both."""

    def test_a_plain_int(self) -> None:
        assert UnitCount.of(90) == UnitCount.of("90 capsules")
        assert TabletCount.of(9) == TabletCount.of("9 tablets")
        assert UnitCount.of(0).is_zero

    @pytest.mark.parametrize("count", [UnitCount, TabletCount])
    @pytest.mark.parametrize("no_count", [True, False, None, 9.5, float("nan"), float("inf"), -9])
    def test_what_is_no_count(self, count: type[Amount], no_count: object) -> None:
        with pytest.raises(AmountError, match=r"write|is text with its unit"):
            count.of(no_count)

    def test_a_whole_float_is_told_the_int(self) -> None:
        with pytest.raises(AmountError, match=r"90\.0: a count is whole; write 90"):
            UnitCount.of(90.0)

    def test_a_broken_float_is_not_told_to_write_itself(self) -> None:
        with pytest.raises(AmountError) as refused:
            UnitCount.of(90.5)
        assert "90.5 units" not in str(refused.value)

    def test_a_number_as_text_needs_its_word(self) -> None:
        with pytest.raises(AmountError, match="'90 capsules'"):
            UnitCount.of("90")

    @pytest.mark.parametrize("part", ["89.5 capsules", "0.25 units"])
    def test_no_part_of_a_capsule(self, part: str) -> None:
        with pytest.raises(AmountError, match="whole"):
            UnitCount.of(part)
        with pytest.raises(AmountError, match="whole"):
            UnitCount.of(Decimal(part.partition(" ")[0]), "units")

    @pytest.mark.parametrize("quarters", [Fraction(1, 4), Fraction(1, 2), Fraction(33, 4), 9])
    def test_quarters_of_a_tablet(self, quarters: Fraction) -> None:
        assert TabletCount.of(quarters, "tablets").value == quarters

    @pytest.mark.parametrize("part", [Fraction(1, 3), Decimal("8.3"), Decimal("0.125")])
    def test_no_smaller_part_of_a_tablet(self, part: object) -> None:
        with pytest.raises(AmountError, match=r"quarters|finer"):
            TabletCount.of(part, "tablets")

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if not hasattr(kind, "parts")])
    def test_no_other_kind_takes_a_plain_int(self, kind: type[Amount]) -> None:
        with pytest.raises(AmountError, match=r"a number needs its unit"):
            kind.of(7)
