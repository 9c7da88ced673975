"""Single rules where no order leads: steps in another order, amounts that nobody's field states."""

from collections.abc import Callable
from datetime import date

import pytest

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.liquid_steps import MeasureOut
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan as plan_of
from ldn_compound.quantity.kinds import Mass, PerUnit, Volume
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.liq513_mark_moves_it import mark_moves_it
from ldn_compound.rules.rx104_spelling_noted import spelling_noted
from ldn_compound.rules.src214_unconfirmed_figure import unconfirmed_figure
from ldn_compound.rules.wgh304_rounding_moves_it import rounding_moves_it
from ldn_compound.rules.wgh305_nothing_for_loss import nothing_for_loss
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.verify.outcome import carry_out

Planned = Callable[..., Plan]


def test_ground_tablet_weighed_after_the_diluent_is_looked_at_too(planned: Planned) -> None:
    plan = planned(
        capsules={"strength": "4 mg"},
        tablets={"together": "4000 mg"},
        policy=Policy(grinding_reserve="0 %"),
    )
    diluent = next(one for one in plan.steps if isinstance(one, Weigh) and one.what == "diluent")
    others = tuple(step for step in plan.steps if step is not diluent)
    turned = plan.model_copy(update={"steps": (diluent, *others)})
    case = Case(turned, carry_out(turned))
    # 100 × 4 × 200 ÷ 50 = 1600 mg of eight tablets; the fourth step is the fifth now
    assert [(one.step, one.place) for one in nothing_for_loss.check(case)] == [
        (5, "step 5, weigh ground tablet")
    ]


def test_an_amount_that_was_not_rounded_hides_none_that_was(planned: Planned) -> None:
    # 100 × 4.5 mg of tablets of 177.3 mg: 450 × 177.3 ÷ 50 = 1595.7 mg, weighed as 1596 mg
    none = RoundingPolicy(weigh_tolerance="0.001 %")
    plan = planned(policy=Policy(rounding=none))
    given = next(one for one in plan.steps if isinstance(one, Weigh))
    given = given.model_copy(update={"amount": Mass.of("120 mg"), "out_of": "diluent jar"})
    first = plan.model_copy(update={"steps": (given, *plan.steps)})
    found = rounding_moves_it.check(Case(first, carry_out(first)))
    assert [one.observed for one in found][:1] == [
        "1595.7 mg weighed as 1596 mg, moved by 0.01880053 %"  # 0.3 ÷ 1595.7
    ]


def test_nor_is_a_volume_that_was_not_rounded_in_the_way() -> None:
    # 20 mL of glycerol in 100 mL: 30.4 mL for 152 mL, measured as 30 mL in a cylinder of 1 mL marks
    bench = Bench.model_validate(
        {
            "balance": {"readability": "1 mg", "sensitivity": "6 mg", "capacity": "120 g"},
            "measures": [
                {"kind": "cylinder", "capacity": "50 mL", "graduation": "1 mL"},
                {"kind": "cylinder", "capacity": "250 mL", "graduation": "2 mL"},
            ],
        }
    )
    liquid = OralLiquid(
        concentration="1 mg/mL", volume="152 mL", vehicle="ascorbic acid and glycerol vehicle"
    )
    pure = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
    made = plan_of(Order(drug="naltrexone", form=liquid), pure, on=date(2026, 12, 1), bench=bench)
    given = next(one for one in made.steps if isinstance(one, MeasureOut))
    given = given.model_copy(update={"volume": Volume.of("30 mL"), "out_of": "water"})
    first = made.model_copy(update={"steps": (given, *made.steps)})
    found = mark_moves_it.check(Case(first, carry_out(first)))
    assert [one.observed.split(",")[0] for one in found if isinstance(one.observed, str)] == [
        "30.4 mL measured as 30 mL"
    ]


def test_an_amount_handed_over_as_one_is_the_callers(planned: Planned) -> None:
    plan = planned(capsules={"strength": PerUnit.of("4.50 mg")})
    (noted,) = spelling_noted.check(Case(plan, check(plan).outcome))
    assert (noted.place, noted.observed) == (
        "caller",
        "trailing zero: '4.50 mg' was read as 4.5 mg",
    )


def test_a_field_of_two_words_is_two_words(planned: Planned) -> None:
    plan = planned(policy=Policy(grinding_reserve="2.0 %"))
    (noted,) = spelling_noted.check(Case(plan, check(plan).outcome))
    assert noted.place == "policy, grinding reserve"


@pytest.mark.parametrize(
    ("otherwise", "breach"),
    [
        ({}, ("grinding reserve", 1)),  # how many tablets are counted
        # one jar of diluent, weighed in the second step
        (
            {"powder": {}, "capsules": {"fill": {"kind": "estimated"}}},
            ("microcrystalline cellulose, tapped", 2),
        ),
    ],
)
def test_an_unconfirmed_figure_is_told_once_and_where(
    planned: Planned, otherwise: dict[str, object], breach: tuple[str, int]
) -> None:
    plan = planned(**otherwise)
    case = Case(plan, carry_out(plan))
    assert [(one.place, one.step) for one in unconfirmed_figure.check(case)] == [breach]
