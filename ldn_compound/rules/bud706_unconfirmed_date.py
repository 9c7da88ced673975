"""A beyond-use date that rests on a figure nobody confirmed in a source."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_JUDGED = ("default", "longest", "study", "monograph", "antimicrobial test")
"""A component's date is read off its label, and what has no default is judged by BUD702."""


@rule(
    code="BUD706",
    title="An unconfirmed figure set the date",
    severity="note",
    rationale="That the 2023 chapter has a longest date was read; that it is 180 days was not read "
    "in the chapter itself. Whoever dates by such a figure should know.",
    bad="A nonaqueous liquid dated 180 days by a study of 300 days, and nobody looked it up.",
    good="The same, after a look into the chapter.",
    remedy="Look the figure up in the chapter or the study that is cited.",
    cites=("this-library",),
)
def unconfirmed_date(case: Case) -> Iterator[Breach]:
    limit = case.plan.beyond_use.limit
    if limit.kind in _JUDGED and not limit.confirmed:
        yield Breach("beyond-use date", str(limit), "confirmed in a source")
