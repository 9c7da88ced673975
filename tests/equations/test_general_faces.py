"""The general arithmetic on pint quantities, on arrays and in words: one line, the same answer."""

from fractions import Fraction
from itertools import count
from typing import Any

import numpy
import pytest

from ldn_compound.catalog import reference
from ldn_compound.equations import alligation, dilution, liquids, strength
from ldn_compound.equations.equation import Equation
from ldn_compound.quantity.kinds import KINDS
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.registry import own_registry, to_pint

EQUATIONS = [
    pytest.param(one, id=one.name)
    for module in (alligation, dilution, liquids, strength)
    for one in vars(module).values()
    if isinstance(one, Equation) and one.__module__ == module.__name__
]
SEVERAL = 3


def inputs(equation: Equation[Any, Any]) -> dict[str, Any]:
    """Amounts of 1/7, 2/7, 3/7 and so on, of the kinds asked for."""
    number = (Fraction(n, 7) for n in count(1))

    def one(name: str) -> Any:
        return equation.kinds[name].in_base(next(number), Given("the test", "sevenths"))

    return {
        name: tuple(one(name) for _ in range(SEVERAL)) if name in equation.several else one(name)
        for name in equation.kinds
    }


def each(given: dict[str, Any], face: Any) -> dict[str, Any]:
    return {
        name: tuple(map(face, amount)) if isinstance(amount, tuple) else face(amount)
        for name, amount in given.items()
    }


@pytest.mark.parametrize("equation", EQUATIONS)
def test_dimensions_are_those_of_the_result(equation: Equation[Any, Any]) -> None:
    given = inputs(equation)
    result = equation.on(**each(given, to_pint))
    unit = own_registry().Quantity(1, equation.gives.pint_unit)
    assert result.dimensionality == unit.dimensionality
    assert result.to(unit.units).magnitude == equation(**given).base


@pytest.mark.parametrize("equation", EQUATIONS)
def test_arrays_give_what_fractions_give(equation: Equation[Any, Any]) -> None:
    given = inputs(equation)
    rows = equation.on(**each(given, lambda amount: numpy.array([float(amount.base)] * 2)))
    assert rows == pytest.approx([float(equation(**given).base)] * 2, rel=1e-12)


@pytest.mark.parametrize("equation", EQUATIONS)
def test_it_says_what_it_gives_in_the_words_of_its_inputs(equation: Equation[Any, Any]) -> None:
    said = equation.line
    for name in equation.kinds:
        assert name.replace("_", " ") in said
    assert equation.gives in KINDS
    assert equation.__doc__ is not None
    assert equation.__doc__.endswith(".")
    assert "\n" not in equation.__doc__


@pytest.mark.parametrize("equation", EQUATIONS)
def test_it_cites_what_exists(equation: Equation[Any, Any]) -> None:
    assert equation.cites
    assert [reference(key).key for key in equation.cites] == list(equation.cites)
