"""How much to take, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import taking

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 405 ÷ 0.27
    (taking.mass_for, {"active": "405 mg", "potency": "27 %"}, "1500"),
    # 3546 ÷ 20
    (taking.average_weight, {"together": "3546 mg", "tablets": "20 tablets"}, "177.3"),
    # 1 g = 1000 mg, ÷ 3
    (taking.average_weight, {"together": "1 g", "tablets": "3 tablets"}, "1000/3"),
    # 1500 × (1 + 0.02)
    (taking.with_reserve, {"powder": "1500 mg", "reserve": "2 %"}, "1530"),
    # 1530 ÷ 170
    (taking.tablets_to_grind, {"powder": "1530 mg", "weight": "170 mg"}, "9"),
    # 405 ÷ 50, not yet whole
    (taking.tablets_for, {"active": "405 mg", "strength": "50 mg"}, "8.1"),
    # 9 × 177.3
    (taking.ground, {"tablets": "9 tablets", "weight": "177.3 mg"}, "1595.7"),
    # 8.25 × 50
    (taking.active_in_tablets, {"tablets": "8.25 tablets", "strength": "50 mg"}, "412.5"),
    # 405 ÷ 4.5
    (taking.units_for, {"active": "405 mg", "strength": "4.5 mg"}, "90"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(taking, BY_HAND) == set()
