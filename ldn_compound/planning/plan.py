"""Plan an order: directly, or through a dilution where the bench could not weigh it."""

from __future__ import annotations

from datetime import date

from ldn_compound.catalog import fact
from ldn_compound.catalog.studies import Study
from ldn_compound.errors import KindError, PlanError
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Form, Source
from ldn_compound.model.satisfying import satisfies
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.preparation import dated
from ldn_compound.planning.reach import ways
from ldn_compound.planning.settled import settled
from ldn_compound.quantity.dates import checked_day


def plan(
    order: Order,
    source: Source,
    *,
    on: date,
    bench: Bench | None = None,
    policy: Policy | None = None,
    studies: tuple[Study, ...] = (),
) -> Plan:
    """The bench steps for `order` from `source`, made on the day `on`, and its beyond-use date.

    `studies` are the house's own of stability, looked at beside those of the catalogue.

    Pharmaceutical faults are not refused here: `check` finds them all at once. PlanError is raised
    where there is no plan to judge (a shell too small, a bench too coarse for any dilution), and
    says what would make one.
    """
    checked_day(on, what="on")
    asked = Asked(
        order, _source(source), bench or Bench.usual(), policy or Policy.usp(), on, order.form
    )
    _refuse_beyond_a_batch(asked.form)
    first = next(ways(settled(asked)), None)
    if first is None:
        from ldn_compound.planning.feasible import out_of_reach

        raise out_of_reach(asked)
    return dated(first, studies=studies)


def _source(source: Source) -> Source:
    if not satisfies(source, Source):
        raise KindError(
            f"{source!r} is no source: it has stock and prepare, as Tablets and Powder do"
        )
    return source


def _refuse_beyond_a_batch(form: Form) -> None:
    largest = fact("most_units_at_once").number
    if form.units.base > largest:
        raise PlanError(
            f"{form.size_said(int(form.units.base))} at once",
            remedy=f"divide them into batches of at most {form.size_said(largest)}",
        )
