"""Ways of making one order on a sheet, side by side: to choose by, not to compound from."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.choosing.comparison import Comparison
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.records.comparison_rows import ROWS
from ldn_compound.records.header import policy_named
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Notice, Paragraph, Sheet, Table
from ldn_compound.records.words import counted, each, listed, said, unit_word

_ABREAST = 3
"""Ways in one table: as many as fit beside each other on a printed page."""


def side_by_side(comparison: Comparison) -> Sheet:
    """The comparison as a sheet; it names what is least, and picks nothing."""
    return Sheet(
        _title(comparison.order),
        blocks=(
            Notice("For choosing a way - do not compound from this sheet"),
            _asked(comparison),
            *_tables(comparison),
            *_errors(comparison),
            *_whole_tablets(comparison),
            *_unplanned(comparison),
        ),
    )


def _title(order: Order) -> str:
    match order.form:
        case Capsules(strength=strength, quantity=quantity):
            what = f"{each(strength)}, {said(quantity)}"
        case OralLiquid(concentration=concentration, volume=volume):
            what = f"{said(concentration)}, {said(volume)}"
        case form:
            what = form.size_said(form.size)
    return f"Ways compared: {order.drug} {what}"


def _asked(comparison: Comparison) -> Facts:
    bench = comparison.bench
    minimum, off = said(bench.balance.minimum), said(bench.balance.error)
    facts = [
        Fact("Milligrams count", value=counted(comparison.order.strength_as)),
        Fact("Balance", value=f"weighs from {minimum}, may be off by {off}"),
        Fact("Date of compounding", value=comparison.on.isoformat()),
        Fact("Policy", value=policy_named(comparison.policy)),
    ]
    if bench.assumed:
        assumed = f"nobody described the {listed(bench.assumed)}: the usual is taken"
        facts.insert(2, Fact("Assumed bench", value=assumed))
    return Facts(tuple(facts))


def _tables(comparison: Comparison) -> Iterator[Block]:
    ways = comparison.reviewed
    if not ways:
        return
    yield Heading("Side by side")
    for start in range(0, len(ways), _ABREAST):
        abreast = ways[start : start + _ABREAST]
        rows = tuple((label, *map(says, abreast)) for label, says in ROWS)
        yield Table(("way", *(way.name for way in abreast)), rows=rows)
    yield Facts(
        (
            Fact("Smallest error at worst", value=_names(comparison.least_worst_error)),
            Fact("Least drug left over", value=_names(comparison.least_left_over)),
        )
    )
    yield Paragraph(
        "Errors are of what a unit was meant to hold. At worst: every measurement off by as much "
        "as its instrument may be, all the same way, to which rounding adds or from which it "
        "takes. Expected: the root of the mean square, each measurement off by anything up to "
        "that. Nothing is chosen here."
    )


def _names(names: tuple[str, ...]) -> str:
    return listed(names) if names else "none that may be made"


def _errors(comparison: Comparison) -> Iterator[Block]:
    found = [(way.name, way.review.errors) for way in comparison.reviewed if way.review.errors]
    if found:
        yield Heading("Errors")
    for name, errors in found:
        yield Facts(tuple(Fact(one.code, value=one.message) for one in errors), title=name)


def _whole_tablets(comparison: Comparison) -> Iterator[Block]:
    for way in comparison.reviewed:
        offered = way.plan.whole_tablet_ways
        if not offered or way.forbidden:
            continue
        yield Heading(f"Whole-tablet ways: {way.name}")
        unit, drug = unit_word(way.plan), counted(way.plan.stock.active)
        rows = tuple(
            (
                said(one.tablets),
                said(one.units, unit=unit),
                said(one.strength, unit=unit),
                said(one.part),
                "compared above" if number == 0 else "",
            )
            for number, one in enumerate(offered)
        )
        yield Table(("tablets", f"{unit}s", drug, "of strength", ""), rows=rows)


def _unplanned(comparison: Comparison) -> Iterator[Block]:
    rows = tuple(
        Fact(way.name, value=f"{way.problem}; {way.remedy}") for way in comparison.unplanned
    )
    if rows:
        yield Heading("Cannot be planned")
        yield Facts(rows)
