"""What weighings ask of a balance, compounded by hand."""

from __future__ import annotations

from fractions import Fraction

from ldn_compound.model.deciding import deciding
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.steps import Encapsulate, Mix, Package, Step, Weigh
from ldn_compound.planning.weighings import Weighings, weighings
from ldn_compound.quantity.kinds import Mass, UnitCount, Volume

ERROR = Mass.of("6 mg")


def weigh(amount: str, out_of: str, into: str, *, active: bool = True) -> Weigh:
    return Weigh(what="it", amount=amount, out_of=out_of, into=into, carries_active=active)


def fill(vessel: str, run: int = 1) -> Encapsulate:
    return Encapsulate(
        vessel=vessel, units=UnitCount.of(30), shell="size 3", run=run, net_fill=None
    )


def asked(*steps: Step) -> Weighings:
    return weighings(steps, deciders=deciding(steps).values(), error=ERROR)


def test_one_weighing() -> None:
    # 6 ÷ 120 = 5 %
    found = asked(weigh("120 mg", "jar", "mortar"), fill("mortar"))
    assert found == Weighings(Fraction(120), Fraction("1.05"), Fraction("0.95"), True)


def test_three_at_the_minimum_compound() -> None:
    # 1.05³ = 1.157625 and 0.95³ = 0.857375
    found = asked(
        weigh("120 mg", "jar", "dilution"),
        weigh("120 mg", "diluent", "boat"),
        Mix(vessel="dilution", added="boat"),
        weigh("120 mg", "dilution", "mortar"),
        fill("mortar"),
    )
    assert (found.high, found.low) == (Fraction("1.157625"), Fraction("0.857375"))


def test_a_diluent_that_only_fills_counts_for_the_minimum_alone() -> None:
    found = asked(
        weigh("240 mg", "jar", "mortar"),
        weigh("100 mg", "diluent", "boat", active=False),
        Mix(vessel="mortar", added="boat"),
        fill("mortar"),
    )
    # 6 ÷ 240 = 2.5 %
    assert found == Weighings(Fraction(100), Fraction("1.025"), Fraction("0.975"), True)


def test_the_worst_run_decides_and_the_last_is_off_by_the_share_before_it() -> None:
    found = asked(
        weigh("300 mg", "jar", "mortar"),
        weigh("200 mg", "mortar", "run 1"),
        fill("run 1"),
        weigh("150 mg", "mortar", "run 2"),
        fill("run 2", 2),
        fill("mortar", 3),
    )
    # 6/300 = 2 %, 6/150 = 4 %: 1.02 × 1.04 = 1.0608 and 0.98 × 0.96 = 0.9408
    assert (found.high, found.low) == (Fraction("1.0608"), Fraction("0.9408"))


def test_a_liquid_counts_its_marks() -> None:
    found = asked(
        weigh("120 mg", "jar", "flask"),
        BringTo(
            vessel="flask", volume="10 mL", what="water", out_of="water", measure="a cylinder",
            error="0.05 mL", carries_active=True,
        ),
        MeasureOut(
            what="solution", volume="5 mL", out_of="flask", into="bottle", measure="a syringe",
            least="1 mL", error="0.1 mL", carries_active=True,
        ),
        Package(units=UnitCount.of(1), container="bottle", vessel="bottle"),
    )  # fmt: skip
    # 6/120 = 5 %, 0.05/10 = 0.5 %, 0.1/5 = 2 %: 1.05 × 1.005 × 1.02 = 1.076355
    assert found.high == Fraction("1.076355")
    assert found.measurable


def test_a_volume_below_what_its_measure_is_used_for() -> None:
    small = MeasureOut(
        what="water", volume=Volume.of("1 mL"), out_of="jug", into="bottle", measure="a cylinder",
        least="2 mL", error="0.05 mL", carries_active=False,
    )  # fmt: skip
    found = asked(small)
    assert not found.measurable
    assert not found.within(minimum=Fraction(0), largest_error=Fraction(1))


def test_the_limits_themselves_are_within() -> None:
    five = Weighings(Fraction(120), Fraction("1.05"), Fraction("0.95"), True)
    assert five.within(minimum=Fraction(120), largest_error=Fraction(5, 100))
    assert not five.within(minimum=Fraction("120.001"), largest_error=Fraction(5, 100))
    assert not five.within(minimum=Fraction(120), largest_error=Fraction("0.04999"))
    lower = five._replace(low=Fraction("0.9499"))
    assert not lower.within(minimum=Fraction(120), largest_error=Fraction(5, 100))


def test_nothing_weighed_is_within_any_limit() -> None:
    assert asked(fill("mortar")) == Weighings(None, Fraction(1), Fraction(1), True)
