"""Plan an order: directly, or through a dilution where the bench could not weigh it."""

from __future__ import annotations

from datetime import date

from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.feasible import out_of_reach
from ldn_compound.planning.reach import ways
from ldn_compound.planning.whole_tablets import with_whole_tablets
from ldn_compound.sources.tablets import Tablets


def plan(
    order: Order,
    source: Source,
    *,
    on: date,
    bench: Bench | None = None,
    policy: Policy | None = None,
) -> Plan:
    """The bench steps for `order` from `source`, made on the day `on`.

    Pharmaceutical faults are not refused here: `check` finds them all at once. PlanError is raised
    where there is no plan to judge (a shell too small, a bench too coarse for any dilution), and
    says what would make one.
    """
    asked = Asked(order, source, bench or Bench(), policy or Policy.usp(), on, order.form)
    if isinstance(source, Tablets) and source.use != "by weight":
        asked = with_whole_tablets(asked, source)
    first = next(ways(asked), None)
    if first is None:
        raise out_of_reach(asked)
    return first
