"""An amount: an exact value of one kind, that remembers where it came from and never changes."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ldn_compound import explain
from ldn_compound.equations.everyday import share, total
from ldn_compound.errors import AmountError, CompoundError, KindError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, Ratio, UnitCount, Volume
from ldn_compound.quantity.origins import Cited, Derived, Given

dose = Mass.of("4.5 mg", by="the order")


class TestMaking:
    """Text, an exact number with a unit; a bare number never."""

    @pytest.mark.parametrize(
        ("number", "unit"),
        [
            (Decimal("4.5"), "mg"),
            (Fraction(9, 2), "mg"),
            (4500, "mcg"),
            (Decimal("0.0045"), "g"),
            (4_500_000, "ng"),
        ],
    )
    def test_an_exact_number_with_its_unit(self, number: object, unit: str) -> None:
        # 4500 mcg ÷ 1000 = 0.0045 g × 1000 = 4 500 000 ng ÷ 1 000 000 = 4.5 mg
        assert Mass.of(number, unit) == Mass.of("4.5 mg")
        assert Mass.of(number, unit).value == Fraction(9, 2)

    def test_a_third_is_kept_whole(self) -> None:
        third = Mass.of(Fraction(1, 3), "mg")
        assert third.value * 3 == 1

    def test_zero_can_be_stated(self) -> None:
        assert Mass.of("0 mg").is_zero
        assert not dose.is_zero

    @pytest.mark.parametrize(
        ("bare", "write"),
        [(4.5, "'4.5 mg'"), (5, "'5 mg'"), (5.0, "'5 mg'"), (0.25, "'0.25 mg'")],
    )
    def test_a_bare_number_is_refused_with_the_text_to_write(self, bare: float, write: str) -> None:
        with pytest.raises(AmountError) as refused:
            Mass.of(bare)
        assert write in str(refused.value)
        assert str(refused.value).startswith(f"{bare!r}: ")

    def test_a_float_with_a_unit_is_refused_with_the_text_to_write(self) -> None:
        with pytest.raises(AmountError, match=r"3\.2 .*Mass\.of\('3\.2 mg'\)"):
            Mass.of(3.2, "mg")

    @pytest.mark.parametrize(
        "no_amount",
        [None, True, False, [4.5], {"mg": 4.5}, b"4.5 mg", 1e300, float("nan"), float("inf"), -5],
    )
    def test_what_is_no_amount_is_refused(self, no_amount: object) -> None:
        with pytest.raises(AmountError, match=r"'4\.5 mg'"):
            Mass.of(no_amount)

    @pytest.mark.parametrize(
        "no_number",
        [
            *(True, None, "4.5", 4.5, 4.5j, float("nan")),
            *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")),
            *(Decimal("1e400"), Decimal("1e-400")),
            *(-1, Decimal("-4.5"), Fraction(-9, 2)),
        ],
    )
    def test_an_unusable_number_with_a_unit_is_refused(self, no_number: object) -> None:
        with pytest.raises(AmountError, match="write"):
            Mass.of(no_number, "mg")

    def test_text_with_a_second_unit_is_refused(self) -> None:
        with pytest.raises(AmountError, match=r"'4\.5 mg'"):
            Mass.of("4.5 mg", "mg")

    def test_an_unknown_unit_is_refused_with_the_known_ones(self) -> None:
        with pytest.raises(AmountError, match=r"'mL' is no unit of a Mass: .*mg, mcg, ng, g, kg"):
            Mass.of(5, "mL")

    def test_a_number_too_long_to_print_is_refused(self) -> None:
        with pytest.raises(AmountError):
            Mass.of(10**5000, "mg")

    def test_an_amount_of_the_kind_passes_as_it_is(self) -> None:
        assert Mass.of(dose) is dose

    def test_an_amount_of_another_kind_is_refused(self) -> None:
        with pytest.raises(KindError, match=r"PerUnit\('4\.5 mg/unit'\) is a PerUnit; a Mass"):
            Mass.of(PerUnit.of("4.5 mg"))

    def test_the_constructor_says_what_to_write(self) -> None:
        with pytest.raises(KindError, match=r"Mass\.of\('4\.5 mg'\)"):
            Mass("4.5 mg")

    def test_an_amount_of_no_kind_is_refused(self) -> None:
        with pytest.raises(KindError, match="Mass"):
            Amount.of("4.5 mg")

    @pytest.mark.parametrize("refusal", [AmountError, KindError])
    def test_refusals_are_caught_by_their_usual_names(self, refusal: type[Exception]) -> None:
        assert issubclass(refusal, CompoundError)
        assert issubclass(AmountError, ValueError)
        assert issubclass(KindError, TypeError)


class TestReading:
    """What an instrument showed keeps its trailing zeros."""

    def test_trailing_zeros_stay(self) -> None:
        assert str(Mass.reading("1436.0 mg")) == "1436.0 mg"
        assert str(Mass.of("1436.0 mg")) == "1436 mg"

    def test_it_equals_the_same_value_stated(self) -> None:
        assert Mass.reading("1436.00 mg") == Mass.of("1436 mg")

    def test_it_is_the_balances_and_carries_no_note(self) -> None:
        assert Mass.reading("1436.0 mg").origin == Given(
            "the balance", "1436.0 mg", None, None, True
        )

    def test_what_else_was_odd_is_still_noted(self) -> None:
        origin = Mass.reading("1436.0 MG").origin
        assert isinstance(origin, Given)
        assert origin.note is not None
        assert "upper case" in origin.note

    @pytest.mark.parametrize("number", [1436, 1436.0, Decimal("1436.0"), None, dose])
    def test_a_reading_is_text(self, number: Any) -> None:
        with pytest.raises(AmountError, match="write the reading as text"):
            Mass.reading(number)


class TestEquality:
    """Kind and value; the origin is not part of it."""

    def test_one_mass_in_three_spellings(self) -> None:
        # 4500 mcg × 0.001 = 4.5 mg; 0.0045 g × 1000 = 4.5 mg
        spelled = {Mass.of("4500 mcg"), Mass.of("0.0045 g"), Mass.of("4.5 mg")}
        assert spelled == {dose}

    def test_origin_is_no_part(self) -> None:
        cited = Mass.cited("4.5 mg", entry="usual dose", cites=("toljan-2018",), confirmed=True)
        third = share(Mass.of("13.5 mg"), parts=3)  # 13.5 ÷ 3 = 4.5
        assert dose == cited == third
        assert hash(dose) == hash(cited) == hash(third)
        assert (type(dose.origin), type(cited.origin), type(third.origin)) == (
            Given,
            Cited,
            Derived,
        )

    @pytest.mark.parametrize(
        "other", [PerUnit.of("4.5 mg"), PerTablet.of("4.5 mg"), Volume.of("4.5 mL")]
    )
    def test_another_kind_is_never_equal(self, other: Amount) -> None:
        assert dose != other
        assert len({dose, other}) == 2

    @pytest.mark.parametrize("thing", [4.5, Fraction(9, 2), "4.5 mg", None])
    def test_a_number_or_text_is_never_equal(self, thing: object) -> None:
        assert dose != thing

    def test_order_is_by_value(self) -> None:
        small, same, large = Mass.of("450 mcg"), Mass.of("0.0045 g"), Mass.of("5 mg")
        assert sorted([large, dose, small]) == [small, dose, large]
        assert small < dose < large
        assert large > dose > small
        assert dose <= same <= dose
        assert dose >= same >= dose
        assert not dose < same
        assert not dose > same

    @pytest.mark.parametrize("other", [PerUnit.of("5 mg"), Volume.of("5 mL"), 5, 5.0, "5 mg", None])
    def test_kinds_have_no_order_among_each_other(self, other: Any) -> None:
        for ordered in (
            lambda: dose < other,
            lambda: dose <= other,
            lambda: dose > other,
            lambda: dose >= other,
        ):
            with pytest.raises(KindError, match="different kinds"):
                ordered()


class TestNoOperators:
    """The kind of a result would be a guess, so there are none; each refusal names its equation."""

    @pytest.mark.parametrize(
        ("sum_", "named"),
        [
            (lambda: dose + dose, "total"),
            (lambda: dose + 1, "total"),
            (lambda: 1 + dose, "total"),
            (lambda: sum([dose, dose]), "total"),
            (lambda: dose - dose, "difference"),
            (lambda: 1 - dose, "difference"),
            (lambda: dose * 2, "times"),
            (lambda: 2 * dose, "times"),
            (lambda: dose * UnitCount.of(90), "times"),
            (lambda: dose / 2, "share"),
            (lambda: dose / dose, "per"),
            (lambda: 2 / dose, "per"),
            (lambda: dose // 2, "share"),
            (lambda: dose % 2, "share"),
        ],
    )
    def test_an_operator_names_the_equation(self, sum_: Callable[[], object], named: str) -> None:
        with pytest.raises(KindError, match=rf"ldn_compound\..*{named}\("):
            sum_()

    @pytest.mark.parametrize(
        "sum_",
        [
            lambda: -dose,
            lambda: abs(dose),
            lambda: dose**2,
            lambda: float(dose),
            lambda: int(dose),
            lambda: round(dose),
        ],
    )
    def test_nor_any_other_arithmetic(self, sum_: Callable[[], object]) -> None:
        with pytest.raises(TypeError):
            sum_()

    @pytest.mark.parametrize("amount", [dose, Mass.of("0 mg"), UnitCount.of(0)])
    def test_an_amount_is_neither_true_nor_false(self, amount: Amount) -> None:
        with pytest.raises(KindError, match=r"is_zero"):
            bool(amount)
        with pytest.raises(KindError, match=r"is_zero"):
            _ = amount or None


class TestUnchanging:
    @pytest.mark.parametrize("name", ["origin", "_base", "value", "base", "unit", "anything"])
    def test_nothing_can_be_set(self, name: str) -> None:
        amount = Mass.of("4.5 mg")
        with pytest.raises(AttributeError):
            setattr(amount, name, Mass.of("45 mg"))
        assert amount.value == Fraction(9, 2)

    def test_nothing_can_be_deleted(self) -> None:
        with pytest.raises(AttributeError):
            del Mass.of("4.5 mg").origin

    def test_an_origin_cannot_be_set(self) -> None:
        with pytest.raises(AttributeError):
            dose.origin.text = "45 mg"  # type: ignore[union-attr,misc]

    def test_the_units_of_a_kind_cannot_be_changed(self) -> None:
        with pytest.raises(TypeError):
            Mass.units["grain"] = Fraction(65)  # type: ignore[index]


def _worked() -> Mass:
    """(4.5 + 4.5 + a quarter of 18) mg, one input used twice: 4.5 + 4.5 + 4.5 = 13.5 mg."""
    return total(dose, dose, share(Mass.of("18 mg"), parts=4))


@pytest.mark.parametrize(
    "copied",
    [
        lambda amount: pickle.loads(pickle.dumps(amount)),
        lambda amount: pickle.loads(pickle.dumps(amount, protocol=0)),
        copy.copy,
        copy.deepcopy,
    ],
    ids=["pickle", "pickle 0", "copy", "deepcopy"],
)
class TestCopies:
    """A copy keeps value, kind, origin and the working."""

    def test_the_worked_amount(self, copied: Callable[[Mass], Mass]) -> None:
        before = _worked()
        after = copied(before)
        assert after == before
        assert type(after) is Mass
        assert after.value == Fraction(27, 2)
        assert explain(after, name="together") == explain(before, name="together")

    @pytest.mark.parametrize(
        "amount",
        [
            Mass.reading("1436.0 mg"),
            Ratio.cited("2 %", entry="grinding reserve", cites=("this-library",), confirmed=False),
            Mass.of("4500 MCG"),
            Mass.of(Fraction(1, 3), "mg"),
        ],
        ids=str,
    )
    def test_its_origin(self, copied: Callable[[Amount], Amount], amount: Amount) -> None:
        after = copied(amount)
        assert after == amount
        assert after.origin == amount.origin
        assert str(after) == str(amount)


def test_what_it_looks_like() -> None:
    assert repr(dose) == "Mass('4.5 mg')"
    assert str(dose) == "4.5 mg"
    assert f"{dose}" == "4.5 mg"


def test_the_given_remembers_who_said_it_and_how() -> None:
    assert Mass.of(" 4500 mcg ", by="the order").origin == Given("the order", "4500 mcg")
    assert Mass.of(Decimal("4.50"), "mg").origin == Given("the caller", "4.50 mg")


@pytest.mark.parametrize("number", ["0.0000001", "1e-90", "4.5000001"])
def test_a_decimal_is_stated_no_finer_than_text(number: str) -> None:
    with pytest.raises(AmountError):
        Mass.of(Decimal(number), "mg")


def test_a_fraction_is_computed_and_as_fine_as_it_is() -> None:
    assert Mass.of(Fraction(1, 3), "mg").value == Fraction(1, 3)
