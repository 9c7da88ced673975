"""How much active is in what is weighed, worked by hand."""

from typing import Any

import pytest

from ldn_compound.equations import potency

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 0.995 × (1 − 0.085 − 0.005) = 0.995 × 0.91
    (potency.potency_as_is, {"assay": "99.5 %", "water": "8.5 %", "solvents": "0.5 %"}, "90.545"),
    # 0.995 × (1 − 0.085) = 0.995 × 0.915
    (potency.potency_as_is, {"assay": "99.5 %", "water": "8.5 %", "solvents": "0 %"}, "91.0425"),
    # 0.98 × (1 − 0.05)
    (potency.potency_undried, {"assay": "98 %", "loss_on_drying": "5 %"}, "93.1"),
    # 0.8 × 300 ÷ 400
    (
        potency.potency_as_form,
        {"potency": "80 %", "molar_mass": "400 g/mol", "molar_mass_wanted": "300 g/mol"},
        "60",
    ),
    # 101.2 is more than 100
    (potency.potency_capped, {"potency": "101.2 %", "nominal": "100 %"}, "100"),
    # 98.5 is less than 100
    (potency.potency_capped, {"potency": "98.5 %", "nominal": "100 %"}, "98.5"),
    # (50 − 49) ÷ 50 = 0.02
    (potency.shortfall, {"potency": "49 %", "nominal": "50 %"}, "2"),
    # (50 − 51) ÷ 50 = −0.02: there is more
    (potency.shortfall, {"potency": "51 %", "nominal": "50 %"}, "-2"),
    # 50 ÷ 177.3 = 500 ÷ 1773, in percent 50000 ÷ 1773
    (potency.potency_of_tablets, {"strength": "50 mg", "weight": "177.3 mg"}, "50000/1773"),
    # 50 × 0.984
    (potency.strength_by_assay, {"strength": "50 mg", "assay": "98.4 %"}, "49.2"),
    # 0.9 × 510 ÷ (510 + 4590) = 0.9 ÷ 10
    (potency.potency_diluted, {"potency": "90 %", "powder": "510 mg", "diluent": "4590 mg"}, "9"),
    # 1436 × 0.28
    (potency.active_in, {"mass": "1436 mg", "potency": "28 %"}, "402.08"),
    # 1 ÷ 0.8
    (potency.correction_factor, {"potency": "80 %"}, "125"),
    # 1.02 is more than 1
    (potency.concentration_capped, {"concentration": "1.02 mg/mL", "nominal": "1 mg/mL"}, "1"),
    # 0.98 is less than 1
    (potency.concentration_capped, {"concentration": "0.98 mg/mL", "nominal": "1 mg/mL"}, "0.98"),
    # (1 − 0.98) ÷ 1
    (potency.shortfall_of_liquid, {"concentration": "0.98 mg/mL", "nominal": "1 mg/mL"}, "2"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(potency, BY_HAND) == set()
