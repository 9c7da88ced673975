"""The draws that the laws are tried on: ties, refusals, powder and tablets are all among them."""

from collections import Counter
from fractions import Fraction

from hypothesis import Phase, given, settings

from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.origins import Rounded
from ldn_compound.strategies import Job, cases

DRAWS = 400


def _at_a_tie(plan: Plan) -> bool:
    """Whether the powder wanted lies halfway between two marks of the balance."""
    if not isinstance(plan.taken.origin, Rounded):
        return False
    steps: Fraction = plan.taken.origin.before.base / plan.bench.balance.readability.base
    return steps.denominator == 2


def test_a_tenth_of_the_draws_each_are_ties_refusals_powder_and_tablets() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=DRAWS, phases=(Phase.generate,), derandomize=True, database=None)
    @given(case=cases())
    def draw(case: Job) -> None:
        seen["all"] += 1
        seen[type(case.source).__name__] += 1
        try:
            plan = case.plan()
        except PlanError:
            seen["infeasible"] += 1
        else:
            seen["tie"] += _at_a_tie(plan)
            seen[f"{plan.filling.basis} fill"] += 1
            seen["several runs"] += sum(step.verb == "encapsulate" for step in plan.steps) > 1

    draw()
    assert seen["all"] >= DRAWS
    for kind in ("Tablets", "Powder", "infeasible", "tie"):
        assert 10 * seen[kind] >= seen["all"], seen
    for kind in ("estimated fill", "calibrated fill", "measured fill", "several runs"):
        assert 20 * seen[kind] >= seen["all"], seen
