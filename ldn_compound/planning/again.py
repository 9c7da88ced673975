"""A plan made once more of what it names, beside what its document says of it.

1436 mg of ground tablet were weighed for 90 capsules of 4.5 mg: a document of the same order and
tablets whose step says 1436 mg, and whose container is another, is not what the planner wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import studies_of
from ldn_compound.model.beyond_use import BeyondUse, Limit, SetAside
from ldn_compound.model.plan import Plan, undiluted
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.planning.preparation import dated
from ldn_compound.planning.settled import settled

_STUDIED = ("study", "longest", "antimicrobial test")
_DEFAULTS = ("default", "no default")
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
    if not _dated_alike(plan.beyond_use, again.beyond_use, form=again.made.kind):
        yield "beyond_use"


def _dated_alike(stated: BeyondUse, again: BeyondUse, *, form: str) -> bool:
    """Whether both have the same date for the same reasons.

    A house's own studies are not in the document: where one was looked at, all that rests on none
    is compared.
    """
    published = {one.title for one in studies_of(form)}
    looked_at: tuple[Limit | SetAside, ...] = (*stated.limits, *stated.set_aside)
    if all(one.name in published for one in looked_at if one.kind == "study"):
        return stated == again
    if any(getattr(stated, name) != getattr(again, name) for name in _UNSTUDIED):
        return False
    rest = [one for one in stated.limits if one.kind not in _STUDIED]
    extended = any(one.kind == "longest" for one in stated.limits)
    needed = [one for one in again.limits if not (extended and one.kind in _DEFAULTS)]
    return all(one in again.limits for one in rest) and all(one in stated.limits for one in needed)
