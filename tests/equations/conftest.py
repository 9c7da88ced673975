"""How an equation is worked by hand: its inputs as text, its result as a number in its unit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest

from ldn_compound.equations.equation import Equation
from ldn_compound.quantity.amount import Amount

ByHand = tuple[Equation[Any, Any], dict[str, Any], str]


@pytest.fixture
def work() -> Callable[[Equation[Any, Any], dict[str, Any]], Amount]:
    """The equation on amounts of the kinds it takes, read from text."""

    def worked(equation: Equation[Any, Any], inputs: dict[str, Any]) -> Amount:
        read = {
            name: (
                tuple(equation.kinds[name].of(one) for one in text)
                if name in equation.several
                else equation.kinds[name].of(text)
            )
            for name, text in inputs.items()
        }
        result: Amount = equation(**read)
        return result

    return worked


@pytest.fixture
def agree(work: Any) -> Callable[[Equation[Any, Any], dict[str, Any], str], None]:
    """The equation gives what was worked by hand, in the kind it says."""

    def checked(equation: Equation[Any, Any], inputs: dict[str, Any], by_hand: str) -> None:
        result = work(equation, inputs)
        assert type(result) is equation.gives
        assert result.value == Fraction(by_hand)

    return checked


@pytest.fixture
def unworked() -> Callable[[ModuleType, list[ByHand]], set[str]]:
    """Equations of a module that nobody worked by hand."""

    def missing(module: ModuleType, worked: list[ByHand]) -> set[str]:
        every = {
            thing.name
            for thing in vars(module).values()
            if isinstance(thing, Equation) and thing.__module__ == module.__name__
        }
        assert every, module
        return every - {equation.name for equation, *_ in worked}

    return missing
