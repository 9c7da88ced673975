"""What the directions come to in a day, which capsules make a dose, how long a quantity lasts."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, strategies as st

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.kit import kit, orders
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, UnitCount
from ldn_compound.rules.capsule_sums import counts_in, not_made_of
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.directed import Coverage, Directed
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.verify.outcome import carry_out

Planned = Callable[..., Plan]


def periods(*stated: tuple[str, int, int]) -> Regimen:
    """Of doses in mg, days, and times a day."""
    return Regimen(
        periods=tuple(
            Period(dose=dose, days=f"{days} days", times_a_day=often)
            for dose, days, often in stated
        )
    )


def directed(made: Plan) -> Directed:
    found = Case(made, carry_out(made)).directed
    assert found is not None
    return found


@pytest.fixture
def of_capsules(planned: Planned) -> Callable[..., Directed]:
    """The directions of an order of capsules of 1.5 mg."""

    def made(regimen: Regimen, *, quantity: int = 100, beside: tuple[str, ...] = ()) -> Directed:
        order = {"directions": regimen, "beside": beside}
        return directed(planned(order=order, capsules={"strength": "1.5 mg", "quantity": quantity}))

    return made


OfCapsules = Callable[..., Directed]


def test_nothing_directed_is_nothing_to_judge(planned: Planned) -> None:
    made = planned()
    assert Case(made, carry_out(made)).directed is None


def test_periods_of_one_total_are_one_level(of_capsules: OfCapsules) -> None:
    found = of_capsules(periods(("1.5 mg", 4, 2), ("3 mg", 3, 1), ("1.5 mg", 5, 1))).levels
    # 2 × 1.5 mg = 3 mg for 4 + 3 days, then 1.5 mg
    assert [(str(one.a_day), str(one.days)) for one in found] == [
        ("3 mg", "7 days"),
        ("1.5 mg", "5 days"),
    ]
    assert [one.place for one in found] == ["directions, period 1", "directions, period 3"]


def test_only_a_rise_is_a_step_up(of_capsules: OfCapsules) -> None:
    ladder = periods(("1.5 mg", 7, 1), ("3 mg", 7, 1), ("1.5 mg", 7, 1), ("4.5 mg", 7, 1))
    steps = [(str(a.a_day), str(b.a_day)) for a, b in of_capsules(ladder).steps_up]
    assert steps == [("1.5 mg", "3 mg"), ("1.5 mg", "4.5 mg")]


@pytest.mark.parametrize(
    ("quantity", "lasts"),
    [
        (13, 13),
        (14, 14),
        (15, 14),  # one capsule is half a dose of 3 mg
        (16, 15),
        (42, 28),
        (44, 28),
        (45, 29),
        (48, 30),  # the directions end
        (50, 30),
        (51, 31),  # 3 more capsules, one more day of 4.5 mg
    ],
)
def test_days_are_counted_dose_by_dose(of_capsules: OfCapsules, quantity: int, lasts: int) -> None:
    # 14 × 1 + 14 × 2 + 2 × 3 = 48 capsules in 30 days
    ladder = periods(("1.5 mg", 14, 1), ("3 mg", 14, 1), ("4.5 mg", 2, 1))
    found = of_capsules(ladder, quantity=quantity).coverage
    assert isinstance(found, Coverage)
    assert (found.needed.base, found.lasts, found.directed) == (48, lasts, 30)


def test_a_kit_or_a_part_of_a_capsule_is_not_counted(of_capsules: OfCapsules) -> None:
    assert of_capsules(periods(("3 mg", 7, 1)), beside=("0.5 mg",)).coverage is None
    assert of_capsules(periods(("2 mg", 7, 1))).coverage is None


def test_beside_others_the_fewest_and_the_most_of_them_are_counted(of_capsules: OfCapsules) -> None:
    # Of 1.5 mg beside 1 mg: 3 mg takes 0 or 2 of it, 2.5 mg 1, 2 mg none, 4.5 mg 1 or 3.
    ladder = periods(("3 mg", 5, 2), ("2.5 mg", 10, 1), ("4.5 mg", 4, 1), ("2 mg", 3, 1))
    found = of_capsules(ladder, quantity=12, beside=("1 mg",))
    assert found.coverage is None
    fewest, most = found.fewest_taken, found.most_taken
    assert fewest is not None
    assert most is not None
    # 0 + 10 + 4 + 0, and 5 × 2 × 2 + 10 + 4 × 3 + 0
    assert (fewest.needed.base, most.needed.base) == (14, 42)
    # 5 days of none, 10 of one, 2 more of one; and 3 days of 4
    assert fewest.said == "12 capsules, enough for at most 17 days"
    assert fewest.wanted == "at least 14 capsules, for 22 days of directions"
    assert most.said == "12 capsules, enough for at least 3 days"
    assert most.wanted == "at most 42 capsules, for 22 days of directions"
    enough = of_capsules(ladder, quantity=14, beside=("1 mg",)).fewest_taken
    assert enough is not None
    assert enough.lasts == 22  # the last dose takes none, and nothing is said of days beyond it


def test_a_dose_that_nothing_makes_is_not_counted_beside_others(of_capsules: OfCapsules) -> None:
    found = of_capsules(periods(("3.2 mg", 7, 1)), beside=("0.5 mg",))
    assert (found.fewest_taken, found.most_taken) == (None, None)


def test_what_is_too_fine_to_go_through_is_thought_possible(of_capsules: OfCapsules) -> None:
    # A part of 1 ng, of which 4.5 mg are 4 500 000: any of 0, 1, 2 or 3 capsules may be taken.
    found = of_capsules(periods(("4.5 mg", 7, 1)), beside=("0.000001 mg",))
    assert found.fewest_taken is not None
    assert found.most_taken is not None
    assert (found.fewest_taken.needed.base, found.most_taken.needed.base) == (0, 21)


@given(
    st.lists(st.integers(1, 12), min_size=2, max_size=3, unique=True),
    st.integers(1, 40),
    st.sampled_from((Fraction(1), Fraction(1, 10), Fraction(1, 3))),
)
def test_counts_against_every_count(strengths: list[int], dose: int, part: Fraction) -> None:
    every = product(*(range(dose // one + 1) for one in strengths))
    makes = {n for n in every if sum(a * b for a, b in zip(n, strengths, strict=True)) == dose}
    own, *others = (one * part for one in strengths)
    found = counts_in(dose * part, own=own, others=tuple(others))
    assert found == tuple(sorted({counts[0] for counts in makes}))


def test_a_kit_s_own_counts_are_neither_too_few_nor_too_many() -> None:
    powder = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
    ladder = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")
    for order in orders(kit(ladder)):
        codes = {one.code for one in check(plan(order, powder, on=date(2026, 12, 1))).findings}
        assert not codes & {"REG902", "REG903"}
        short = order.model_copy(update={"form": order.form.of_size(order.form.size - 1)})
        found = directed(plan(short, powder, on=date(2026, 12, 1))).fewest_taken
        assert found is not None
        # 63 of 0.5 mg are the fewest; what 1.5 mg makes, 0.5 mg makes too
        assert (found.needed > found.supplied) is (str(order.form.strength) == "0.5 mg/unit")


def test_a_liquid_is_counted_as_it_is_drawn() -> None:
    form = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="purified water")
    powder = Powder.model_validate(
        {
            "substance": "naltrexone hydrochloride",
            "certificate": {"basis": "as is", "assay": "100 %"},
        }
    )
    # 1.48 mL is drawn as 1.5 mL, 3 mL as 3 mL; no syringe holds 200 mL, which is counted as it is
    regimen = periods(("1.48 mg", 10, 2), ("3 mg", 5, 1), ("200 mg", 1, 1))
    order = Order(drug="naltrexone", form=form, directions=regimen)
    found = directed(plan(order, powder, on=date(2026, 12, 1))).coverage
    assert isinstance(found, Coverage)
    assert found.needed.base == 20 * Fraction(3, 2) + 5 * 3 + 200
    assert found.lasts == 15  # 30 + 15 = 45 mL; 55 mL are no 200 mL
    assert found.said == "100 mL, enough for 15 days"
    assert found.wanted == "245 mL, for 16 days of directions"


def test_one_day_is_said_so() -> None:
    one = UnitCount.of(1)
    found = Coverage(supplied=one, needed=one, lasts=1, directed=1)
    assert found.said == "1 capsule, enough for 1 day"
    assert found.wanted == "1 capsule, for 1 day of directions"


@given(
    strengths=st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True),
    doses=st.lists(st.integers(1, 40), min_size=1, max_size=4),
    part=st.sampled_from([Fraction(1), Fraction(1, 4), Fraction(1, 3)]),
)
def test_sums_of_capsules_against_every_count(
    strengths: list[int], doses: list[int], part: Fraction
) -> None:
    most = max(doses)
    counts = product(*(range(most // one + 1) for one in strengths))
    made = {
        sum(number * one for number, one in zip(each, strengths, strict=True)) for each in counts
    }
    found = not_made_of(
        tuple(one * part for one in strengths), tuple(dose * part for dose in doses)
    )
    assert found == {dose * part for dose in doses if dose not in made}


def test_a_search_without_end_is_given_up_and_the_dose_is_not_made() -> None:
    # 0.499999 and 0.7 mg make millions of sums under 45 kg
    kilograms = Fraction(45_000_000_000_001, 10**6)
    strengths = (Fraction(499999, 10**6), Fraction(7, 10))
    assert not_made_of(strengths, (kilograms,)) == {kilograms}


def test_each_dose_that_is_not_made_has_its_place(of_capsules: OfCapsules) -> None:
    regimen = periods(("1.5 mg", 7, 1), ("2 mg", 7, 1), ("1.5 mg", 7, 1), ("4 mg", 7, 1))
    assert list(of_capsules(regimen).not_made) == [
        ("directions, dose 2", Mass.of("2 mg")),
        ("directions, dose 3", Mass.of("4 mg")),
    ]
    assert list(of_capsules(regimen, beside=("0.5 mg",)).not_made) == []
