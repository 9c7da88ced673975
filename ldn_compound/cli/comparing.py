"""The ways of an order file, planned and reviewed side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ldn_compound.choosing.comparison import Comparison
    from ldn_compound.cli.orders import Requested
    from ldn_compound.rules.rule import HouseRule


def compared(asked: Requested, *, also: tuple[HouseRule, ...]) -> Comparison:
    """The comparison of the request's ways, by the house's own rules as well."""
    from ldn_compound.choosing.compare import compare

    request = asked.request
    return compare(
        request.order,
        request.sources,
        on=request.on,
        bench=request.bench,
        policy=request.policy,
        also=also,
        studies=asked.studies,
    )


def none_to_make(comparison: Comparison) -> bool:
    """Whether no way could be compounded from as it stands."""
    return all(way.errors for way in comparison.reviewed)
