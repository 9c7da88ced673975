"""What an equation may use beyond + − × ÷, in each of its faces."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from ldn_compound.equations.algebra import greatest, least, part, product, root, total
from ldn_compound.equations.symbols import Symbol
from ldn_compound.quantity.registry import own_registry

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
held, wanted = Symbol.named("held"), Symbol.named("wanted")


class TestExact:
    def test_least_and_greatest(self) -> None:
        assert least(HALF, THIRD) == THIRD
        assert greatest(HALF, THIRD) == HALF
        assert greatest(HALF, Fraction(0)) == HALF
        assert least(HALF) == HALF

    def test_they_stay_exact(self) -> None:
        # 1/3 and 0.333... to sixteen places are one number to binary floats
        close = Fraction(3333333333333333, 10**16)
        assert float(close) == pytest.approx(float(THIRD))
        assert least(close, THIRD) is close
        assert greatest(close, THIRD) is THIRD

    def test_total_and_product(self) -> None:
        # 1/2 + 1/3 = 5/6; 1/2 × 1/3 = 1/6
        assert total((HALF, THIRD)) == Fraction(5, 6)
        assert product((HALF, THIRD)) == Fraction(1, 6)
        assert total(one for one in (HALF, HALF)) == 1

    def test_of_none(self) -> None:
        assert total(()) == 0
        assert product(()) == 1

    def test_part(self) -> None:
        # 1/3 ÷ 1/2 = 2/3; nothing of nothing is no part
        assert part(THIRD, HALF) == Fraction(2, 3)
        assert part(Fraction(0), Fraction(0)) == 0

    @pytest.mark.parametrize(
        ("square", "rooted"),
        [("9/4", "3/2"), ("4", "2"), ("0", "0"), ("0.0225", "0.15"), ("4/9", "2/3")],
    )
    def test_a_rational_root_is_exact(self, square: str, rooted: str) -> None:
        assert root(Fraction(square)) == Fraction(rooted)

    @pytest.mark.parametrize(
        ("of", "last"),
        [
            (
                Fraction(2),
                -30,
            ),  # 1.4142...: thirty digits end at the 29th decimal, one more is kept
            (Fraction(5), -30),  # 2.2360..., rounded down where that of 2 is rounded up
            (Fraction(2, 10**8), -34),  # 0.00014142...
            (Fraction(200), -29),  # 14.142...
            (Fraction(1, 3), -30),  # 0.57735...
            (Fraction(5 * 10**62), 0),  # 22360... of 32 digits: a whole number
        ],
    )
    def test_another_is_right_to_thirty_digits(self, of: Fraction, last: int) -> None:
        step = Fraction(10) ** last
        assert (root(of) - step / 2) ** 2 < of < (root(of) + step / 2) ** 2
        assert (root(of) / step).denominator == 1


class TestArrays:
    first, second = np.array([1.0, 5.0, 0.0]), np.array([2.0, 4.0, 0.0])

    def test_row_by_row(self) -> None:
        np.testing.assert_array_equal(least(self.first, self.second), [1.0, 4.0, 0.0])
        np.testing.assert_array_equal(greatest(self.first, self.second), [2.0, 5.0, 0.0])
        np.testing.assert_array_equal(total((self.first, self.second)), [3.0, 9.0, 0.0])
        np.testing.assert_array_equal(product((self.first, self.second)), [2.0, 20.0, 0.0])
        np.testing.assert_array_equal(root(np.array([4.0, 2.25, 0.0])), [2.0, 1.5, 0.0])

    def test_a_part_of_nothing_is_none_and_warns_of_nothing(self) -> None:
        with np.errstate(all="raise"):
            np.testing.assert_array_equal(part(self.first, self.second), [0.5, 1.25, 0.0])

    @pytest.mark.parametrize("rows", [1, 10, 100, 10_000])
    def test_a_part_of_nothing_is_0_whatever_the_memory_held(self, rows: int) -> None:
        used = np.full(rows, 7.0)
        del used
        np.testing.assert_array_equal(part(np.ones(rows), np.zeros(rows)), np.zeros(rows))

    def test_a_number_and_an_array(self) -> None:
        # 3 ÷ 2 and 3 ÷ 4
        np.testing.assert_array_equal(part(3.0, np.array([2.0, 4.0])), [1.5, 0.75])

    def test_an_array_and_a_number(self) -> None:
        np.testing.assert_array_equal(least(self.first, 2.0), [1.0, 2.0, 0.0])
        np.testing.assert_array_equal(part(self.first, np.array(2.0)), [0.5, 2.5, 0.0])


class TestPint:
    def test_units_are_heeded(self) -> None:
        mg, g = own_registry().Quantity(4500, "mg"), own_registry().Quantity(4, "g")
        # 4500 mg = 4.5 g
        assert least(mg, g) == g
        assert greatest(mg, g) == mg
        assert total((mg, g)) == own_registry().Quantity(Fraction(17, 2), "g")
        assert part(g, mg).to("").magnitude == Fraction(8, 9)
        assert root(g * g).is_compatible_with("mg")

    def test_another_dimension_is_refused(self) -> None:
        mg, ml = own_registry().Quantity(1, "mg"), own_registry().Quantity(1, "mL")
        for function in (least, greatest):
            with pytest.raises(TypeError):
                function(mg, ml)
        with pytest.raises(TypeError):
            total((mg, ml))


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        (least(wanted, held), "the least of wanted and held"),
        (greatest(wanted - 1, 1 - held), "the greatest of wanted − 1 and 1 − held"),
        (greatest(wanted, 0), "the greatest of wanted and 0"),
        (total((held,)), "the sum of the held"),
        (product((1 + held,)), "the product of the 1 + held"),
        (part(wanted, held), "wanted ÷ held"),
        (root(wanted * wanted + held), "the square root of wanted × wanted + held"),
        (wanted * least(wanted, held), "wanted × (the least of wanted and held)"),
    ],
)
def test_in_words(symbol: Any, words: str) -> None:
    assert str(symbol) == words
