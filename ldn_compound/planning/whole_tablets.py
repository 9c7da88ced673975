"""Whole tablets, and no powder weighed: so many tablets in so many units.

30 capsules of 4.5 mg: 3 tablets of 50 mg in 33 capsules hold 150 ÷ 33 = 4.545 mg each, 1.0 % over;
9 tablets in 100 capsules are exact. An overage is looked for like any strength.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from math import ceil, floor
from typing import Any

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import per
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.taking import active_in_tablets, tablets_for
from ldn_compound.errors import PlanError
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.base import trusted
from ldn_compound.model.whole_tablets import WholeTabletWay
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.quantity.kinds import PerTablet, PerUnit, Ratio, TabletCount, UnitCount
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write
from ldn_compound.sources.tablets import Tablets

OFFERED = 3


def whole_tablet_ways(
    *,
    strength: PerUnit,
    least_units: UnitCount,
    tablet: PerTablet,
    parts: int = 1,
    tolerance: Ratio,
    most_units: int | None = None,
    most_tablets: int | None = None,
    content: PerUnit | None = None,
) -> Iterator[WholeTabletWay]:
    """The ways within `tolerance` of the strength, best first, up to the first exact one's units.

    Best is fewest units beyond `least_units`, then least deviation, then fewest tablets. `parts`
    says into how many a tablet is divided: 1, 2 or 4. Zero tablets is never a way. `content` is
    what a unit is to hold where that is not its strength, but more.
    """
    piece = tablet.base / parts
    least = int(least_units.base)
    wanted = (strength if content is None else content).base
    last = _exact_units(wanted, piece, least) if most_units is None else most_units
    most = None if most_tablets is None else most_tablets * parts
    for units in range(least, last + 1):
        for count in _counts(units * wanted / piece, tolerance.base, most):
            yield _way(Fraction(count, parts), units, strength, tablet)


def exact_way(
    *,
    strength: PerUnit,
    least_units: UnitCount,
    tablet: PerTablet,
    parts: int = 1,
    content: PerUnit | None = None,
) -> WholeTabletWay:
    """The fewest units, from `least_units` up, that tablets or pieces fill exactly."""
    piece = tablet.base / parts
    wanted = (strength if content is None else content).base
    units = _exact_units(wanted, piece, int(least_units.base))
    return _way(units * wanted / piece / parts, units, strength, tablet)


def offered(
    ways: Iterator[WholeTabletWay], *, exact: WholeTabletWay | None = None
) -> tuple[WholeTabletWay, ...]:
    """The best three, and the exact way where it is not among them."""
    best = tuple(islice(ways, OFFERED))
    if exact is None or exact in best:
        return best
    return (*best, exact)


def with_whole_tablets(asked: Asked, *, tablets: Tablets, pieces: int) -> Asked:
    """What is asked, in the number of units, or the volume, that whole tablets or pieces fill.

    PlanError where that is more than is made at once.
    """
    form, tolerance = asked.form, asked.policy.whole_tablet_tolerance
    if isinstance(form, OralLiquid):
        return asked._replace(form=_grown(asked, form, tablets, pieces))
    most = fact("most_units_at_once").number
    ways = _within_limits(asked, tablets, pieces, most)
    if not ways:
        raise PlanError(
            f"no number of {tablets.use} tablets is within {write(tolerance)} of "
            f"{form.size_said(most)} or fewer",
            remedy="use the tablets by weight",
        )
    return asked._replace(form=form.of_units(ways[0].units), ways=ways)


def _within_limits(
    asked: Asked, tablets: Tablets, pieces: int, most: int
) -> tuple[WholeTabletWay, ...]:
    """The ways whose units hold what the limits allow; else those near what a unit is to hold."""
    draft, units = Draft(asked, tablets), asked.form.units
    content = per_unit(mass=draft.active, units=units)
    near: dict[str, Any] = {
        "strength": draft.strength,
        "least_units": units,
        "tablet": tablets.active,
        "parts": pieces,
        "content": content,
    }
    exact = exact_way(**near)
    near |= {
        "tolerance": asked.policy.whole_tablet_tolerance,
        "most_units": min(most, int(exact.units.base)),
    }
    # An overage may come up to the upper limit, and a way near it go beyond.
    holds = asked.policy.content.holds
    last = exact if exact.units.base <= most else None
    allowed = (way for way in whole_tablet_ways(**near) if holds(way.part))
    return offered(allowed, exact=last if holds(exact.part) else None) or offered(
        whole_tablet_ways(**near), exact=last
    )


def _grown(asked: Asked, form: OralLiquid, tablets: Tablets, pieces: int) -> OralLiquid:
    """The volume, from the one ordered up, that tablets or pieces fill, at a mark."""
    piece = TabletCount.in_base(Fraction(1, pieces), Given("the tablets", tablets.use))
    ordered = Draft(asked, tablets)
    up = Rounding("count tablets", piece, Mode.UP)
    count = up(tablets_for(active=ordered.active, strength=tablets.active))
    share = per(ordered.active, by=active_in_tablets(tablets=count, strength=tablets.active))
    return form.grown(part_filled=share, bench=asked.bench, mode=asked.policy.rounding.measure)


def _exact_units(strength: Fraction, piece: Fraction, least: int) -> int:
    group = (strength / piece).denominator
    return -(-least // group) * group


def _counts(wanted: Fraction, tolerance: Fraction, most: int | None) -> Iterator[int]:
    """Whole numbers from 1, from the nearest outward; of two as near the smaller first."""
    least = max(1, ceil(wanted * (1 - tolerance)))
    largest = floor(wanted * (1 + tolerance))
    if most is not None:
        largest = min(largest, most)
    below = min(floor(wanted), largest)
    above = max(below + 1, least)
    while below >= least or above <= largest:
        if above > largest or (below >= least and wanted - below <= above - wanted):
            yield below
            below -= 1
        else:
            yield above
            above += 1


def _way(count: Fraction, units: int, strength: PerUnit, tablet: PerTablet) -> WholeTabletWay:
    tablets = TabletCount.in_base(count, Given("whole tablets chosen", str(count)))
    made = UnitCount.in_base(Fraction(units), Given("whole tablets chosen", str(units)))
    content = per_unit(mass=active_in_tablets(tablets=tablets, strength=tablet), units=made)
    return trusted(WholeTabletWay)(
        tablets=tablets,
        units=made,
        strength=content,
        part=part_of_strength(content=content, strength=strength),
    )
