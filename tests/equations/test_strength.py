"""Percentages and ratio strengths, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import strength

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 2 g ÷ 40 g
    (strength.percent_by_mass, {"drug": "2 g", "preparation": "40 g"}, "5"),
    # 40 g × 0.05 = 2 g
    (strength.drug_in_mass, {"preparation": "40 g", "strength": "5 %"}, "2000"),
    # 2 g ÷ 0.05 = 40 g
    (strength.mass_holding, {"drug": "2 g", "strength": "5 %"}, "40000"),
    # 7 ÷ 10
    (strength.percent_by_volume, {"liquid": "7 mL", "preparation": "10 mL"}, "70"),
    # 10 × 0.7
    (strength.liquid_in_volume, {"preparation": "10 mL", "strength": "70 %"}, "7"),
    # 50 ÷ 1000
    (strength.percent_in_volume, {"concentration": "50 mg/mL", "one_in_one": "1 g/mL"}, "5"),
    # 0.05 × 1000
    (strength.concentration_by_percent, {"percent": "5 %", "one_in_one": "1 g/mL"}, "50"),
    # 1 ÷ 0.05 = 20
    (strength.one_in, {"strength": "5 %"}, "2000"),
    # 1 ÷ 20 = 0.05
    (strength.strength_of_one_in, {"parts": "2000 %"}, "5"),
    # 1000 ÷ 2 = 500
    (strength.one_in_volume, {"concentration": "2 mg/mL", "one_in_one": "1 g/mL"}, "50000"),
    # 1000 ÷ 500
    (strength.concentration_of_one_in, {"parts": "50000 %", "one_in_one": "1 g/mL"}, "2"),
    # 60 g ÷ (1 − (0.2 + 0.2)) = 100 g
    (strength.preparation_around, {"fixed": "60 g", "strengths": ("20 %", "20 %")}, "100000"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(strength, BY_HAND) == set()
