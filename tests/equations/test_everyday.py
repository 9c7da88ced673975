"""The sums of every day, by hand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ldn_compound.equations.everyday import difference, per, share, times, total
from ldn_compound.errors import AmountError, CompoundError, KindError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import (
    Concentration,
    Density,
    Mass,
    PerTablet,
    PerUnit,
    Ratio,
    TabletCount,
    UnitCount,
    Volume,
    VolumePerUnit,
)
from ldn_compound.quantity.origins import Derived, Given

dose = Mass.of("4.5 mg")


class TestTotal:
    def test_of_masses_in_any_unit(self) -> None:
        # 4.5 + 500 ÷ 1000 + 0.01 × 1000 = 4.5 + 0.5 + 10
        assert total(dose, Mass.of("500 mcg"), Mass.of("0.01 g")) == Mass.of("15 mg")

    def test_of_one(self) -> None:
        assert total(dose) == dose

    def test_it_is_exact(self) -> None:
        # ten times 0.1 is 1, which binary floats do not give
        assert total(*[Mass.of("0.1 mg")] * 10) == Mass.of("1 mg")

    def test_it_remembers_its_inputs(self) -> None:
        origin = total(dose, Mass.of("1 mg")).origin
        assert isinstance(origin, Derived)
        assert origin.inputs == (("amount 1", dose), ("amount 2", Mass.of("1 mg")))

    @pytest.mark.parametrize("other", [PerUnit.of("4.5 mg"), Volume.of("1 mL"), 4.5, "4.5 mg"])
    def test_of_kinds_that_do_not_mix(self, other: Any) -> None:
        with pytest.raises(KindError, match=r"total: .* is not of the kind of"):
            total(dose, other)

    def test_of_text(self) -> None:
        with pytest.raises(KindError):
            total("4.5 mg")  # type: ignore[type-var]


class TestDifference:
    def test_what_remains(self) -> None:
        # 405 − 4.5
        assert difference(Mass.of("405 mg"), less=dose) == Mass.of("400.5 mg")

    def test_it_may_be_negative(self) -> None:
        # 4.5 − 5
        assert difference(dose, less=Mass.of("5 mg")).value == Fraction(-1, 2)

    def test_of_kinds_that_do_not_mix(self) -> None:
        with pytest.raises(KindError, match=r"^difference: .* is not of the kind of"):
            difference(dose, less=PerUnit.of("1 mg"))  # type: ignore[type-var]


class TestTimes:
    @pytest.mark.parametrize(
        ("factor", "after"),
        [
            (90, "405 mg"),  # 4.5 × 90
            (0, "0 mg"),
            (Fraction(1, 3), "1.5 mg"),  # 4.5 ÷ 3
            (Ratio.of("110 %"), "4.95 mg"),  # 4.5 × 1.1
        ],
    )
    def test_so_many_times(self, factor: Any, after: str) -> None:
        assert times(dose, factor=factor) == Mass.of(after)

    def test_the_factor_is_the_callers(self) -> None:
        origin = times(dose, factor=Fraction(1, 3)).origin
        assert isinstance(origin, Derived)
        assert origin.inputs[1][1].origin == Given("the caller", "1/3")

    def test_the_refusal_says_what_a_factor_is(self) -> None:
        with pytest.raises(CompoundError, match=r": write a whole number, a Fraction or a Ratio$"):
            times(dose, factor="2")  # type: ignore[arg-type]

    @pytest.mark.parametrize("factor", [1.1, True, -2, "2", None, Mass.of("2 mg"), Decimal("NaN")])
    def test_a_factor_that_is_none(self, factor: Any) -> None:
        with pytest.raises(CompoundError):
            times(dose, factor=factor)


class TestShare:
    def test_one_equal_share(self) -> None:
        # 4.5 ÷ 3
        assert share(dose, parts=3) == Mass.of("1.5 mg")
        assert share(Mass.of("1 g"), parts=3).value == Fraction(1000, 3)
        assert share(dose, parts=1) == dose

    @pytest.mark.parametrize("parts", [0, -3, True, 1.5, "3", None, Fraction(3)])
    def test_no_such_number_of_parts(self, parts: Any) -> None:
        with pytest.raises(KindError, match="write a whole number from 1"):
            share(dose, parts=parts)


class TestPer:
    @pytest.mark.parametrize(
        ("amount", "by", "result"),
        [
            (Mass.of("405 mg"), UnitCount.of(90), PerUnit.of("4.5 mg")),  # 405 ÷ 90
            (Mass.of("3546 mg"), TabletCount.of(20), PerTablet.of("177.3 mg")),  # 3546 ÷ 20
            (Mass.of("90 mg"), Volume.of("100 mL"), Concentration.of("0.9 mg/mL")),  # 90 ÷ 100
            (Volume.of("30 mL"), UnitCount.of(100), VolumePerUnit.of("0.3 mL")),  # 30 ÷ 100
            (Mass.of("4.5 mg"), Concentration.of("0.9 mg/mL"), Volume.of("5 mL")),  # 4.5 ÷ 0.9
            (Mass.of("12.6 g"), Density.of("1.26 g/mL"), Volume.of("10 mL")),  # 12.6 ÷ 1.26
            (Mass.of("50 mg"), Mass.of("200 mg"), Ratio.of("25 %")),  # 50 ÷ 200
            (Volume.of("7 mL"), Volume.of("10 mL"), Ratio.of("70 %")),  # 7 ÷ 10
            (PerUnit.of("4.41 mg"), PerUnit.of("4.5 mg"), Ratio.of("98 %")),  # 4.41 ÷ 4.5
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_each_pair(self, amount: Any, by: Any, result: Amount) -> None:
        assert per(amount, by=by) == result
        assert type(per(amount, by=by)) is type(result)

    @pytest.mark.parametrize(
        ("amount", "by"),
        [
            (Mass.of("1 mg"), PerUnit.of("1 mg")),
            (Mass.of("1 mg"), Ratio.of("50 %")),
            (Volume.of("1 mL"), Mass.of("1 mg")),
            (PerUnit.of("1 mg"), PerTablet.of("1 mg")),
            (Mass.of("1 mg"), 2),
            (Mass.of("1 mg"), "2 capsules"),
        ],
    )
    def test_what_is_no_kind_of_amount(self, amount: Any, by: Any) -> None:
        with pytest.raises(KindError, match="Mass by UnitCount, Mass by TabletCount, "):
            per(amount, by=by)

    def test_by_nothing(self) -> None:
        with pytest.raises(CompoundError, match="divides by zero"):
            per(Mass.of("405 mg"), by=UnitCount.of(0))


ninety, one_mg = UnitCount.of(90), Mass.of("1 mg")


@pytest.mark.parametrize(
    ("summed", "line", "inputs"),
    [
        (
            lambda: total(dose, one_mg),
            "5.5 mg = the sum of all (Together)",
            (("amount 1", dose), ("amount 2", one_mg)),
        ),
        (
            lambda: difference(dose, less=one_mg),
            "3.5 mg = amount − less (What remains)",
            (("amount", dose), ("less", one_mg)),
        ),
        (
            lambda: times(dose, factor=2),
            "9 mg = amount × factor (So many times the amount)",
            (("amount", dose), ("factor", Ratio.of("200 %"))),
        ),
        (
            lambda: share(dose, parts=3),
            "1.5 mg = amount ÷ parts (One equal share)",
            (("amount", dose), ("parts", Ratio.of("300 %"))),
        ),
        (
            lambda: per(dose, by=ninety),
            "0.05 mg/unit = amount ÷ by (Amount for each)",
            (("amount", dose), ("by", ninety)),
        ),
    ],
    ids=["total", "difference", "times", "share", "per"],
)
def test_each_says_what_it_did_and_to_what(
    summed: Callable[[], Amount], line: str, inputs: tuple[tuple[str, Amount], ...]
) -> None:
    amount = summed()
    assert explain(amount).split("\n")[0] == line
    assert isinstance(amount.origin, Derived)
    assert amount.origin.inputs == inputs


@pytest.mark.parametrize("name", ["total", "difference", "times", "share", "per"])
def test_each_is_public(name: str) -> None:
    import ldn_compound
    from ldn_compound.equations import everyday

    assert getattr(ldn_compound, name) is getattr(everyday, name)


def test_nothing_is_changed_by_being_used() -> None:
    before = (dose.value, dose.origin)
    total(dose, dose)
    times(dose, factor=2)
    assert (dose.value, dose.origin) == before


def test_no_operator_error_without_a_way_out() -> None:
    with pytest.raises(KindError, match=r"total\(") as refused:
        _ = dose + dose
    assert not isinstance(refused.value, AmountError)
