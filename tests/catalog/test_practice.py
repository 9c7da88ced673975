"""The numbers behind a policy's defaults, each against its source or marked as ours."""

from fractions import Fraction

import pytest

from ldn_compound.catalog import fact, names, sizes, substance
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import PerUnit, Ratio
from ldn_compound.quantity.origins import Cited


@pytest.mark.parametrize(
    ("name", "low", "high", "confirmed"),
    [
        ("strength", "0.5 mg", "4.5 mg", True),  # LDN Research Trust: start 0.5, low up to 4.5 mg
        ("outer_strength", "0.1 mg", "10 mg", False),  # its bands very low and "to 10", used by us
    ],
)
def test_strengths(name: str, low: str, high: str, *, confirmed: bool) -> None:
    limits = fact(name).limits(PerUnit)
    assert (limits.low, limits.high) == (PerUnit.of(low), PerUnit.of(high))
    assert fact(name).confirmed is confirmed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content", "90.0 % to 110.0 %"),  # USP tablets and cream monographs
        ("capsule_weight", "90 % to 110 %"),  # USP <795> of 2014
        ("yield", "95 % to 105 %"),  # NAPRA
    ],
)
def test_spans(name: str, text: str) -> None:
    assert str(fact(name).limits(Ratio).span) == text
    assert fact(name).confirmed


@pytest.mark.parametrize(
    ("name", "ratio", "confirmed"),
    [
        ("largest_weighing_error", "5 %", True),  # USP <1176>
        ("accurate_weighing_error", "0.1 %", True),  # USP <41>
        ("least_repeatability", "41 %", True),  # USP <41>: 0.41 d
        ("intended_content", "100 %", True),  # General Notices
        ("weight_variation_share", "25 %", True),  # USP <905>
        ("nrf_overage", "10 %", True),  # DAC/NRF, under 20 mg a capsule
        ("nrf_overage_otherwise", "5 %", True),
        ("nrf_correct_above", "2 %", True),
        ("capsule_weight_spread", "5 %", True),
        ("capsule_loss", "3 %", True),
        ("least_cylinder_share", "20 %", True),  # a teaching rule
        ("grinding_reserve", "2 %", False),  # ours, as are the rest
        ("whole_tablet_tolerance", "2 %", False),
        ("rounding_tolerance", "1 %", False),
        ("largest_powder_share", "80 %", False),
        ("first_diluent", "75 %", False),
    ],
)
def test_ratios(name: str, ratio: str, *, confirmed: bool) -> None:
    assert fact(name).amount(Ratio) == Ratio.of(ratio)
    assert fact(name).confirmed is confirmed


@pytest.mark.parametrize(
    ("name", "count", "confirmed"),
    [
        ("tablets_weighed", 20, True),  # USP tablets monograph, assay
        ("few_tablets", 10, True),  # DAC/NRF: a two-digit number of tablets
        ("measured_fill_shells", 5, True),  # Erickson: pack 5 to 10 capsules
        ("capsules_weighed", 10, True),  # DAC/NRF: 10 or 20 capsules
        ("repeatability_factor", 2000, True),  # USP <41>
        ("largest_fold", 10, False),  # ours
    ],
)
def test_counts(name: str, count: int, *, confirmed: bool) -> None:
    assert fact(name).number == count
    assert fact(name).confirmed is confirmed


def test_the_two_ways_to_write_the_rule_of_balances_agree() -> None:
    # 2 s / m = 0.10 %, so m = 2 s / 0.001 = 2000 s; with s = 0.41 d, m = 820 d
    error = fact("accurate_weighing_error").amount(Ratio).base
    factor = fact("repeatability_factor").number
    assert 2 / error == factor
    assert fact("least_repeatability").amount(Ratio).base * factor == Fraction(820)


def test_masses_of_a_unit() -> None:
    assert fact("nrf_overage_below").amount(PerUnit) == PerUnit.of("20 mg")
    assert fact("weight_variation_content").amount(PerUnit) == PerUnit.of("25 mg")


def test_the_default_shells_are_sizes_of_the_default_table() -> None:
    assert fact("usual_shells").texts == ("3", "1", "0")
    assert set(fact("usual_shells").texts) <= set(sizes())


def test_a_strength_counts_the_hydrochloride() -> None:
    assert substance(fact("strength_as").text).name == "naltrexone hydrochloride"


def test_an_amount_says_where_it_comes_from() -> None:
    assert fact("grinding_reserve").amount(Ratio).origin == Cited(
        "grinding reserve", ("this-library",), False
    )
    assert fact("content").limits(Ratio).low.origin == Cited(
        "content", ("usp-naltrexone-tablets", "usp-naltrexone-cream", "cote-2018"), True
    )


def test_a_misspelt_fact_names_the_nearest() -> None:
    with pytest.raises(CatalogError, match="write 'grinding_reserve'"):
        fact("grinding_reserv")


@pytest.mark.parametrize("name", names("fact"))
def test_every_fact_says_what_it_is(name: str) -> None:
    assert fact(name).says
