"""What holds of every equation: dimensions, faces, words, citations, one line of algebra."""

import ast
import inspect
import pkgutil
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from ldn_compound import equations as package
from ldn_compound.catalog import reference
from ldn_compound.equations import algebra
from ldn_compound.equations.equation import EQUATIONS, Equation
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import KINDS
from ldn_compound.quantity.origins import Derived, Given
from ldn_compound.quantity.registry import own_registry

PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23)


def _every() -> Iterator[Equation[Any, Any]]:
    """Each equation that a module of the package defines itself."""
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        for thing in vars(module).values():
            if isinstance(thing, Equation) and thing.__module__ == module.__name__:
                yield thing


EVERY = sorted(_every(), key=lambda one: (one.__module__, one.name))
every_equation = pytest.mark.parametrize("equation", EVERY, ids=lambda one: one.name)
AnyEquation = Equation[Any, Any]


def _values(equation: AnyEquation, *, start: int = 0) -> dict[str, Any]:
    """A number for each input, primes of a hundred: none alike, and no sum of them is 1."""
    primes = iter(PRIMES[start:])
    return {
        name: (
            (Fraction(next(primes), 97), Fraction(next(primes), 97))
            if name in equation.several
            else Fraction(next(primes), 97)
        )
        for name in equation.kinds
    }


def _each(values: dict[str, Any], made: Any) -> dict[str, Any]:
    return {
        name: tuple(made(name, one) for one in value)
        if isinstance(value, tuple)
        else made(name, value)
        for name, value in values.items()
    }


def _amounts(equation: AnyEquation, values: dict[str, Any]) -> dict[str, Any]:
    given = Given("the test", "a prime")
    return _each(values, lambda name, value: equation.kinds[name].in_base(value, given))


def test_there_are_some() -> None:
    assert len(EVERY) > 50


def test_no_two_have_one_name() -> None:
    twice = [name for name, count in Counter(one.name for one in EVERY).items() if count > 1]
    assert twice == []
    assert {name: EQUATIONS[name] for name in EQUATIONS if EQUATIONS[name] in EVERY} == {
        one.name: one for one in EVERY
    }


@every_equation
def test_pint_agrees_on_dimension_and_value(equation: AnyEquation) -> None:
    registry, values = own_registry(), _values(equation)
    quantities = _each(
        values, lambda name, value: registry.Quantity(value, equation.kinds[name].pint_unit)
    )
    result = equation.on(**quantities)
    expected = registry.Quantity(1, equation.gives.pint_unit)
    assert result.dimensionality == expected.dimensionality
    exact = equation(**_amounts(equation, values)).base
    magnitude = result.to(expected.units).magnitude
    if isinstance(magnitude, Fraction):
        assert magnitude == exact
    else:  # pint takes roots as floats
        assert "root" in equation.line
        assert magnitude == pytest.approx(float(exact), rel=1e-12)


@every_equation
def test_arrays_agree_with_fractions(equation: AnyEquation) -> None:
    rows = [_values(equation, start=start) for start in range(3)]
    columns: dict[str, Any] = {
        name: tuple(
            np.array([float(row[name][place]) for row in rows]) for place in range(len(value))
        )
        if isinstance(value, tuple)
        else np.array([float(row[name]) for row in rows])
        for name, value in rows[0].items()
    }
    exact = [
        float(
            equation(**_amounts(equation, _each(row, lambda _, value: Fraction(float(value))))).base
        )
        for row in rows
    ]
    results = equation.on(**columns)
    assert results.shape == (3,)
    np.testing.assert_allclose(results, exact, rtol=1e-12, atol=0)


@every_equation
def test_the_line_names_every_input(equation: AnyEquation) -> None:
    assert equation.line
    for name in equation.kinds:
        assert re.search(rf"\b{name.replace('_', ' ')}\b", equation.line), name


@every_equation
def test_it_takes_and_gives_kinds(equation: AnyEquation) -> None:
    assert equation.gives in KINDS
    assert set(equation.kinds.values()) <= set(KINDS)
    parameters = inspect.signature(equation.body).parameters.values()
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    assert not any(parameter.default is not parameter.empty for parameter in parameters)


@every_equation
def test_it_remembers_its_inputs(equation: AnyEquation) -> None:
    amounts = _amounts(equation, _values(equation))
    result = equation(**amounts)
    assert type(result) is equation.gives
    assert isinstance(result.origin, Derived)
    assert result.origin.equation is equation
    flat: list[Amount] = []
    for amount in amounts.values():
        flat += amount if isinstance(amount, tuple) else (amount,)
    assert [amount for _, amount in result.origin.inputs] == flat


@every_equation
def test_it_says_what_it_gives_in_one_sentence(equation: AnyEquation) -> None:
    said = equation.__doc__
    assert said is not None
    assert said == said.strip()
    assert "\n" not in said
    assert said.endswith(".")
    assert said[0] == said[0].upper()
    assert not re.search(r"[.!?]\s+[A-Z]", said), "two sentences"
    assert said == f"{equation.meaning}."


@every_equation
def test_it_cites_references_of_the_catalogue(equation: AnyEquation) -> None:
    assert [reference(key).key for key in equation.cites] == list(equation.cites)


ALLOWED_CALLS = {name for name in vars(algebra) if not name.startswith("_")}


def _returned(equation: AnyEquation) -> ast.expr:
    tree = ast.parse(textwrap.dedent(inspect.getsource(equation.body)))
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    docstring, *rest = function.body
    assert isinstance(docstring, ast.Expr)
    assert len(rest) == 1, "the body is one return"
    assert isinstance(rest[0], ast.Return)
    assert rest[0].value is not None
    return rest[0].value


@every_equation
def test_its_body_is_one_return_of_plain_algebra(equation: AnyEquation) -> None:
    for node in ast.walk(_returned(equation)):
        assert not isinstance(
            node, ast.IfExp | ast.Compare | ast.BoolOp | ast.Lambda | ast.Attribute | ast.FloorDiv
        )
        if isinstance(node, ast.Constant):
            assert node.value in (0, 1, 2, 100)
            assert type(node.value) is int
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name)
            assert node.func.id in ALLOWED_CALLS or node.func.id.startswith("_")
