"""By weight and undiluted, more capsules never need fewer tablets, nor less powder or active."""

from datetime import date

from hypothesis import event, given, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.quantity.kinds import TabletCount, UnitCount
from ldn_compound.strategies import Job, benches, orders, policies, powders, tablets

ON = date(2026, 12, 1)
MOST = 8000


def _for_another_quantity(order: Order, quantity: int) -> Order:
    stated = {name: getattr(order.form, name) for name in Capsules.model_fields}
    form = Capsules(**(stated | {"quantity": quantity}))
    return Order(drug=order.drug, form=form, strength_as=order.strength_as, avoid=order.avoid)


def _planned(case: Job, quantity: int) -> Plan | None:
    try:
        return case._replace(order=_for_another_quantity(case.order, quantity)).plan()
    except PlanError:
        return None


def _counted(plan: Plan) -> TabletCount:
    return next(step.tablets for step in plan.steps if step.verb == "count")


@given(
    order=orders(),
    source=st.one_of(tablets(), powders()),
    bench=benches(),
    policy=policies(most_stages=0),
    more=st.one_of(st.just(1), st.integers(1, 2000)),
)
def test_more_is_never_less(
    order: Order, source: Source, bench: Bench, policy: Policy, more: int
) -> None:
    case = Job(order, source, bench, policy, ON)
    quantity = min(int(order.form.quantity.value), MOST)
    smaller, larger = _planned(case, quantity), _planned(case, quantity + more)
    if smaller is None or larger is None:
        event("infeasible")
        return
    event(f"source: {type(source).__name__}")
    assert larger.units.value == smaller.units.value + more
    assert larger.active > smaller.active
    assert larger.wanted > smaller.wanted
    assert larger.taken >= smaller.taken
    if smaller.steps[0].verb == "count":
        event(f"tablets: {'more' if _counted(larger) > _counted(smaller) else 'as many'}")
        assert _counted(larger) >= _counted(smaller)


@given(order=orders(), quantity=st.integers(1, MOST))
def test_a_copy_for_another_quantity_is_an_order_for_that_quantity(
    order: Order, quantity: int
) -> None:
    form = order.form
    anew = _for_another_quantity(order, quantity).form
    event(f"spare: {form.spare}")
    assert form.units.value == form.quantity.value + form.spare.value
    changed = form.model_copy(update={"quantity": UnitCount.of(quantity)})
    for copy in (changed, form.of_size(quantity)):
        assert copy.units == anew.units
        assert copy.demand(order, policy=Policy.usp()) == anew.demand(order, policy=Policy.usp())
