"""A plan made once more of what it names, beside what its document says of it.

90 capsules of 4.5 mg take 1436 mg of ground tablet, and then a diluent: a document of that order
that has no step for the diluent, or another container, is not what the planner wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import edition_for, studies_of
from ldn_compound.model.beyond_use import Limit, SetAside
from ldn_compound.model.plan import Plan, undiluted
from ldn_compound.planning.beyond_use import ends_of
from ldn_compound.planning.dating import Dating
from ldn_compound.planning.day_counting import Counting
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.planning.preparation import dated, preparation_of
from ldn_compound.planning.settled import settled

_OF_NO_HOUSE = ("component", "monograph", "study")
_UNSTUDIED = ("made", "edition", "first_day", "basis", "undated", "notes")


def made_otherwise(plan: Plan) -> Iterator[str]:
    """Each part of a plan that its order, its bench, its policy and its day make otherwise.

    What it is taken from is not chosen again: another dilution of its source is another way to make
    the same. PlanError where nothing can be made of it.
    """
    if undiluted(plan.taken_from) != plan.origin:
        yield "taken_from"
    order = plan.order
    asked = settled(Asked(order, plan.source, plan.bench, plan.policy, plan.on, order.form))
    again = dated(Draft(asked, plan.taken_from).plan())
    for name in Plan.model_fields:
        if name not in ("version", "beyond_use") and getattr(plan, name) != getattr(again, name):
            yield name
    if not _dated_alike(plan, again):
        yield "beyond_use"


def _dated_alike(plan: Plan, again: Plan) -> bool:
    """Whether both have the same date for the same reasons.

    A house's own studies are not in the document: where one was looked at, all that rests on none
    is compared.
    """
    stated, found = plan.beyond_use, again.beyond_use
    published = {one.title for one in studies_of(again.made.kind)}
    looked_at: tuple[Limit | SetAside, ...] = (*stated.limits, *stated.set_aside)
    own = {one.name for one in looked_at if one.kind == "study"} - published
    if not own:
        return stated == found
    if any(getattr(stated, name) != getattr(found, name) for name in _UNSTUDIED):
        return False
    rest = [one for one in stated.limits if one.name not in own]
    extended = any(one.kind == "longest" for one in rest)
    expected = (
        *(one for one in found.limits if one.kind in _OF_NO_HOUSE),
        *_by_the_chapter(again, extended=extended),
    )
    return all(one in expected for one in rest) and all(one in rest for one in expected)


def _by_the_chapter(plan: Plan, *, extended: bool) -> tuple[Limit, ...]:
    """Its default, or what an extension may not pass; none where a monograph is in their place."""
    if any(one.kind == "monograph" for one in plan.beyond_use.limits):
        return ()
    edition = edition_for(plan.on, key=plan.policy.edition)
    dating = Dating(preparation_of(plan), edition, Counting(plan.on, plan.policy.first_day))
    return ends_of(dating) if extended else (dating.default(),)
