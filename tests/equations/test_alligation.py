"""Stocks of several strengths mixed to one, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import alligation

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


@pytest.mark.parametrize(("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: str(one)[:40])
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(alligation, BY_HAND) == set()
