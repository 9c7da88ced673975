"""Steps of a titration, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import regimen

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 1.5 + 1.5 is not above 4.5
    (regimen.stepped_up, {"dose": "1.5 mg", "step": "1.5 mg", "target": "4.5 mg"}, "3"),
    # 3 + 1.5 = 4.5 is above 4
    (regimen.stepped_up, {"dose": "3 mg", "step": "1.5 mg", "target": "4 mg"}, "4"),
    # 4.5 − 1.5 is not below 1.5
    (regimen.stepped_down, {"dose": "4.5 mg", "step": "1.5 mg", "target": "1.5 mg"}, "3"),
    # 4.5 − 1.5 = 3 is below 3.5
    (regimen.stepped_down, {"dose": "4.5 mg", "step": "1.5 mg", "target": "3.5 mg"}, "3.5"),
]


@pytest.mark.parametrize(("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: str(one)[:40])
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(regimen, BY_HAND) == set()
