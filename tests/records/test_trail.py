"""Each calculation as one line with its numbers, taken from origins and never computed again."""

from __future__ import annotations

from fractions import Fraction

from ldn_compound.equations.balance import held_together, taken
from ldn_compound.equations.demand import equivalent_mass
from ldn_compound.equations.everyday import total
from ldn_compound.equations.taking import mass_for
from ldn_compound.equations.weighing import worst_high
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, MolarMass, Ratio
from ldn_compound.quantity.origins import Derived, RecordedEquation
from ldn_compound.quantity.rounding import Rounding
from ldn_compound.records.trail import ancestry, input_of, workings


def lines(*amounts: Amount, unit: str = "capsule") -> list[str]:
    return [worked.line for _, worked in workings(amounts, unit=unit)]


def test_algebra_numbers_result_and_rounding_stand_on_one_line():
    # 405 ÷ 0.282 = 1436.170...
    wanted = mass_for(active=Mass.of("405 mg"), potency=Ratio.of("28.2 %"))
    weighed = Rounding("weigh", Mass.of("1 mg"))(wanted)
    assert lines(weighed) == [
        "active ÷ potency = 405 mg ÷ 28.2 % = 1436.17 mg, rounded half up to 1 mg: 1436 mg"
    ]


def test_the_plans_own_line(reviewed):
    plan = reviewed().plan
    assert lines(plan.taken)[-1] == (
        "active ÷ potency = 405 mg ÷ 28.20079 % = 1436.13 mg, rounded half up to 1 mg: 1436 mg"
    )


def test_a_name_within_a_longer_name_keeps_its_own_number():
    # 405 × 377.86 ÷ 341.41 = 448.24
    converted = equivalent_mass(
        mass=Mass.of("405 mg"),
        molar_mass=MolarMass.of("341.41 g/mol"),
        molar_mass_wanted=MolarMass.of("377.86 g/mol"),
    )
    assert lines(converted)[0].startswith(
        "mass × molar mass wanted ÷ molar mass = 405 mg × 377.86 g/mol ÷ 341.41 g/mol = 448.2"
    )


def test_numbers_stand_within_a_function_too():
    assert lines(taken(wanted=Mass.of("5 mg"), held=Mass.of("3 mg"))) == [
        "the least of wanted and held = the least of 5 mg and 3 mg = 3 mg"
    ]


def test_a_sum_lists_what_it_adds():
    both = total(Mass.of("1436 mg"), Mass.of("13882 mg"))
    assert lines(both) == ["the sum of all = 1436 mg + 13882 mg = 15318 mg"]
    held = held_together(constituents=(Mass.of("450 mg"), Mass.of("1145.7 mg")))
    assert lines(held) == ["the sum of the constituents = 450 mg + 1145.7 mg = 1595.7 mg"]


def test_a_sum_of_one_does_not_repeat_itself():
    assert lines(total(Mass.of("5 g"))) == ["the sum of all = 5000 mg"]


def test_what_cannot_be_put_in_its_place_stands_beside_the_line():
    worst = worst_high(errors=(Ratio.of("1 %"), Ratio.of("2 %")))
    (line,) = lines(worst)
    # 1.01 × 1.02 = 1.0302
    assert "errors 1 1 %, errors 2 2 %" in line
    assert line.endswith(" = 103.02 %")


def test_nothing_is_computed_again():
    # A recorded equation has no body; the sheet shows what was recorded, right or wrong.
    recorded = RecordedEquation("mass_for", "active ÷ potency", "Material", ("usp-1160",))
    inputs = (("active", Mass.of("405 mg")), ("potency", Ratio.of("50 %")))
    stored = Mass.in_base(Fraction(810), Derived(recorded, inputs))
    wrong = Mass.in_base(Fraction(811), Derived(recorded, inputs))
    assert lines(stored) == ["active ÷ potency = 405 mg ÷ 50 % = 810 mg"]
    assert lines(wrong) == ["active ÷ potency = 405 mg ÷ 50 % = 811 mg"]


def test_a_stated_amount_that_is_rounded_shows_both():
    rounded = Rounding("weigh", Mass.of("1 mg"))(Mass.of("4.5 mg"))
    ((_, worked),) = workings((rounded,), unit="capsule")
    assert worked == ("Weigh", "4.5 mg, rounded half up to 1 mg: 5 mg")


def test_a_stated_amount_has_no_working():
    assert lines(Mass.of("4.5 mg")) == []


def test_the_unit_is_called_as_asked(reviewed):
    strength_line = lines(reviewed().plan.active, unit="preparation")[-1]
    assert "4.5 mg/preparation × 90 preparations" in strength_line


def test_inputs_come_before_results_and_each_once():
    one = Mass.of("1 mg")
    two = total(one, one)
    four = total(two, two)
    assert list(ancestry((four, two))) == [one, two, four]


def test_an_input_is_found_by_name():
    wanted = mass_for(active=Mass.of("405 mg"), potency=Ratio.of("28.2 %"))
    assert input_of(wanted, "potency") == Ratio.of("28.2 %")
    assert input_of(wanted, "weight") is None
    assert input_of(Mass.of("1 mg"), "weight") is None
