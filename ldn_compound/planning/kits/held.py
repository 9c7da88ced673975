"""How far capsules go that somebody holds already, such as a starter kit.

63 of 0.5 mg and 63 of 1.5 mg, up by 0.5 mg a week: 7 × 9 and 7 × 9 are taken in 8 weeks, to 4 mg;
the 9th week, 4.5 mg, takes 7 × 3 = 21 more of 1.5 mg.
"""

from __future__ import annotations

from collections.abc import Iterable

from ldn_compound.equations.everyday import difference
from ldn_compound.errors import AmountError
from ldn_compound.planning.kits.made_up import Kit, KitContent, Portion
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.quantity.kinds import UnitCount


def read_held(held: Iterable[Portion], *, kit: Kit) -> tuple[Portion, ...]:
    """The capsules held, once it is sure that each is a strength of the kit, named once."""
    portions = tuple(held)
    for portion in portions:
        said = strength_text(portion.strength)
        if portion.strength not in kit.strengths:
            known = ", ".join(map(strength_text, kit.strengths))
            raise AmountError(
                f"capsules of {said} are held, and this kit takes {known}: make a kit of the "
                "strengths that are held, kit(regimen, strengths=...)"
            )
        if sum(portion.strength == other.strength for other in portions) > 1:
            raise AmountError(f"capsules of {said} are held twice: write their sum")
    return portions


def days_covered(kit: Kit, held: tuple[Portion, ...]) -> tuple[int, ...]:
    """The days of each period that they are enough for; none after the first that is cut short."""
    left = {portion.strength: int(portion.units.base) for portion in held}
    covered: list[int] = []
    for period, combination in zip(kit.regimen.periods, kit.combinations, strict=True):
        a_day = {
            portion.strength: int(portion.units.base) * period.times_a_day
            for portion in combination.portions
        }
        enough = min(left.get(strength, 0) // units for strength, units in a_day.items())
        if enough < period.length:
            covered.append(enough)
            break
        covered.append(period.length)
        left |= {strength: left[strength] - n * period.length for strength, n in a_day.items()}
    return (*covered, *(0 for _ in kit.regimen.periods[len(covered) :]))


def of_held(held: tuple[Portion, ...], contents: tuple[KitContent, ...]) -> tuple[KitContent, ...]:
    """What is taken of the capsules held, and what is left of them."""
    taken = {one.strength: one.taken for one in contents}
    none = UnitCount.of(0, by="the supply")
    return tuple(
        KitContent(
            strength=one.strength,
            taken=taken.get(one.strength, none),
            supplied=one.units,
            left_over=difference(one.units, less=taken.get(one.strength, none)),
        )
        for one in sorted(held, key=lambda one: one.strength)
    )


def missing(contents: tuple[KitContent, ...], left: tuple[Portion, ...]) -> tuple[Portion, ...]:
    """The capsules wanted beyond those left."""
    have = {one.strength: one.units for one in left}
    short = (
        (one.strength, difference(one.taken, less=have[one.strength]))
        if one.strength in have
        else (one.strength, one.taken)
        for one in contents
    )
    return tuple(
        Portion(strength=strength, units=units) for strength, units in short if units.base > 0
    )
