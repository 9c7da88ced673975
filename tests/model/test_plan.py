"""A plan's amounts by their names."""

import pytest

from ldn_compound import Plan
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount


def test_its_main_amounts(usual: Plan) -> None:
    # 4.5 × 90 = 405; 405 × 177.3 ÷ 50 = 1436.13, weighed as 1436
    assert usual.amount("strength") == PerUnit.of("4.5 mg")
    assert usual.amount("units") == UnitCount.of(90)
    assert usual.amount("active") == Mass.of("405 mg")
    assert usual.amount("wanted") == Mass.of("1436.13 mg")
    assert usual.amount("taken") == Mass.of("1436 mg")


def test_each_by_its_name(planned: Plan) -> None:
    for name, amount in planned.amounts.items():
        assert planned.amount(name) is amount
        assert " " not in name


def test_another_name_is_told_the_names(usual: Plan) -> None:
    with pytest.raises(CatalogError, match=r"'dose': the plan's amounts are .*taken"):
        usual.amount("dose")


def test_capsules_or_a_liquid(planned: Plan) -> None:
    assert (planned.filling is None) != (planned.bottled is None)
    assert planned.made in (planned.filling, planned.bottled)
