"""Every equation has one body: on exact fractions and on float arrays it gives the same."""

import importlib
import pkgutil
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import event, given, settings, strategies as st

import ldn_compound.equations
from ldn_compound.equations.equation import EQUATIONS, Equation
from ldn_compound.errors import AmountError
from ldn_compound.quantity.origins import Given

for module in pkgutil.iter_modules(ldn_compound.equations.__path__):
    importlib.import_module(f"{ldn_compound.equations.__name__}.{module.name}")

OURS = sorted(
    (one for one in EQUATIONS.values() if one.__module__.startswith("ldn_compound.equations.")),
    key=lambda one: one.name,
)
ROWS = 4
NEAR = 1e-9
NOTHING = 1e-12
# There are many equations, each of one line: a few rows of each say enough.
FEW = settings(max_examples=settings().max_examples // 20)
STATED = Given("a test", "")

# Four figures at most: what two of them leave when subtracted is far above a float's own error.
values = st.one_of(
    st.integers(1, 9999).map(lambda steps: Fraction(steps, 10_000)),
    st.integers(1, 9999).map(Fraction),
)
columns = st.lists(values, min_size=ROWS, max_size=ROWS)


@st.composite
def inputs(draw: st.DrawFn, equation: Equation[Any, Any]) -> list[dict[str, Any]]:
    """Rows of inputs; several values for an input that takes several."""
    several = draw(st.integers(1, 4))
    by_name = {
        name: list(zip(*(draw(columns) for _ in range(several)), strict=True))
        if name in equation.several
        else draw(columns)
        for name in equation.kinds
    }
    return [{name: column[row] for name, column in by_name.items()} for row in range(ROWS)]


def _exact(equation: Equation[Any, Any], row: dict[str, Any]) -> Fraction | None:
    amounts = {
        name: tuple(equation.kinds[name].in_base(one, STATED) for one in value)
        if isinstance(value, tuple)
        else equation.kinds[name].in_base(value, STATED)
        for name, value in row.items()
    }
    try:
        return equation(**amounts).base
    except AmountError:
        return None  # it divides by zero, and says so


def _in_arrays(rows: list[dict[str, Any]], name: str) -> Any:
    if isinstance(rows[0][name], tuple):
        columns = zip(*(row[name] for row in rows), strict=True)
        return tuple(numpy.array(column, dtype=float) for column in columns)
    return numpy.array([row[name] for row in rows], dtype=float)


@pytest.mark.parametrize("equation", OURS, ids=lambda one: one.name)
@FEW
@given(data=st.data())
def test_the_array_face_is_the_exact_face(equation: Equation[Any, Any], data: Any) -> None:
    rows = data.draw(inputs(equation))
    with numpy.errstate(divide="ignore", invalid="ignore"):
        floats = equation.on(**{name: _in_arrays(rows, name) for name in equation.kinds})
    for row, found in zip(rows, numpy.broadcast_to(floats, ROWS), strict=True):
        expected = _exact(equation, row)
        if expected is None:
            event("divides by zero")
            assert not numpy.isfinite(found)
        else:
            event("negative" if expected < 0 else "zero" if not expected else "positive")
            assert found == pytest.approx(float(expected), rel=NEAR, abs=NOTHING)


@given(held=st.lists(st.sampled_from((0, 1, 3, 7)), min_size=ROWS, max_size=ROWS))
def test_nothing_taken_of_nothing_carries_nothing_on_either_face(held: list[int]) -> None:
    carried = EQUATIONS["carried"]
    rows = [{"content": Fraction(one), "taken": Fraction(one, 2), "held": one} for one in held]
    floats = carried.on(**{name: _in_arrays(rows, name) for name in carried.kinds})
    event(f"empty: {held.count(0)}")
    assert list(floats) == [one / 2 for one in held]
