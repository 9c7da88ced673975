"""A date that rests on a monograph which nobody here has read."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.beyond_use import BeyondUse
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD708",
    title="The date rests on a monograph that the order states",
    severity="warning",
    rationale="A monograph takes the place of the chapter's default, at any length, and whether "
    "this is the preparation it describes nobody here can see: it holds for its own strength, "
    "formula, container and storage.",
    bad="monograph = { title = 'a book', days = '3000 days' } for purified water kept at room "
    "temperature.",
    good="The monograph of this very preparation, with the page at hand.",
    remedy="Have the monograph at hand, and check that it is of this very preparation, its "
    "strength, container and storage, and gives these days; otherwise leave monograph out.",
    cites=("usp-795-2023-dating",),
)
def monograph_stated(case: Case) -> Iterator[Breach]:
    found = case.plan.beyond_use
    for limit in found.limits:
        if limit.kind == "monograph":
            days = limit.why.partition(";")[0]
            yield Breach(
                "beyond-use date", f"{limit.name}, {days}: {limit.date}", _without_it(found)
            )


def _without_it(found: BeyondUse) -> str:
    """What the chapter gives where no monograph is stated."""
    for aside in found.set_aside:
        if aside.kind == "default":
            day = aside.why[0].partition(";")[0]
            return f"without it {day}, {aside.name}"
    return "the chapter's default"
