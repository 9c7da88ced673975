"""An order that does not fit names the shell in which it would, and it does."""

import re
from datetime import date

import pytest

from ldn_compound import Capsules, Measured, Order, Packed, Plan, PlanError, Tablets, plan

ON = date(2026, 12, 1)
TABLETS = Tablets(strength="50 mg", weighed=20, together="3546 mg")


def order(shell: str | None, strength: str = "45 mg") -> Order:
    return Order(drug="naltrexone", form=Capsules(strength=strength, quantity=90, shell=shell))


def test_a_shell_too_small_names_one_that_is_not() -> None:
    # 45 mg × 177.3 ÷ 50 = 159.57 mg of powder in 0.13 mL × 0.46 g/mL = 59.8 mg of room
    with pytest.raises(PlanError, match=r"shell 5 holds 59.8 mg/capsule") as refused:
        plan(order("5"), TABLETS, on=ON)
    named = re.search(r"take shell = '(\d+)'", str(refused.value))
    assert named is not None
    assert plan(order(named[1]), TABLETS, on=ON).filling is not None


def test_where_no_house_size_fits_the_remedy_is_a_larger_one() -> None:
    # 90 mg × 177.3 ÷ 50 = 319.14 mg; the house's largest, 0, has 0.68 × 0.46 = 312.8 mg
    with pytest.raises(PlanError) as refused:
        plan(order(None, "90 mg"), TABLETS, on=ON)
    named = re.search(r"take shell = '(\d+)'", str(refused.value))
    assert named is not None
    assert named[1] == "00"  # 0.95 × 0.46 × 80 % = 349.6 mg
    assert plan(order(named[1], "90 mg"), TABLETS, on=ON).filling is not None


def test_a_dose_that_fits_no_shell_is_to_be_divided() -> None:
    with pytest.raises(PlanError, match="several capsules of a smaller strength"):
        plan(order(None, "300 mg"), TABLETS, on=ON)


def test_a_measured_fill_needs_its_shell_named() -> None:
    fill = Measured(diluent=Packed(shells=10, together="1702 mg"))
    form = Capsules(strength="4.5 mg", quantity=90, fill=fill)
    with pytest.raises(PlanError, match="name the shell it was measured in"):
        plan(Order(drug="naltrexone", form=form), TABLETS, on=ON)
    named = form.model_copy(update={"shell": order("2").form.shell})
    assert plan(Order(drug="naltrexone", form=named), TABLETS, on=ON).filling is not None


def test_a_fill_measured_in_another_shell_is_to_be_measured_again() -> None:
    """50 mg in 177.3 mg of tablet, in a shell that 172 mg of ground tablet fill.

    172 mg ÷ 0.3 mL = 573.3 mg/mL: a size 1 shell of 0.5 mL would hold 286.7 mg, of which 177.3 mg
    are 62 %. With the fill of the smaller shell the refusal would be the same again.
    """

    def made(shell: str, together: str) -> Plan:
        fill = Measured(
            diluent=Packed(shells=10, together=together),
            powder=Packed(shells=10, together=together),
        )
        form = Capsules(strength="50 mg", quantity=90, shell=shell, fill=fill)
        return plan(Order(drug="naltrexone", form=form), TABLETS, on=ON)

    with pytest.raises(PlanError) as refused:
        made("3", "1720 mg")
    assert refused.value.remedy == (
        "take shell = '1' (0.5 mL/capsule), in which it takes at most 80 % of the room, and state "
        "the fill as measured in that one"
    )
    assert made("1", "2867 mg").filling is not None
