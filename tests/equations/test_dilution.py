"""Dilutions, triturations and aliquots, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import dilution

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 100 × 10 ÷ 50
    (
        dilution.stock_for,
        {"volume": "100 mL", "concentration": "10 mg/mL", "stock_concentration": "50 mg/mL"},
        "20",
    ),
    # 20 × 50 ÷ 10
    (
        dilution.volume_made,
        {"stock": "20 mL", "stock_concentration": "50 mg/mL", "concentration": "10 mg/mL"},
        "100",
    ),
    # 50 × 20 ÷ 100
    (
        dilution.concentration_made,
        {"stock": "20 mL", "stock_concentration": "50 mg/mL", "volume": "100 mL"},
        "10",
    ),
    # 10 × 100 ÷ 20
    (
        dilution.concentration_of_stock,
        {"stock": "20 mL", "volume": "100 mL", "concentration": "10 mg/mL"},
        "50",
    ),
    # 100 g × 2 ÷ 10 = 20 g
    (
        dilution.stock_for_mass,
        {"mass": "100 g", "strength": "2 %", "stock_strength": "10 %"},
        "20000",
    ),
    # 20 g × 10 ÷ 2 = 100 g
    (dilution.mass_made, {"stock": "20 g", "stock_strength": "10 %", "strength": "2 %"}, "100000"),
    # 10 × 20 ÷ 100
    (dilution.strength_made, {"stock": "20 g", "stock_strength": "10 %", "mass": "100 g"}, "2"),
    # 100 × 35 ÷ 70
    (
        dilution.stock_for_volume,
        {"volume": "100 mL", "strength": "35 %", "stock_strength": "70 %"},
        "50",
    ),
    # 100 ÷ 20 = 5 times
    (dilution.fold_by_volume, {"aliquot": "20 mL", "volume": "100 mL"}, "500"),
    # 5100 ÷ 510 = 10 times
    (dilution.fold_by_mass, {"powder": "510 mg", "mixture": "5100 mg"}, "1000"),
    # 50 ÷ (5 × 10)
    (dilution.after_dilutions, {"concentration": "50 mg/mL", "folds": ("500 %", "1000 %")}, "1"),
    # 510 × (10 − 1)
    (dilution.diluent_for_fold, {"powder": "510 mg", "fold": "1000 %"}, "4590"),
    # 120 ÷ 6 = 20 times
    (dilution.multiple_to_weigh, {"minimum": "120 mg", "needed": "6 mg"}, "2000"),
    # 6 × 20
    (dilution.multiple_of, {"needed": "6 mg", "multiple": "2000 %"}, "120"),
    # 2400 × 6 ÷ 120
    (
        dilution.aliquot_of_mixture,
        {"mixture": "2400 mg", "needed": "6 mg", "weighed": "120 mg"},
        "120",
    ),
    # 20 × 6 ÷ 120
    (
        dilution.aliquot_of_solution,
        {"solution": "20 mL", "needed": "6 mg", "weighed": "120 mg"},
        "1",
    ),
    # 120 × 120 ÷ 6
    (
        dilution.mixture_for_aliquot,
        {"aliquot": "120 mg", "needed": "6 mg", "weighed": "120 mg"},
        "2400",
    ),
    # 1 × 120 ÷ 6
    (
        dilution.solution_for_aliquot,
        {"aliquot": "1 mL", "needed": "6 mg", "weighed": "120 mg"},
        "20",
    ),
    # 120 × 120 ÷ 2400
    (
        dilution.drug_in_aliquot_mass,
        {"weighed": "120 mg", "aliquot": "120 mg", "mixture": "2400 mg"},
        "6",
    ),
    # 120 × 1 ÷ 20
    (
        dilution.drug_in_aliquot_volume,
        {"weighed": "120 mg", "aliquot": "1 mL", "solution": "20 mL"},
        "6",
    ),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(dilution, BY_HAND) == set()
