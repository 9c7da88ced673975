"""What a comparison says of each way, one row a property; nothing of a way nothing makes usable."""

from __future__ import annotations

from collections.abc import Callable

from ldn_compound.choosing.comparison import ReviewedWay
from ldn_compound.model.bottled import Bottled
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.rounding import Mode, Significant
from ldn_compound.records.words import said
from ldn_compound.rules.finding import Finding

Says = Callable[[ReviewedWay], str]
Row = tuple[str, Says]

_FIGURES = 3
"""Of an error, enough to compare by."""
_WITHHELD = "withheld"


def _coded(way: ReviewedWay, severity: str) -> str:
    found = tuple(one for one in way.review.findings if one.severity == severity)
    return f"{len(found)}: {', '.join(_codes(found))}" if found else "none"


def _codes(found: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in found))


def _made(way: ReviewedWay) -> str:
    made = way.plan.made
    return said(made.volume) if isinstance(made, Bottled) else said(way.plan.units)


def _held(way: ReviewedWay) -> str:
    """What the units hold by the dry run, from the least to the most."""
    content = way.plan.policy.content
    parts = sorted(run.part for run in way.review.outcome.runs)
    low, high = (said(content.rounded(part)) for part in (parts[0], parts[-1]))
    return low if low == high else f"{low} to {high}"


def _beyond(way: ReviewedWay) -> str:
    return "none" if way.beyond_order.is_zero else said(way.beyond_order)


def _error(error: Ratio) -> str:
    """Rounded up, so that none looks smaller than it is."""
    return said(Significant("compare", _FIGURES, Mode.UP)(error))


def _amount(of: Callable[[ReviewedWay], Amount | None]) -> Says:
    return lambda way: "none" if (amount := of(way)) is None else said(amount)


def _unless_forbidden(says: Says) -> Says:
    """Of a way that nothing makes usable, no amount is printed."""
    return lambda way: _WITHHELD if way.forbidden else says(way)


_FOUND: tuple[Row, ...] = (
    ("errors", lambda way: _coded(way, "error")),
    ("warnings", lambda way: _coded(way, "warning")),
    ("notes", lambda way: str(way.notes) if way.notes else "none"),
)
_WORK: tuple[Row, ...] = (
    ("weighings", lambda way: str(way.weighings)),
    ("volumes measured", lambda way: str(way.measurings)),
    ("dilutions", lambda way: str(way.stages)),
    ("tablets counted", _amount(lambda way: way.tablets)),
    ("drug taken", _amount(lambda way: way.active_taken)),
    ("drug left over", _amount(lambda way: way.active_left_over)),
    ("made", _made),
    ("of which beyond the order", _beyond),
    ("holds, of strength", _held),
    ("error by instruments alone, at worst", lambda way: _error(way.weighing_error)),
    ("error at worst", lambda way: _error(way.worst_error)),
    ("error expected", lambda way: _error(way.expected_error)),
)
ROWS: tuple[Row, ...] = (*_FOUND, *((label, _unless_forbidden(says)) for label, says in _WORK))
"""Each property's name, and what a way says of it."""
