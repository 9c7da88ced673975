"""The working of an amount, as text that a second person can follow."""

from fractions import Fraction

from ldn_compound.equations.demand import active_in_units
from ldn_compound.equations.everyday import share, times, total
from ldn_compound.equations.potency import potency_of_tablets
from ldn_compound.equations.taking import mass_for
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, Ratio, UnitCount
from ldn_compound.quantity.rounding import Rounding


def powder() -> Mass:
    """90 × 4.5 = 405 mg of drug; 405 × 177.3 ÷ 50 = 1436.13 mg of powder, weighed as 1436 mg."""
    active = active_in_units(
        strength=PerUnit.of("4.5 mg", by="the order"), units=UnitCount.of(90, by="the order")
    )
    potency = potency_of_tablets(
        strength=PerTablet.of("50 mg", by="the label"),
        weight=PerTablet.of("177.3 mg", by="the balance"),
    )
    return Rounding("weigh", Mass.of("1 mg"))(mass_for(active=active, potency=potency))


def test_the_working_of_a_weighing() -> None:
    assert explain(powder(), name="powder", unit="capsule") == "\n".join(
        [
            "powder 1436 mg (weigh: rounded half up to 1 mg)",
            "  before rounding 1436.13 mg = active ÷ potency "
            "(Material that carries the active wanted [usp-1160])",
            "    active 405 mg = strength × units (Active in all units [usp-1160])",
            "      strength 4.5 mg/capsule (given: the order, written '4.5 mg')",
            "      units 90 capsules (given: the order, written '90')",
            # 50 ÷ 177.3 = 0.282007896...
            "    potency 28.20079 % = strength ÷ weight "
            "(Active in ground tablet, by the label [usp-1160])",
            "      strength 50 mg/tablet (given: the label, written '50 mg')",
            "      weight 177.3 mg/tablet (given: the balance, written '177.3 mg')",
        ]
    )


def test_the_unit_word_and_no_name() -> None:
    first, *_ = explain(powder()).splitlines()
    assert first == "1436 mg (weigh: rounded half up to 1 mg)"
    assert "4.5 mg/unit" in explain(powder())
    assert "90 units" in explain(powder())
    assert "capsule" not in explain(powder())


def test_a_shared_input_is_told_once() -> None:
    pair = total(Mass.of("4.5 mg", by="the order"), Mass.of("3 mg", by="the order"))  # 7.5
    assert explain(total(pair, pair), name="both pairs") == "\n".join(
        [
            "both pairs 15 mg = the sum of all (Together)",
            "  amount 1 7.5 mg = the sum of all (Together)",
            "    amount 1 4.5 mg (given: the order)",
            "    amount 2 3 mg (given: the order)",
            "  amount 2 7.5 mg, as above",
        ]
    )


def test_two_equal_amounts_are_not_one() -> None:
    def portion() -> Mass:
        return share(Mass.of("9 mg", by="the order"), parts=2)

    assert "as above" not in explain(total(portion(), portion()))


def test_a_leaf_is_told_each_time() -> None:
    given = Mass.of("9 mg", by="the order")
    assert explain(total(given, given)).splitlines()[1:] == [
        "  amount 1 9 mg (given: the order)",
        "  amount 2 9 mg (given: the order)",
    ]


def test_names_are_words() -> None:
    weight = potency_of_tablets(strength=PerTablet.of("50 mg"), weight=PerTablet.of("100 mg"))
    lines = explain(weight, name="potency_of_tablets").splitlines()
    assert lines[0].startswith("potency_of_tablets 50 %")  # the caller's name is the caller's
    assert lines[1].startswith("  strength ")


def first_line(amount: Amount) -> str:
    """The amount and what gave it."""
    return explain(amount).split("\n")[0]


class TestOrigins:
    def test_given(self) -> None:
        assert first_line(Mass.of("4.5 mg", by="the order")) == "4.5 mg (given: the order)"

    def test_given_otherwise_written(self) -> None:
        assert first_line(Mass.of("4500 MCG", by="the order")) == (
            "4.5 mg (given: the order, written '4500 MCG')"
        )

    def test_a_reading(self) -> None:
        assert first_line(Mass.reading("1436.0 mg")) == "1436.0 mg (given: the balance)"

    def test_an_exact_number(self) -> None:
        assert first_line(Mass.of(Fraction(1, 3), "mg")) == (
            "0.3333333 mg (given: the caller, written '1/3 mg')"
        )

    def test_cited(self) -> None:
        reserve = Ratio.cited("2 %", entry="grinding reserve", cites=("nrf",), confirmed=True)
        assert first_line(reserve) == "2 % (grinding reserve [nrf])"

    def test_cited_by_several_and_not_confirmed(self) -> None:
        reserve = Ratio.cited(
            "2 %", entry="grinding reserve", cites=("nrf", "this-library"), confirmed=False
        )
        assert first_line(reserve) == (
            "2 % (grinding reserve [nrf, this-library]; not confirmed in a source)"
        )

    def test_derived_without_citation(self) -> None:
        twice = times(Mass.of("4.5 mg"), factor=2)  # 4.5 × 2 = 9
        assert first_line(twice) == "9 mg = amount × factor (So many times the amount)"

    def test_rounded(self) -> None:
        rounded = Rounding("weigh", Mass.of("1 mg"))(Mass.of("4.5 mg"))
        assert first_line(rounded) == "5 mg (weigh: rounded half up to 1 mg)"
