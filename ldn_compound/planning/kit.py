"""From a regimen to a kit: the strengths and combinations that suit the house and the patient best.

0.5 mg for 7 days, up by 0.5 mg to 4.5 mg, at most 4 capsules a dose: two strengths will do, 0.5 and
1.5 mg. Of 0.5 mg 7 × (1 + 2 + 0 + 1 + 2 + 0 + 1 + 2 + 0) = 63 are taken, and of 1.5 mg
7 × (0 + 0 + 1 + 1 + 1 + 2 + 2 + 2 + 3) = 84.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.regimen import Regimen, checked_regimen
from ldn_compound.planning.kits.made_up import Combination, Kit, KitContent, Portion, contents_for
from ldn_compound.planning.kits.out_of_reach import OutOfReach, why_none
from ldn_compound.planning.kits.search import best
from ldn_compound.planning.kits.task import Task, Way, Wish, largest_part
from ldn_compound.planning.kits.terms import KitTerms
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.writing import write

_LISTED = 12
"""Strengths that a message names one by one."""

__all__ = ["Combination", "Kit", "KitContent", "KitTerms", "Portion", "Wish", "kit", "orders"]


def kit(
    regimen: Regimen,
    *,
    strengths: Iterable[PerUnit | str] | None = None,
    most_strengths: int | None = None,
    most_a_dose: int | None = None,
    pack: UnitCount | int | None = None,
    wishes: Iterable[Wish] = (),
) -> Kit:
    """The best kit for `regimen`, every dose exact; what is not stated is the house's usual.

    Best is the least of the dearest wish, then of the next; of equals, the smaller strengths.
    PlanError says which dose cannot be made, and the nearest that can.
    """
    _ = checked_regimen(regimen)
    for name, one in (("strengths", strengths), ("wishes", wishes)):
        if isinstance(one, str):
            raise AmountError(f"{name} = {one!r}: write a list of them, {name} = [{one!r}]")
    stated = {
        "strengths": None if strengths is None else tuple(strengths),
        "most_strengths": most_strengths,
        "most_a_dose": most_a_dose,
        "pack": pack,
        "wishes": tuple(wishes),
    }
    terms = KitTerms.model_validate({k: one for k, one in stated.items() if one is not None})
    part = largest_part((*(p.dose.base for p in regimen.periods), *_bases(terms)))
    task = _task(regimen, terms, part)
    found = best(task)
    if found is None:
        raise _none(task, terms, part)
    of_parts = {int(one.base / part): one for one in terms.strengths}
    chosen = tuple(of_parts[strength] for strength in found.strengths)
    combinations = tuple(_combination(way, chosen) for way in found.ways)
    return Kit(
        regimen=regimen,
        terms=terms,
        combinations=combinations,
        contents=contents_for(regimen, combinations, terms=terms),
    )


def orders(
    made_up: Kit, *, drug: str = DRUG, strength_as: str = STRENGTH_AS, avoid: tuple[str, ...] = ()
) -> tuple[Order, ...]:
    """An order for each strength of a kit, to be planned, with what is taken and what of beside."""
    return tuple(
        Order(
            drug=drug,
            strength_as=strength_as,
            avoid=avoid,
            form=Capsules(strength=content.strength, quantity=content.supplied),
            directions=made_up.regimen,
            beside=tuple(one for one in made_up.strengths if one != content.strength),
        )
        for content in made_up.contents
    )


def _bases(terms: KitTerms) -> Iterable[Fraction]:
    return (strength.base for strength in terms.strengths)


def _task(regimen: Regimen, terms: KitTerms, part: Fraction) -> Task:
    doses = tuple(int(period.dose.base / part) for period in regimen.periods)
    finest = fact("kit_most_ways").number
    if max(doses) > finest:
        raise PlanError(
            f"the doses and strengths have no common part above {_said(1, part)}, and "
            f"{_said(max(doses), part)} is more than {finest} of it",
            remedy="write doses and strengths in rounder figures",
        )
    strengths = tuple(sorted(int(base / part) for base in _bases(terms)))
    # No dose takes more than of the smallest, and what is nearest to it one more.
    most_a_dose = min(terms.most_a_dose, max(doses) // strengths[0] + 1)
    if most_a_dose > 1 and most_a_dose**2 * strengths[-1] > 100 * finest:
        raise PlanError(
            f"{most_a_dose} capsules a dose, and strengths of up to {strengths[-1]} times "
            f"{_said(1, part)}: too many ways to search",
            remedy="allow fewer capsules a dose, or write doses and strengths in rounder figures",
        )
    return Task(
        doses=doses,
        taken=tuple(period.doses for period in regimen.periods),
        strengths=strengths,
        most_strengths=terms.most_strengths,
        most_a_dose=most_a_dose,
        pack=1 if terms.pack is None else int(terms.pack.base),
        wishes=terms.order,
        most_ways=finest,
    )


def _combination(way: Way, strengths: tuple[PerUnit, ...]) -> Combination:
    return Combination(
        portions=tuple(
            Portion(strength=strength, units=UnitCount.of(count, by="the kit"))
            for count, strength in zip(reversed(way), reversed(strengths), strict=True)
            if count
        )
    )


def _none(task: Task, terms: KitTerms, part: Fraction) -> PlanError:
    why = why_none(task)
    offered, tried = _offered(task.strengths, part), _listed(why.strengths, part)
    doses = _listed((one.dose for one in why.doses), part)
    nearest = "; ".join(_nearest(one, part) for one in why.doses)
    most = f"with at most {_counted(terms.most_a_dose, 'capsule')} a dose"
    if why.strengths == task.strengths:
        few = f"of at most {_counted(task.most_strengths, 'strength')}"
        problem = f"{doses} cannot be made from {offered} {most}, {few}"
    elif len(why.strengths) == 1:
        problem = (
            f"no one strength of {offered} makes every dose {most}; {tried} comes closest and does "
            f"not make {doses}"
        )
    else:
        problem = (
            f"no {len(why.strengths)} strengths of {offered} make every dose {most}; {tried} come "
            f"closest and do not make {doses}"
        )
    return PlanError(
        f"{problem}; {nearest}",
        remedy="order a dose that can be made, or offer other strengths, more strengths in the "
        "kit or more capsules a dose",
    )


def _offered(strengths: tuple[int, ...], part: Fraction) -> str:
    if len(strengths) <= _LISTED:
        return _listed(strengths, part)
    lowest, highest = _said(strengths[0], part), _said(strengths[-1], part)
    return f"the {len(strengths)} strengths from {lowest} to {highest}"


def _nearest(one: OutOfReach, part: Fraction) -> str:
    verb = "are" if len(one.nearest) > 1 else "is"
    return f"the nearest to {_said(one.dose, part)} {verb} {_listed(one.nearest, part)}"


def _listed(parts: Iterable[int], part: Fraction) -> str:
    *first, last = (_said(one, part) for one in parts)
    return f"{', '.join(first)} and {last}" if first else last


def _said(parts: int, part: Fraction) -> str:
    return write(Mass.in_base(parts * part, Given("the kit", f"{parts} parts")))


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number > 1 else ''}"
