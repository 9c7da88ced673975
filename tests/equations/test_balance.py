"""The ledger's bookkeeping, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import balance

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 1436 of 1595.7 can be taken
    (balance.taken, {"wanted": "1436 mg", "held": "1595.7 mg"}, "1436"),
    # of 1400 no more than 1400
    (balance.taken, {"wanted": "1436 mg", "held": "1400 mg"}, "1400"),
    # 1436 − 1400
    (balance.short, {"wanted": "1436 mg", "taken": "1400 mg"}, "36"),
    # 1595.7 − 1436
    (balance.left, {"held": "1595.7 mg", "taken": "1436 mg"}, "159.7"),
    # 450 × 400 ÷ 1600
    (balance.carried, {"content": "450 mg", "taken": "400 mg", "held": "1600 mg"}, "112.5"),
    # nothing out of nothing carries nothing
    (balance.carried, {"content": "0 mg", "taken": "0 mg", "held": "0 mg"}, "0"),
    # 450 + 1145.7
    (balance.held_together, {"constituents": ("450 mg", "1145.7 mg")}, "1595.7"),
    # an empty vessel
    (balance.held_together, {"constituents": ()}, "0"),
    # 450 + 50
    (balance.poured, {"held": "450 mg", "added": "50 mg"}, "500"),
    # 9 of 10 can be counted out
    (balance.tablets_taken, {"wanted": "9 tablets", "held": "10 tablets"}, "9"),
    # of 8 no more than 8
    (balance.tablets_taken, {"wanted": "9 tablets", "held": "8 tablets"}, "8"),
    # 9 − 8
    (balance.tablets_short, {"wanted": "9 tablets", "taken": "8 tablets"}, "1"),
    # 9 × 177.3
    (balance.tablets_weigh, {"tablets": "9 tablets", "weight": "177.3 mg"}, "1595.7"),
    # 1500 × 0.28
    (balance.constituent_of, {"mass": "1500 mg", "part": "28 %"}, "420"),
    # 1595.7 − 450
    (balance.rest_of, {"mass": "1595.7 mg", "constituent": "450 mg"}, "1145.7"),
    # 405 ÷ 90
    (balance.held_by_unit, {"content": "405 mg", "units": "90 capsules"}, "4.5"),
    # 4.41 ÷ 4.5
    (balance.of_strength, {"content": "4.41 mg", "strength": "4.5 mg"}, "98"),
    # 9 × 50
    (balance.active_of_tablets, {"tablets": "9 tablets", "strength": "50 mg"}, "450"),
    # 0.98 × 1.05
    (balance.at_worst, {"part": "98 %", "worst": "105 %"}, "102.9"),
    # 1.092 − 1 = 0.092 is more than 1 − 0.912 = 0.088
    (balance.farther_off, {"high": "109.2 %", "low": "91.2 %"}, "9.2"),
    # 1 − 0.9 = 0.1 is more than 1.05 − 1
    (balance.farther_off, {"high": "105 %", "low": "90 %"}, "10"),
    # 5 of 20 mL can be measured
    (balance.volume_taken, {"wanted": "5 mL", "held": "20 mL"}, "5"),
    # of 4 mL no more than 4
    (balance.volume_taken, {"wanted": "5 mL", "held": "4 mL"}, "4"),
    # 5 − 4
    (balance.volume_short, {"wanted": "5 mL", "taken": "4 mL"}, "1"),
    # 20 − 5
    (balance.volume_left, {"held": "20 mL", "taken": "5 mL"}, "15"),
    # 100 × 5 ÷ 20
    (balance.carried_by_volume, {"content": "100 mg", "taken": "5 mL", "held": "20 mL"}, "25"),
    # 5 × 0.9
    (balance.dissolved_in, {"volume": "5 mL", "concentration": "0.9 mg/mL"}, "4.5"),
    # 0.5 ÷ 20
    (balance.volume_off, {"error": "0.5 mL", "measured": "20 mL"}, "2.5"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(balance, BY_HAND) == set()
