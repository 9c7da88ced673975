"""An exact number is the fraction of the same value, in each operation and beside any number."""

from __future__ import annotations

import copy
import operator
import pickle
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from ldn_compound.quantity.exact import Exact, exactly

fractions = st.fractions(max_denominator=10**12)
operations = st.sampled_from([operator.add, operator.sub, operator.mul, operator.truediv])
comparisons = st.sampled_from(
    [operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]
)


def lowest(number: Fraction) -> tuple[int, int]:
    return number.numerator, number.denominator


def test_by_hand() -> None:
    # 405 ÷ 3546/25 = 10125/3546 = 1125/394
    quotient = exactly(405) / exactly(Fraction(3546, 25))
    assert type(quotient) is Exact
    assert lowest(quotient) == (1125, 394)
    # 1/6 + 1/10 = 10/60 + 6/60 = 4/15
    assert lowest(exactly(Fraction(1, 6)) + exactly(Fraction(1, 10))) == (4, 15)
    # 1/6 - 1/10 = 1/15; 3 - 1/6 = 17/6; 4 × 1/6 = 2/3
    assert lowest(exactly(Fraction(1, 6)) - exactly(Fraction(1, 10))) == (1, 15)
    assert lowest(3 - exactly(Fraction(1, 6))) == (17, 6)
    assert lowest(4 * exactly(Fraction(1, 6))) == (2, 3)


@given(fractions, fractions, operations)
def test_it_computes_as_a_fraction_does(first, second, operation) -> None:
    if operation is operator.truediv and not second:
        second += 1
    wanted = operation(first, second)
    sides = [(exactly(first), exactly(second)), (exactly(first), second), (first, exactly(second))]
    for left, right in sides:
        got = operation(left, right)
        assert lowest(got) == lowest(wanted)
        assert isinstance(got, Fraction)
    if operation is not operator.truediv or second > 0:
        assert type(operation(exactly(first), exactly(second))) is Exact


@given(fractions, st.integers(), operations)
def test_it_computes_with_whole_numbers(number, whole, operation) -> None:
    exact = exactly(number)
    if operation is not operator.truediv or whole:
        assert lowest(operation(exact, whole)) == lowest(operation(number, whole))
    if operation is not operator.truediv or number:
        assert lowest(operation(whole, exact)) == lowest(operation(whole, number))


@given(fractions, fractions | st.integers(), comparisons)
def test_it_compares_as_a_fraction_does(first, second, comparison) -> None:
    other = second if isinstance(second, int) else exactly(second)
    wanted = comparison(first, second)
    assert comparison(exactly(first), other) == wanted
    assert comparison(exactly(first), second) == wanted
    assert comparison(first, other) == wanted
    assert comparison(exactly(first), exactly(first)) == comparison(first, first)


@given(fractions)
def test_it_is_one_with_the_fraction_in_a_set_and_survives_copies(number) -> None:
    exact = exactly(number)
    assert hash(exact) == hash(number)
    assert {exact, number} == {number}
    for twin in (pickle.loads(pickle.dumps(exact)), copy.deepcopy(exact), copy.copy(exact)):
        assert twin == number
        assert lowest(twin + exact) == lowest(number + number)


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        exactly(1) / exactly(0)
    with pytest.raises(ZeroDivisionError):
        1 / exactly(0)


@pytest.mark.parametrize("other", [0.5, 2 + 1j])
def test_beside_a_float_it_is_a_float_as_any_fraction(other) -> None:
    half = exactly(Fraction(1, 2))
    assert half + other == Fraction(1, 2) + other
    assert other * half == other * Fraction(1, 2)
