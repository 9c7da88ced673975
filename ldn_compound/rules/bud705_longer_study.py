"""A study that lasts longer than the date it gives."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_OF_THE_CHAPTER = ("default", "longest", "antimicrobial test")


@rule(
    code="BUD705",
    title="A longer study does not count in full",
    severity="note",
    rationale="A study extends a date as far as the chapter lets it: to 180 days at most, and for "
    "what contains water only together with a passed antimicrobial effectiveness test.",
    bad="Capsules dated 360 days, as long as the study of them lasted.",
    good="The same capsules, dated 180 days.",
    remedy="Keep to the date given; what holds the study back stands beside it. For a liquid state "
    "the antimicrobial_test it passed, where there is one.",
    cites=("usp-795-2023-dating", "mi-peds-2024", "usp-vehicle-dating"),
)
def longer_study(case: Case) -> Iterator[Breach]:
    found = case.plan.beyond_use
    if found.limit.kind not in _OF_THE_CHAPTER:
        return
    for limit in found.beaten:
        if limit.kind == "study" and limit.date > found.date:
            yield Breach(
                limit.name,
                f"stable until {limit.date}",
                f"{found.date}, {found.limit.name}",
                None,
                _OF_LIQUIDS if case.plan.bottled is not None else _OF_CAPSULES,
            )


_OF_CAPSULES = "Keep to the date given; what holds the study back stands beside it."
_OF_LIQUIDS = f"{_OF_CAPSULES} State the antimicrobial_test it passed, where there is one."
