"""The expected error of a unit, worked by hand where the root is whole."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy
import pytest

from ldn_compound.equations import uncertainty
from ldn_compound.equations.uncertainty import expected_error
from ldn_compound.quantity.kinds import Ratio

# equation, its inputs, and its result in the unit of its kind, worked by hand
BY_HAND: list[Any] = [
    # 3 % over and three times 4 %: 9 + 3 × 16 ÷ 3 = 25
    (expected_error, {"part": "103 %", "errors": ("4 %", "4 %", "4 %")}, "5"),
    # 3 % under is as far off
    (expected_error, {"part": "97 %", "errors": ("4 %", "4 %", "4 %")}, "5"),
    # nothing rounded, unlike errors: (1 + 1 + 25) ÷ 3 = 9
    (expected_error, {"part": "100 %", "errors": ("1 %", "1 %", "5 %")}, "3"),
    # 25 + 3 × 144 ÷ 3 = 169
    (expected_error, {"part": "105 %", "errors": ("12 %", "12 %", "12 %")}, "13"),
    # nothing is weighed: the rounding alone
    (expected_error, {"part": "101.25 %", "errors": ()}, "1.25"),
    # neither
    (expected_error, {"part": "100 %", "errors": ()}, "0"),
]


@pytest.mark.parametrize(
    ("equation", "inputs", "by_hand"), BY_HAND, ids=lambda one: getattr(one, "name", None)
)
def test_by_hand(agree: Any, equation: Any, inputs: dict[str, Any], by_hand: str) -> None:
    agree(equation, inputs, by_hand)


def test_every_equation_is_worked(unworked: Any) -> None:
    assert unworked(uncertainty, BY_HAND) == set()


def test_an_irrational_root_is_right_to_thirty_digits() -> None:
    """One error of 3 %: 9 ÷ 3 = 3, and √3 is 1.73205080756887729352744634151 (rounded)."""
    found = expected_error(part=Ratio.of("100 %"), errors=(Ratio.of("3 %"),))
    assert abs(found.value - Fraction("1.73205080756887729352744634151")) < Fraction(1, 10**28)


def test_draws_from_uniform_errors_scatter_as_it_says() -> None:
    """The mean square of (1.01 × 1.02-wide × 1.03-wide) − 1; a third of a percent is the noise."""
    errors = tuple(map(Ratio.of, ("2 %", "3 %")))
    said = expected_error(part=Ratio.of("101 %"), errors=errors)
    draws = numpy.random.default_rng(20261201)
    content = 1.01 * numpy.prod(
        [1 + draws.uniform(-0.01 * wide, 0.01 * wide, 200_000) for wide in (2, 3)], axis=0
    )
    seen = numpy.sqrt(numpy.mean((content - 1) ** 2))
    assert seen == pytest.approx(float(said.base), rel=0.01)
