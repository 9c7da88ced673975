"""Stocks of several strengths mixed to one, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import alligation
from ldn_compound.equations.alligation import alternate
from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # (20 × 0.7 + 80 × 0.2) ÷ 100 = (14 + 16) ÷ 100
    (alligation.medial_by_mass, {"strengths": ("70 %", "20 %"), "masses": ("20 g", "80 g")}, "30"),
    # (10 × 10 + 80 × 1) ÷ 90 = 180 ÷ 90
    (
        alligation.medial_by_volume,
        {"concentrations": ("10 mg/mL", "1 mg/mL"), "volumes": ("10 mL", "80 mL")},
        "2",
    ),
    # (30 − 20) ÷ (70 − 20) = 10 ÷ 50
    (alligation.part_of_stronger, {"wanted": "30 %", "stronger": "70 %", "weaker": "20 %"}, "20"),
    # (70 − 30) ÷ (70 − 20) = 40 ÷ 50
    (alligation.part_of_weaker, {"wanted": "30 %", "stronger": "70 %", "weaker": "20 %"}, "80"),
    # 100 g × 10 ÷ 50 = 20 g
    (
        alligation.mass_of_stronger,
        {"mass": "100 g", "wanted": "30 %", "stronger": "70 %", "weaker": "20 %"},
        "20000",
    ),
    # 100 g × 40 ÷ 50 = 80 g
    (
        alligation.mass_of_weaker,
        {"mass": "100 g", "wanted": "30 %", "stronger": "70 %", "weaker": "20 %"},
        "80000",
    ),
    # 90 × (2 − 1) ÷ (10 − 1)
    (
        alligation.volume_of_stronger,
        {"volume": "90 mL", "wanted": "2 mg/mL", "stronger": "10 mg/mL", "weaker": "1 mg/mL"},
        "10",
    ),
    # 90 × (10 − 2) ÷ (10 − 1)
    (
        alligation.volume_of_weaker,
        {"volume": "90 mL", "wanted": "2 mg/mL", "stronger": "10 mg/mL", "weaker": "1 mg/mL"},
        "80",
    ),
    # 70 g × (3 − 2) ÷ (10 − 3) = 10 g
    (
        alligation.mass_to_add,
        {"mass": "70 g", "strength": "2 %", "wanted": "3 %", "added_strength": "10 %"},
        "10000",
    ),
    # 90 g of 4 % to 3 % with plain base: 90 × (3 − 4) ÷ (0 − 3) = 30 g
    (
        alligation.mass_to_add,
        {"mass": "90 g", "strength": "4 %", "wanted": "3 %", "added_strength": "0 %"},
        "30000",
    ),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(alligation, BY_HAND) == set()


class TestBothStocks:
    """Alligation alternate: how much of each of two stocks."""

    @pytest.mark.parametrize(
        ("wanted", "stronger", "weaker"),
        [
            ("30 %", "20 g", "80 g"),  # 100 × 10 ÷ 50 and 100 × 40 ÷ 50
            ("70 %", "100 g", "0 g"),  # as strong as the stronger: nothing but that
            ("20 %", "0 g", "100 g"),  # as weak as the weaker
        ],
    )
    def test_by_mass(self, wanted: str, stronger: str, weaker: str) -> None:
        stocks = alternate(
            Mass.of("100 g"),
            wanted=Ratio.of(wanted),
            stronger=Ratio.of("70 %"),
            weaker=Ratio.of("20 %"),
        )
        assert stocks == (Mass.of(stronger), Mass.of(weaker))

    @pytest.mark.parametrize(
        ("wanted", "stronger", "weaker"),
        [
            ("2 mg/mL", "10 mL", "80 mL"),  # 90 × 1 ÷ 9 and 90 × 8 ÷ 9
            ("10 mg/mL", "90 mL", "0 mL"),
            ("1 mg/mL", "0 mL", "90 mL"),
        ],
    )
    def test_by_volume(self, wanted: str, stronger: str, weaker: str) -> None:
        stocks = alternate(
            Volume.of("90 mL"),
            wanted=Concentration.of(wanted),
            stronger=Concentration.of("10 mg/mL"),
            weaker=Concentration.of("1 mg/mL"),
        )
        assert stocks.stronger == Volume.of(stronger)
        assert stocks.weaker == Volume.of(weaker)

    @pytest.mark.parametrize("wanted", ["19.9 %", "70.1 %"])
    def test_outside_the_two(self, wanted: str) -> None:
        with pytest.raises(AmountError) as refused:
            alternate(
                Mass.of("100 g"),
                wanted=Ratio.of(wanted),
                stronger=Ratio.of("70 %"),
                weaker=Ratio.of("20 %"),
            )
        assert str(refused.value) == (
            f"wanted: {wanted} is outside 20 % to 70 %, and no mixture of the two has it; "
            "take a stock beyond it"
        )

    @pytest.mark.parametrize("wanted", ["0.9 mg/mL", "11 mg/mL"])
    def test_a_concentration_outside_the_two(self, wanted: str) -> None:
        with pytest.raises(AmountError, match="take a stock beyond it"):
            alternate(
                Volume.of("90 mL"),
                wanted=Concentration.of(wanted),
                stronger=Concentration.of("10 mg/mL"),
                weaker=Concentration.of("1 mg/mL"),
            )

    @pytest.mark.parametrize("stronger", ["20 %", "10 %"])
    def test_a_stronger_that_is_not(self, stronger: str) -> None:
        with pytest.raises(AmountError) as refused:
            alternate(
                Mass.of("100 g"),
                wanted=Ratio.of("20 %"),
                stronger=Ratio.of(stronger),
                weaker=Ratio.of("20 %"),
            )
        assert str(refused.value) == (
            f"stronger: {stronger} is not above the weaker, 20 %; write the larger strength as "
            "stronger"
        )

    def test_a_volume_of_percents(self) -> None:
        thirty = Ratio.of("30 %")
        with pytest.raises(KindError) as refused:
            alternate(Volume.of("90 mL"), wanted=thirty, stronger=thirty, weaker=thirty)  # type: ignore[call-overload]
        assert str(refused.value) == (
            "alternate: Volume('90 mL') of Ratio('30 %') from Ratio('30 %') and Ratio('30 %'): "
            "write a mass and three strengths in percent, or a volume and three concentrations"
        )


@pytest.mark.parametrize(
    ("strengths", "masses", "said"),
    [(2, 1, "2 for 1 stocks"), (1, 2, "1 for 2 stocks"), (0, 0, "0 for 0 stocks")],
)
def test_a_strength_for_each_stock_and_one_stock_at_least(
    strengths: int, masses: int, said: str
) -> None:
    with pytest.raises(AmountError) as refused:
        alligation.medial_by_mass(
            strengths=(Ratio.of("20 %"),) * strengths, masses=(Mass.of("1 g"),) * masses
        )
    assert str(refused.value) == (
        f"strengths: {said}; write one for each stock, and one stock at least"
    )
