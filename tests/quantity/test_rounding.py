"""Rounding to a grid: each mode by hand, on ties, on both sides of zero."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from ldn_compound.equations.everyday import difference, share
from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, TabletCount, Volume
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.rounding import Mode, Rounding, Significant, significant_increment, whole

HALF = Fraction(1, 2)

#            -2.5  -1.5  -1.2  -0.5   0.5   1.2   1.5   2.5   2.8   3.5   4.5
BY_HAND = {
    Mode.HALF_UP: (-3, -2, -1, -1, 1, 1, 2, 3, 3, 4, 5),
    Mode.HALF_EVEN: (-2, -2, -1, 0, 0, 1, 2, 2, 3, 4, 4),
    Mode.HALF_DOWN: (-2, -1, -1, 0, 0, 1, 1, 2, 3, 3, 4),
    Mode.UP: (-3, -2, -2, -1, 1, 2, 2, 3, 3, 4, 5),
    Mode.DOWN: (-2, -1, -1, 0, 0, 1, 1, 2, 2, 3, 4),
    Mode.CEILING: (-2, -1, -1, 0, 1, 2, 2, 3, 3, 4, 5),
    Mode.FLOOR: (-3, -2, -2, -1, 0, 1, 1, 2, 2, 3, 4),
}
VALUES = ("-2.5", "-1.5", "-1.2", "-0.5", "0.5", "1.2", "1.5", "2.5", "2.8", "3.5", "4.5")


def test_every_mode_is_in_the_table() -> None:
    assert set(BY_HAND) == set(Mode)


@pytest.mark.parametrize("mode", Mode)
def test_each_mode_by_hand(mode: Mode) -> None:
    assert tuple(whole(Fraction(value), mode) for value in VALUES) == BY_HAND[mode]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("number", [-3, -1, 0, 1, 2, 10**30])
def test_a_whole_number_stays(mode: Mode, number: int) -> None:
    assert whole(Fraction(number), mode) == number


@pytest.mark.parametrize("mode", [Mode.HALF_UP, Mode.HALF_EVEN, Mode.HALF_DOWN])
def test_a_hair_beside_the_tie_goes_to_the_nearer(mode: Mode) -> None:
    hair = Fraction(1, 10**40)
    for below in (-3, -1, 0, 2, 7):
        assert whole(below + HALF + hair, mode) == below + 1
        assert whole(below + HALF - hair, mode) == below


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_never_turns_the_order_round(mode: Mode) -> None:
    tenths = [whole(Fraction(number, 10), mode) for number in range(-35, 36)]
    assert all(first <= second for first, second in pairwise(tenths))


WEIGH = Rounding("weigh", Mass.of("1 mg"))


class TestOntoAGrid:
    def test_the_balance_that_reads_1_mg(self) -> None:
        # 405 × 177.3 ÷ 50 = 1436.13
        assert WEIGH(Mass.of("1436.13 mg")) == Mass.of("1436 mg")

    @pytest.mark.parametrize(
        ("increment", "before", "after"),
        [
            ("0.2 mL", "3.29 mL", "3.2 mL"),  # 16.45 steps: 16 × 0.2
            ("0.2 mL", "3.3 mL", "3.4 mL"),  # 16.5 steps, a tie: 17 × 0.2
            ("0.2 mL", "0.1 mL", "0.2 mL"),  # 0.5 steps, a tie: 1 × 0.2
            ("0.25 mL", "1.12 mL", "1 mL"),  # 4.48 steps: 4 × 0.25
            ("0.25 mL", "1.125 mL", "1.25 mL"),  # 4.5 steps, a tie: 5 × 0.25
            ("0.3 mL", "1 mL", "0.9 mL"),  # 3.33 steps: 3 × 0.3
            ("5 mL", "12.5 mL", "15 mL"),  # 2.5 steps, a tie: 3 × 5
        ],
    )
    def test_graduations_that_are_no_powers_of_ten(
        self, increment: str, before: str, after: str
    ) -> None:
        measure = Rounding("measure", Volume.of(increment))
        assert measure(Volume.of(before)) == Volume.of(after)

    def test_quarters_of_a_tablet(self) -> None:
        quarters = Rounding("count tablets", TabletCount.of("0.25 tablets"), Mode.UP)
        # 8.262 ÷ 0.25 = 33.048 steps, up: 34 × 0.25 = 8.5
        assert quarters(TabletCount.in_base(Fraction("8.262"), WEIGH.increment.origin)) == (
            TabletCount.of("8.5 tablets")
        )

    def test_a_third_of_a_milligram_as_increment(self) -> None:
        thirds = Rounding("weigh", Mass.of(Fraction(1, 3), "mg"))
        # 0.5 ÷ (1/3) = 1.5 steps, a tie: 2 × 1/3
        assert thirds(Mass.of("0.5 mg")).value == Fraction(2, 3)
        assert thirds.how == "rounded half up to 1/3 mg"

    @pytest.mark.parametrize(
        ("mode", "after"),
        [(Mode.HALF_UP, -3), (Mode.DOWN, -2), (Mode.UP, -3), (Mode.FLOOR, -3), (Mode.CEILING, -2)],
    )
    def test_a_negative_difference(self, mode: Mode, after: int) -> None:
        less = difference(Mass.of("10 mg"), less=Mass.of("12.5 mg"))  # −2.5
        assert Rounding("compare", Mass.of("1 mg"), mode)(less).value == after

    def test_zero_stays_zero(self) -> None:
        assert WEIGH(Mass.of("0 mg")).is_zero

    @pytest.mark.parametrize("mode", Mode)
    @pytest.mark.parametrize("before", ["0.6 mg", "1 mg", "1.5 mg", "2.5 mg", "119.49 mg"])
    def test_twice_is_once(self, mode: Mode, before: str) -> None:
        once = Rounding("weigh", Mass.of("0.5 mg"), mode)
        assert once(once(Mass.of(before))) == once(Mass.of(before))

    def test_what_lies_on_the_grid(self) -> None:
        fifths = Rounding("measure", Volume.of("0.2 mL"))
        assert fifths.holds(Volume.of("3.4 mL"))
        assert not fifths.holds(Volume.of("3.3 mL"))


def test_a_rounding_does_not_change_and_its_words_neither() -> None:
    # The words stand in every audit trail, and one rounding serves all weighings of a bench.
    weigh = Rounding("weigh", Mass.of("1 mg"))
    assert weigh.how == "rounded half up to 1 mg"
    for name, value in (("how", "as you like"), ("increment", Mass.of("10 mg")), ("note", "")):
        with pytest.raises(AttributeError):
            setattr(weigh, name, value)
    assert weigh != ("weigh", Mass.of("1 mg"), Mode.HALF_UP)


class TestRefused:
    @pytest.mark.parametrize(
        ("mode", "before"),
        [
            (Mode.HALF_UP, "0.49 mg"),
            (Mode.HALF_EVEN, "0.5 mg"),
            (Mode.HALF_DOWN, "0.5 mg"),
            (Mode.DOWN, "0.99 mg"),
            (Mode.FLOOR, "0.99 mg"),
        ],
    )
    def test_a_positive_amount_never_becomes_nothing(self, mode: Mode, before: str) -> None:
        with pytest.raises(AmountError, match=r"weigh: 0\.\d+ mg rounded .* is nothing; measure"):
            Rounding("weigh", Mass.of("1 mg"), mode)(Mass.of(before))

    @pytest.mark.parametrize("mode", [Mode.HALF_UP, Mode.UP, Mode.CEILING])
    def test_a_tie_up_does_not(self, mode: Mode) -> None:
        assert Rounding("weigh", Mass.of("1 mg"), mode)(Mass.of("0.5 mg")) == Mass.of("1 mg")

    def test_another_kind(self) -> None:
        with pytest.raises(KindError, match="weigh rounds a Mass"):
            WEIGH(PerUnit.of("4.5 mg"))  # type: ignore[type-var]

    def test_another_kind_is_on_no_grid(self) -> None:
        with pytest.raises(KindError, match="weigh rounds a Mass"):
            WEIGH.holds(PerUnit.of("4 mg"))

    def test_an_increment_of_nothing(self) -> None:
        with pytest.raises(AmountError, match="an increment is above zero"):
            Rounding("weigh", Mass.of("0 mg"))

    @pytest.mark.parametrize("mode", ["half up", "HALF_UP", "nearest", None])
    def test_a_mode_that_is_text_is_never_taken_for_down(self, mode: object) -> None:
        # 1.9 to 1 by a mode that nobody understood would be 47 % too little
        with pytest.raises(KindError, match="is no mode of rounding: write one of Mode, such as"):
            Rounding("weigh", Mass.of("1 mg"), mode)(Mass.of("1.9 mg"))  # type: ignore[arg-type]


class TestOrigin:
    def test_it_remembers_what_for_how_and_from_what(self) -> None:
        before = Mass.of("1436.13 mg")
        assert WEIGH(before).origin == Rounded("weigh", "rounded half up to 1 mg", before)

    def test_in_the_unit_of_the_kind(self) -> None:
        assert Rounding("x", Ratio.of("0.1 %")).how == "rounded half up to 0.1 %"
        assert Rounding("x", TabletCount.of(1), Mode.UP).how == "rounded up to 1 tablet"
        assert Rounding("x", TabletCount.of("0.5 tablets")).how == "rounded half up to 0.5 tablets"
        assert (
            Rounding("x", Volume.of("0.2 mL"), Mode.HALF_EVEN).how == "rounded half even to 0.2 mL"
        )

    def test_what_was_on_the_grid_says_so_too(self) -> None:
        assert isinstance(WEIGH(Mass.of("1436 mg")).origin, Rounded)


class TestSignificant:
    """For guidance: about so much."""

    @pytest.mark.parametrize(
        ("before", "figures", "after"),
        [
            ("1436.13 mg", 2, "1400 mg"),
            ("1450 mg", 2, "1500 mg"),  # a tie goes up
            ("1436.13 mg", 4, "1436 mg"),
            ("99.6 mg", 2, "100 mg"),
            ("0.0996 mg", 2, "0.1 mg"),
            ("0.0045 mg", 1, "0.005 mg"),
            ("4 mg", 3, "4 mg"),
            ("9.5 mg", 1, "10 mg"),
        ],
    )
    def test_so_many_figures(self, before: str, figures: int, after: str) -> None:
        assert Significant("guidance", figures)(Mass.of(before)) == Mass.of(after)

    def test_down(self) -> None:
        assert Significant("guidance", 2, Mode.DOWN)(Mass.of("1499 mg")) == Mass.of("1400 mg")

    def test_nothing_is_nothing(self) -> None:
        nothing = Mass.of("0 mg")
        assert Significant("guidance", 2)(nothing) is nothing

    def test_a_negative_difference(self) -> None:
        less = difference(Mass.of("10 mg"), less=Mass.of("1446.13 mg"))  # −1436.13
        assert Significant("guidance", 2)(less).value == -1400

    def test_a_number_without_end(self) -> None:
        # 1000 ÷ 3 = 333.3...
        assert Significant("guidance", 3)(share(Mass.of("1 g"), parts=3)) == Mass.of("333 mg")

    def test_its_origin(self) -> None:
        before = Mass.of("1436.13 mg")
        after = Significant("guidance, not weighed", 2)(before)
        assert after.origin == Rounded(
            "guidance, not weighed", "rounded half up to 2 significant figures", before
        )

    @pytest.mark.parametrize(
        ("value", "figures", "step"),
        [
            ("1436", 2, "100"),
            ("1000", 1, "1000"),
            ("999", 1, "100"),
            ("1", 1, "1"),
            ("0.1", 2, "0.01"),
            ("0.0999", 2, "0.001"),
            ("-1436", 2, "100"),
        ],
    )
    def test_the_step(self, value: str, figures: int, step: str) -> None:
        assert significant_increment(Fraction(value), figures) == Fraction(step)

    @pytest.mark.parametrize("figures", [0, -1])
    def test_no_figures_at_all(self, figures: int) -> None:
        with pytest.raises(AmountError, match="write 1 or more"):
            Significant("guidance", figures)(Mass.of("5 mg"))


def test_the_ambient_decimal_context_changes_nothing() -> None:
    from decimal import ROUND_DOWN, localcontext

    with localcontext() as context:
        context.prec = 2
        context.rounding = ROUND_DOWN
        assert WEIGH(Mass.of(Decimal("1436.5"), "mg")) == Mass.of("1437 mg")
