"""How much diluent fills the shells, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import filling

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 0.37 mL × 460 mg/mL
    (filling.full_of, {"shell": "0.37 mL", "density": "0.46 g/mL"}, "170.2"),
    # 1702 ÷ 10
    (filling.mean_fill, {"together": "1702 mg", "shells": "10 capsules"}, "170.2"),
    # 1436 ÷ 90
    (filling.per_unit, {"mass": "1436 mg", "units": "90 capsules"}, "718/45"),
    # 15 ÷ 150
    (filling.part_filled, {"powder": "15 mg", "full": "150 mg"}, "10"),
    # 170.2 × (1 − 0.1)
    (filling.diluent_in_unit, {"full_of_diluent": "170.2 mg", "part_filled": "10 %"}, "153.18"),
    # 170.2 × (1 − 1): a full shell takes none
    (filling.diluent_in_unit, {"full_of_diluent": "170.2 mg", "part_filled": "100 %"}, "0"),
    # 153.18 × 90
    (filling.for_units, {"per_unit": "153.18 mg", "units": "90 capsules"}, "13786.2"),
    # 15318 × 60 ÷ 120
    (
        filling.share_of_run,
        {"blend": "15318 mg", "run": "60 capsules", "units": "120 capsules"},
        "7659",
    ),
    # 1500 × 170 ÷ 200
    (
        filling.equal_volume,
        {"powder": "1500 mg", "full_of_powder": "200 mg", "full_of_diluent": "170 mg"},
        "1275",
    ),
    # 100 ÷ 0.8 = 125 mg, ÷ 500 mg/mL
    (
        filling.smallest_shell,
        {"powder": "100 mg", "largest_part": "80 %", "density": "0.5 g/mL"},
        "0.25",
    ),
    # 4.41 ÷ 4.5
    (filling.part_of_strength, {"content": "4.41 mg", "strength": "4.5 mg"}, "98"),
    # 13880 × 0.75
    (filling.part_of_amount, {"mass": "13880 mg", "part": "75 %"}, "10410"),
    # 0.5 ÷ 0.4
    (filling.hausner_ratio, {"tapped": "0.5 g/mL", "bulk": "0.4 g/mL"}, "125"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(filling, BY_HAND) == set()
