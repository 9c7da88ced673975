"""Whole tablets: what the plan offers is what its units hold, near what was ordered."""

from datetime import date

from hypothesis import event, example, given, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)


@example(halves=5, quantity=1, use="quarter", strength="4.5 mg", weight=1959)  # 4 × 95 mg diluent
@given(
    halves=st.integers(1, 20),
    quantity=st.integers(1, 300),
    use=st.sampled_from(("whole", "half", "quarter")),
    strength=st.sampled_from(("50 mg", "25 mg", "4.5 mg")),
    weight=st.integers(1000, 2000),
)
def test_the_way_taken_is_what_the_units_hold(
    halves: int, quantity: int, use: str, strength: str, weight: int
) -> None:
    form = Capsules(strength=f"{halves // 2}.{halves % 2 * 5} mg", quantity=quantity)
    source = Tablets(
        strength=strength, weight=f"{weight // 10}.{weight % 10} mg", use=use, scored="quarters"
    )
    policy = Policy()
    try:
        made = plan(Order(drug="naltrexone", form=form), source, policy=policy, on=ON)
    except PlanError as refused:
        event("infeasible")
        assert refused.remedy  # noqa: PT017 - a refusal is a legitimate outcome, not the one tested
        return
    assert made.taken_from == source  # all that is ground goes in, and no part of it elsewhere
    way = made.whole_tablet_ways[0]
    event(f"{use}, units beyond the order: {made.units > form.quantity}")
    counted = next(step.tablets for step in made.steps if step.verb == "count")
    assert (made.units, counted) == (way.units, way.tablets)
    assert way.units >= form.quantity
    assert counted.value > 0
    content = counted.value * source.strength.value / made.units.value
    ordered = form.strength.value
    assert abs(content / ordered - 1) <= policy.whole_tablet_tolerance.value / 100
    for run in carry_out(made).runs:
        event(f"runs: {run.run}")
    if len(carry_out(made).runs) == 1:
        assert carry_out(made).runs[0].active.value == content
