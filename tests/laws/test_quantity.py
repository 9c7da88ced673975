"""By weight and undiluted, more capsules never need fewer tablets, nor less powder or active."""

from hypothesis import event, given, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.kinds import TabletCount, UnitCount
from ldn_compound.strategies import Preparation, benches, orders, policies, powders, tablets

undiluted = policies(most_stages=0)
days = st.dates()


def _of_quantity(case: Preparation, quantity: int) -> Plan | None:
    form = case.order.form.model_copy(update={"quantity": UnitCount.of(quantity)})
    order: Order = case.order.model_copy(update={"form": form})
    try:
        return case._replace(order=order).plan()
    except PlanError:
        return None


def _counted(plan: Plan) -> TabletCount:
    return next(step.tablets for step in plan.steps if step.verb == "count")


@given(
    order=orders(),
    source=st.one_of(tablets(), powders()),
    bench=benches(),
    policy=undiluted,
    on=days,
    more=st.one_of(st.just(1), st.integers(1, 2000)),
)
def test_more_is_never_less(order, source, bench, policy, on, more) -> None:  # noqa: ANN001
    case = Preparation(order, source, bench, policy, on)
    quantity = min(int(order.form.quantity.value), 8000)
    smaller, larger = _of_quantity(case, quantity), _of_quantity(case, quantity + more)
    if smaller is None or larger is None:
        event("infeasible")
        return
    event(f"source: {type(source).__name__}")
    assert larger.active >= smaller.active
    assert larger.taken >= smaller.taken
    assert larger.wanted > smaller.wanted
    if smaller.steps[0].verb == "count":
        event(f"tablets: {'more' if _counted(larger) > _counted(smaller) else 'as many'}")
        assert _counted(larger) >= _counted(smaller)
