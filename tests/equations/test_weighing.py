"""What a balance can weigh, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import weighing

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 6 ÷ 0.05
    (weighing.minimum_by_sensitivity, {"sensitivity": "6 mg", "accepted_error": "5 %"}, "120"),
    # 1 × 0.41 = 0.41 is more than 0.3
    (
        weighing.least_scatter,
        {"repeatability": "0.3 mg", "readability": "1 mg", "least_part": "41 %"},
        "0.41",
    ),
    # 0.5 is more than 1 × 0.41
    (
        weighing.least_scatter,
        {"repeatability": "0.5 mg", "readability": "1 mg", "least_part": "41 %"},
        "0.5",
    ),
    # 2 × 0.41 ÷ 0.001: 2000 standard deviations
    (
        weighing.minimum_by_repeatability,
        {"repeatability": "0.41 mg", "accepted_error": "0.10 %"},
        "820",
    ),
    # 120 × 0.05
    (weighing.weighing_error, {"minimum": "120 mg", "accepted_error": "5 %"}, "6"),
    # 10 ÷ 2
    (weighing.half_step, {"readability": "10 mg"}, "5"),
    # 6 ÷ 150
    (weighing.relative_error, {"error": "6 mg", "weighed": "150 mg"}, "4"),
    # 1.04 × 1.05
    (weighing.worst_high, {"errors": ("4 %", "5 %")}, "109.2"),
    # three times 1.05: 1.1025 × 1.05
    (weighing.worst_high, {"errors": ("5 %", "5 %", "5 %")}, "115.7625"),
    # 0.96 × 0.95
    (weighing.worst_low, {"errors": ("4 %", "5 %")}, "91.2"),
    # 0.96 × 0: 6 mg off of 1 mg weighed is 600 %, and less than nothing is not weighed out
    (weighing.worst_low, {"errors": ("4 %", "600 %")}, "0"),
    # two of them are no gain: not (1 − 6) × (1 − 6)
    (weighing.worst_low, {"errors": ("600 %", "600 %")}, "0"),
    # no weighing at all changes nothing
    (weighing.worst_low, {"errors": ()}, "100"),
    # 200 × 0.95
    (weighing.lowest_within, {"nominal": "200 mg", "tolerance": "5 %"}, "190"),
    # 200 × 1.05
    (weighing.highest_within, {"nominal": "200 mg", "tolerance": "5 %"}, "210"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(weighing, BY_HAND) == set()
