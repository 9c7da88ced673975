"""One order made in several ways: each is planned, carried out on paper and reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ldn_compound.catalog.studies import Study
from ldn_compound.choosing.comparison import Comparison, ReviewedWay, UnplannedWay
from ldn_compound.choosing.errors_expected import unit_errors
from ldn_compound.choosing.work import (
    active_in_all_units,
    active_left_over,
    beyond_order,
    measurings,
    stages,
    tablets_counted,
    weighings,
)
from ldn_compound.equations.everyday import total
from ldn_compound.errors import AmountError, CompoundError, KindError, PlanError
from ldn_compound.model.base import trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.satisfying import satisfies
from ldn_compound.planning.plan import plan
from ldn_compound.rules.check import check
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review
from ldn_compound.rules.rule import HouseRule
from ldn_compound.rules.severities import refuse_unknown


def compare(
    order: Order,
    sources: Mapping[str, Source],
    *,
    on: date,
    bench: Bench | None = None,
    policy: Policy | None = None,
    also: Iterable[HouseRule] = (),
    studies: tuple[Study, ...] = (),
) -> Comparison:
    """The order made from each of `sources`, by the name the reader knows it by.

    A source that cannot be planned from, or that fails, is a way with its problem and remedy and
    does not hide the others. `also` are the house's own rules, as for `check`, and `studies` those
    that date what it makes, as for `plan`.
    """
    named = _usable(sources)
    stands, house, rules = bench or Bench.usual(), policy or Policy.usp(), tuple(also)
    refuse_unknown(house.severities, rules=(*RULES, *rules))

    def way(name: str, source: Source) -> ReviewedWay | UnplannedWay:
        try:
            planned = plan(order, source, on=on, bench=stands, policy=house, studies=studies)
            return reviewed_way(name, check(planned, also=rules))
        except PlanError as error:
            return _unplanned(name, error.problem, error.remedy)
        except CompoundError as error:
            return _unplanned(name, str(error), "mend what it names, and compare again")
        except Exception as error:  # a house's own source may fail in any way
            problem = f"the source fails, {type(error).__name__}: {error}"
            return _unplanned(name, problem, "mend the source, and compare again")

    return trusted(Comparison)(
        order=order,
        on=on,
        bench=stands,
        policy=house,
        ways=tuple(way(name, source) for name, source in named.items()),
    )


def reviewed_way(name: str, review: Review) -> ReviewedWay:
    """A review as one of several ways."""
    planned, outcome = review.plan, review.outcome
    errors = unit_errors(planned, outcome)
    left_over = active_left_over(planned, outcome)
    return trusted(ReviewedWay)(
        name=name,
        review=review,
        errors=_number(review, "error"),
        warnings=_number(review, "warning"),
        notes=_number(review, "note"),
        weighings=weighings(planned),
        measurings=measurings(planned),
        stages=stages(planned),
        tablets=tablets_counted(planned),
        active_taken=total(active_in_all_units(planned, outcome), left_over),
        active_left_over=left_over,
        weighing_error=errors.weighing,
        worst_error=errors.worst,
        expected_error=errors.expected,
        beyond_order=beyond_order(planned),
    )


def _number(review: Review, severity: str) -> int:
    return sum(finding.severity == severity for finding in review.findings)


def _unplanned(name: str, problem: str, remedy: str) -> UnplannedWay:
    return trusted(UnplannedWay)(name=name, problem=problem, remedy=remedy)


def _usable(sources: Mapping[str, Source]) -> Mapping[str, Source]:
    if not isinstance(sources, Mapping):
        raise KindError(f"sources: {sources!r}: give each a name, {{'tablets': Tablets(...)}}")
    if not sources:
        raise PlanError(
            "nothing to compare: no source is named",
            remedy="name one or more, {'tablets': Tablets(...), 'powder': Powder(...)}",
        )
    for name, source in sources.items():
        if not isinstance(name, str) or not name.strip():
            raise AmountError(f"sources: {name!r} is no name; write one such as 'tablets'")
        if not satisfies(source, Source):
            raise KindError(f"sources, {name}: {source!r} is no source: it has stock and prepare")
    return sources
