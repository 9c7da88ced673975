"""How many units so much of a material makes, by hand and as the planner would count."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ldn_compound.choosing.most_units import most_units
from ldn_compound.errors import AmountError, KindError, PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Count
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Mass, TabletCount, UnitCount
from ldn_compound.sources.foreign import Foreign
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.trituration import Trituration

from .conftest import ON, as_is, powder, tablets

UNDILUTED = Policy(most_stages=0)

# material, strength, source, what else is said, units worked by hand
BY_HAND: list[Any] = [
    # 40 × 0.910425 = 36.417 mg; ÷ 1.5 = 24.28
    (Mass.of("40 mg"), "1.5 mg", powder(), {}, 24),
    # 36 ÷ 1.5 = 24 and nothing over
    (Mass.of("36 mg"), "1.5 mg", as_is("100 %"), {}, 24),
    # 35.999 ÷ 1.5 = 23.999
    (Mass.of("35.999 mg"), "1.5 mg", as_is("100 %"), {}, 23),
    # base: 1.5 × 377.86 ÷ 341.41 = 1.66015 mg of hydrochloride; 36.417 ÷ 1.66015 = 21.94
    (Mass.of("40 mg"), "1.5 mg", powder(), {"strength_as": "naltrexone"}, 21),
    # 10 % more in each: 1.65 mg; 39.6 ÷ 1.65 = 24
    (Mass.of("39.6 mg"), "1.5 mg", as_is("100 %"), {"policy": Policy.nrf()}, 24),
    # 39.5 ÷ 1.65 = 23.94
    (Mass.of("39.5 mg"), "1.5 mg", as_is("100 %"), {"policy": Policy.nrf()}, 23),
    # 40 × 1.02 = 40.8; ÷ 1.5 = 27.2
    (Mass.of("40 mg"), "1.5 mg", as_is("102 %"), {}, 27),
    # counted as 100 %: 40 ÷ 1.5 = 26.67
    (
        Mass.of("40 mg"),
        "1.5 mg",
        as_is("102 %"),
        {"policy": Policy(negative_correction="none")},
        26,
    ),
    # 200 mg and 1800 mg: tenfold; 400 × 0.1 × 0.910425 = 36.417 mg
    (
        Mass.of("400 mg"),
        "1.5 mg",
        Trituration(of=powder(), powder="200 mg", diluent="1800 mg"),
        {},
        24,
    ),
    # ground already: 177.3 mg hold 50 mg; ÷ 4.5 = 11.1
    (Mass.of("177.3 mg"), "4.5 mg", tablets(), {}, 11),
    # still to be ground, 2 % kept: 150 ÷ (4.5 × 1.02) = 32.7
    (TabletCount.of(3), "4.5 mg", tablets(), {}, 32),
    # all of their powder goes in: 150 ÷ 4.5 = 33.3
    (TabletCount.of(3), "4.5 mg", tablets(use="whole"), {}, 33),
    # 9 × 50 ÷ 4.5 = 100 and nothing over
    (TabletCount.of(9), "4.5 mg", tablets(use="whole"), {}, 100),
    # 2.5 × 50 ÷ 5 = 25
    (TabletCount.of("2.5 tablets"), "5 mg", tablets(use="half"), {}, 25),
    # by an assay of 96 %: 3 × 48 ÷ 4.5 = 32
    (TabletCount.of(3), "4.5 mg", tablets(use="whole", assay="96 %"), {}, 32),
]


@pytest.mark.parametrize(("material", "strength", "source", "said", "units"), BY_HAND)
def test_by_hand(material: Any, strength: str, source: Any, said: Any, units: int) -> None:
    found = most_units(material, strength=strength, source=source, **said)
    assert found == UnitCount.of(units)


def test_it_shows_its_working() -> None:
    found = most_units(Mass.of("40 mg"), strength="1.5 mg", source=powder())
    assert explain(found, unit="capsule").splitlines()[:4] == [
        "24 capsules (count units, no more: rounded down to 1 unit)",
        "  before rounding 24.278 capsules = active ÷ strength (Units that hold the active wanted, "
        "or that an active is enough for [usp-1160])",
        "    active 36.417 mg = mass × potency (Active in what was weighed [usp-1160])",
        "      mass 40 mg (given: the caller)",
    ]


def test_the_reserve_is_in_the_working() -> None:
    found = explain(most_units(TabletCount.of(3), strength="4.5 mg", source=tablets()))
    assert "powder × (1 + reserve)" in found
    whole = explain(most_units(TabletCount.of(3), strength="4.5 mg", source=tablets(use="whole")))
    assert "reserve" not in whole


SOURCES = st.sampled_from([powder(), as_is("102 %"), as_is("98.6 %")])
STRENGTHS = st.sampled_from(["0.5 mg", "1.5 mg", "3 mg", "4.5 mg"])
COUNTED = st.sampled_from(["naltrexone hydrochloride", "naltrexone"])
POLICIES = st.sampled_from(
    [
        UNDILUTED,
        Policy.nrf().model_copy(update={"most_stages": 0}),
        Policy(most_stages=0, negative_correction="none", grinding_reserve="5 %"),
    ]
)


def planned(units: UnitCount, strength: str, counts: str, source: Any, policy: Policy) -> Any:
    form = Capsules(strength=strength, quantity=int(units.base))
    order = Order(drug="naltrexone", form=form, strength_as=counts)
    return plan(order, source, on=ON, policy=policy)


@given(
    mass=st.integers(min_value=80, max_value=9000),
    strength=STRENGTHS,
    counts=COUNTED,
    source=SOURCES,
    policy=POLICIES,
)
@settings(max_examples=60, deadline=None)
def test_a_plan_for_so_many_wants_no_more_than_there_is_and_for_one_more_it_does(
    mass: int, strength: str, counts: str, source: Any, policy: Policy
) -> None:
    held = Mass.of(f"{mass / 10} mg")
    said = {"strength_as": counts, "policy": policy}
    units = most_units(held, strength=strength, source=source, **said)
    assert planned(units, strength, counts, source, policy).wanted <= held
    more = UnitCount.of(int(units.base) + 1)
    assert planned(more, strength, counts, source, policy).wanted > held


@given(
    count=st.integers(min_value=1, max_value=12),
    strength=STRENGTHS,
    counts=COUNTED,
    policy=POLICIES,
)
@settings(max_examples=40, deadline=None)
def test_a_plan_for_so_many_counts_no_more_tablets_and_for_one_more_it_does(
    count: int, strength: str, counts: str, policy: Policy
) -> None:
    held = TabletCount.of(count)
    units = most_units(held, strength=strength, source=tablets(), strength_as=counts, policy=policy)

    def counted(number: UnitCount) -> TabletCount:
        steps = planned(number, strength, counts, tablets(), policy).steps
        return next(step.tablets for step in steps if isinstance(step, Count))

    assert counted(units) <= held
    assert counted(UnitCount.of(int(units.base) + 1)) > held


class TestRefusals:
    @pytest.mark.parametrize(
        ("material", "strength", "source", "says"),
        [
            # 4.5 ÷ 0.910425 = 4.942746… mg for one, 1 mg is there
            (
                Mass.of("1 mg"),
                "4.5 mg",
                powder(),
                "1 mg of naltrexone hydrochloride powder: 0.910425 mg of naltrexone "
                "hydrochloride, and one unit takes 4.5 mg; at least 3.942747 mg more is needed",
            ),
            # nothing left at all
            (
                Mass.of("0 mg"),
                "4.5 mg",
                as_is("100 %"),
                "0 mg of naltrexone hydrochloride powder: 0 mg of naltrexone hydrochloride, and "
                "one unit takes 4.5 mg; at least 4.5 mg more is needed",
            ),
            # 110 × 1.02 = 112.2 mg of drug for one: 2.244 tablets, 3; 1 is there
            (
                TabletCount.of(1),
                "110 mg",
                tablets(),
                "1 tablet: 50 mg of naltrexone hydrochloride, and one unit takes 112.2 mg, what "
                "stays in the mortar included; at least 2 tablets more is needed",
            ),
            # 150 mg in one unit of 110 mg is 136 %; two of 110 mg would need 4.4 tablets
            (
                TabletCount.of(3),
                "110 mg",
                tablets(use="whole"),
                "3 tablets: in 1 unit each holds 136.3636 % of its strength; whole tablets may be "
                "2 % off; take another number of tablets, or use them by weight",
            ),
        ],
    )
    def test_not_enough_says_how_much_more(
        self, material: Any, strength: str, source: Any, says: str
    ) -> None:
        with pytest.raises(AmountError, match=f"^{re.escape(says)}$"):
            most_units(material, strength=strength, source=source)

    def test_what_it_says_is_missing_is_enough(self) -> None:
        """3.942747 mg more, and 3.942746 mg more is not: 4.942747 × 0.910425 = 4.5000004…"""
        enough = most_units(Mass.of("4.942747 mg"), strength="4.5 mg", source=powder())
        assert enough == UnitCount.of(1)
        with pytest.raises(AmountError):
            most_units(Mass.of("4.942746 mg"), strength="4.5 mg", source=powder())

    @pytest.mark.parametrize("material", ["40 mg", 40, None, UnitCount.of(3), 4.5])
    def test_no_mass_and_no_tablets(self, material: Any) -> None:
        with pytest.raises(KindError, match=r"write Mass.of\('40 mg'\) or TabletCount.of\(3\)"):
            most_units(material, strength="1.5 mg", source=powder())

    def test_tablets_of_a_powder(self) -> None:
        with pytest.raises(KindError, match=r"3 tablets: the source is .* powder; state its mass"):
            most_units(TabletCount.of(3), strength="1.5 mg", source=powder())

    def test_a_liquid(self) -> None:
        solution = Prepared(
            name="solution",
            number="S1",
            made="2026-11-01",
            beyond_use="2027-01-01",
            concentration="10 mg/mL",
        )
        with pytest.raises(PlanError, match="solution is a liquid; a powder is to be weighed"):
            most_units(Mass.of("40 mg"), strength="1.5 mg", source=solution)

    def test_a_source_that_is_not_known(self) -> None:
        with pytest.raises(PlanError, match="'Lozenges' is not known here"):
            most_units(
                Mass.of("40 mg"), strength="1.5 mg", source=Foreign(name="Lozenges", fields={})
            )

    @pytest.mark.parametrize("strength", ["0 mg", "1,5 mg", "50 mg/tablet"])
    def test_a_strength_that_is_none(self, strength: str) -> None:
        with pytest.raises(ValueError, match=re.escape(strength[:4])):
            most_units(Mass.of("40 mg"), strength=strength, source=powder())

    def test_milligrams_of_what_is_not_known(self) -> None:
        with pytest.raises(ValueError, match="nalmefene"):
            most_units(
                Mass.of("40 mg"), strength="1.5 mg", source=powder(), strength_as="nalmefene"
            )
