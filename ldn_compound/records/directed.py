"""What the order directs the patient to take, period by period, the days counted from the first.

Days 15 to 28: Take 2 capsules of 1.5 mg (3 mg) by mouth once a day for 14 days. A dose that takes
other strengths of a kit, or that these capsules do not make, is said in mg alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ldn_compound.model.bottled import Bottled
from ldn_compound.model.plan import Plan
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.kit import Combination, Portion
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.quantity.kinds import Mass, UnitCount
from ldn_compound.records.direction_lines import Line, Taken, in_words, untold_line, write_line
from ldn_compound.records.sheet import Block, Fact, Facts, Heading
from ldn_compound.records.words import listed, said
from ldn_compound.rules.dosing import drawn


def directed(plan: Plan, regimen: Regimen) -> tuple[Block, ...]:
    """The directions of the plan's order."""
    return (Heading("Directions"), Facts((*_periods(plan, regimen), *_more(plan, regimen))))


def _periods(plan: Plan, regimen: Regimen) -> Iterator[Fact]:
    taken, first = _taken(plan), 1
    for period in regimen.periods:
        last = first + period.length - 1
        yield Fact(_days(first, last), value=_line(period, taken.get(period.dose)))
        first = last + 1


def _more(plan: Plan, regimen: Regimen) -> Iterator[Fact]:
    if plan.order.beside:
        strengths = listed(tuple(map(strength_text, plan.order.beside)))
        yield Fact("Other strengths of the kit", value=f"capsules of {strengths}")
    for note in regimen.notes:
        yield Fact("Note", value=note)
    yield Fact("In all", value=f"{said(regimen.total)} in {said(regimen.days)}")


def _taken(plan: Plan) -> Mapping[Mass, Taken]:
    """What each dose is of what is made, where that alone makes it."""
    if isinstance(plan.made, Bottled):
        return {one.dose: in_words(one.volume) for one in drawn(plan) if one.volume is not None}
    if plan.order.beside:
        return {}
    strength = plan.strength
    whole = {dose: dose.base / strength.base for dose in plan.order.doses}
    return {
        dose: Combination(portions=(Portion(strength=strength, units=_counted(int(units))),))
        for dose, units in whole.items()
        if units.denominator == 1
    }


def _counted(units: int) -> UnitCount:
    return UnitCount.of(units, by="the directions")


def _line(period: Period, taken: Taken | None) -> str:
    return untold_line(period) if taken is None else write_line(Line(period, taken, None))


def _days(first: int, last: int) -> str:
    return f"Day {first}" if first == last else f"Days {first} to {last}"
