"""How much active the order asks for, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import demand

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 90 + 3
    (demand.units_made, {"quantity": "90 capsules", "spare": "3 capsules"}, "93"),
    # 90 + 0
    (demand.units_made, {"quantity": "90 capsules", "spare": "0 capsules"}, "90"),
    # 4.5 × 90
    (demand.active_in_units, {"strength": "4.5 mg", "units": "90 capsules"}, "405"),
    # 405 × (1 + 0.1)
    (demand.with_overage, {"active": "405 mg", "overage": "10 %"}, "445.5"),
    # 405 × (1 + 0)
    (demand.with_overage, {"active": "405 mg", "overage": "0 %"}, "405"),
    # 682.82 is twice 341.41, so the result is twice 377.86
    (
        demand.equivalent_mass,
        {"mass": "682.82 mg", "molar_mass": "341.41 g/mol", "molar_mass_wanted": "377.86 g/mol"},
        "755.72",
    ),
    # 4.5 × 377.86 ÷ 341.41 = 1700.37 ÷ 341.41, about 4.98
    (
        demand.equivalent_strength,
        {"strength": "4.5 mg", "molar_mass": "341.41 g/mol", "molar_mass_wanted": "377.86 g/mol"},
        "170037/34141",
    ),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(demand, BY_HAND) == set()
