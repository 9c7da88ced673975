"""Single rules where no order leads: steps in another order, amounts that nobody's field states."""

from collections.abc import Callable

import pytest

from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.rx104_spelling_noted import spelling_noted
from ldn_compound.rules.src214_unconfirmed_figure import unconfirmed_figure
from ldn_compound.rules.wgh305_nothing_for_loss import nothing_for_loss
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
