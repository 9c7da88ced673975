"""What an oral syringe gives, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import dosing

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 2.1 × 0.7
    (dosing.delivered_dose, {"volume": "2.1 mL", "concentration": "0.7 mg/mL"}, "1.47"),
    # (1.54 − 1.5) ÷ 1.5 = 0.04 ÷ 1.5 = 8/300
    (dosing.dose_deviation, {"delivered": "1.54 mg", "dose": "1.5 mg"}, "8/3"),
    # (1.47 − 1.5) ÷ 1.5 = −0.03 ÷ 1.5
    (dosing.dose_deviation, {"delivered": "1.47 mg", "dose": "1.5 mg"}, "-2"),
    # 0.6 ÷ 3
    (dosing.part_of_capacity, {"volume": "0.6 mL", "capacity": "3 mL"}, "20"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(dosing, BY_HAND) == set()
