"""What is in a volume and what takes up room in it, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import liquids

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 5 × 0.9
    (liquids.active_in_volume, {"volume": "5 mL", "concentration": "0.9 mg/mL"}, "4.5"),
    # 90 ÷ 100
    (liquids.concentration_of, {"active": "90 mg", "volume": "100 mL"}, "0.9"),
    # 4.5 ÷ 0.9
    (liquids.volume_for, {"active": "4.5 mg", "concentration": "0.9 mg/mL"}, "5"),
    # 10 g × 0.7
    (liquids.displaced, {"powder": "10 g", "displacement": "0.7 mL/g"}, "7"),
    # 7 ÷ 10 g
    (liquids.displacement_of, {"displaced": "7 mL", "powder": "10 g"}, "0.7"),
    # 100 − 93
    (liquids.powder_volume, {"made": "100 mL", "vehicle": "93 mL"}, "7"),
    # 93 + 7
    (liquids.volume_with_powder, {"vehicle": "93 mL", "displaced": "7 mL"}, "100"),
    # 100 − (7 + 3)
    (liquids.vehicle_to_volume, {"volume": "100 mL", "others": ("7 mL", "3 mL")}, "90"),
    # 100 g − (10 g + 5 g) = 85 g
    (liquids.base_to_mass, {"mass": "100 g", "others": ("10 g", "5 g")}, "85000"),
    # 10 × 1.26 g/mL = 12.6 g
    (liquids.mass_of_liquid, {"volume": "10 mL", "density": "1.26 g/mL"}, "12600"),
    # 12.6 g ÷ 1.26 g/mL
    (liquids.volume_of_mass, {"mass": "12.6 g", "density": "1.26 g/mL"}, "10"),
    # 12.6 g ÷ 10
    (liquids.density_of, {"mass": "12.6 g", "volume": "10 mL"}, "1.26"),
    # 1.26 ÷ 1
    (liquids.specific_gravity, {"density": "1.26 g/mL", "water": "1 g/mL"}, "126"),
    # 1.26 × 1
    (liquids.density_by_gravity, {"specific_gravity": "126 %", "water": "1 g/mL"}, "1.26"),
    # 0.5 g × 4
    (liquids.solvent_for, {"mass": "500 mg", "solubility": "4 mL/g"}, "2"),
    # 5 g × 60 ÷ 100 = 3 g
    (liquids.mass_of_ingredient, {"part": "5 g", "volume": "60 mL", "of": "100 mL"}, "3000"),
    # 10 × 60 ÷ 100
    (liquids.volume_of_ingredient, {"part": "10 mL", "volume": "60 mL", "of": "100 mL"}, "6"),
    # the order is 90 % of what 9 whole tablets make: 90 ÷ 0.9
    (liquids.volume_grown, {"volume": "90 mL", "part_filled": "90 %"}, "100"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(liquids, BY_HAND) == set()
