"""What a cylinder or syringe can measure, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import measuring

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 100 × 0.2
    (measuring.least_measurable, {"capacity": "100 mL", "least_share": "20 %"}, "20"),
    # 1 ÷ 2
    (measuring.half_mark, {"graduation": "1 mL"}, "0.5"),
    # 0.5 ÷ 20
    (measuring.volume_error, {"error": "0.5 mL", "measured": "20 mL"}, "2.5"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(measuring, BY_HAND) == set()
