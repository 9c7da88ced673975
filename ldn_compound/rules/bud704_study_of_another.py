"""A study that looks as if it were of this preparation, and is not."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD704",
    title="A study looks like this preparation and is of another",
    severity="note",
    rationale="A study binds the formulation it tested: the same ingredients in the same amounts, "
    "the same strength, kept the same way. One that holds all that was tested, and more or "
    "otherwise, is easily dated by it.",
    bad="5 mg/mL dated by the study of 1 mg/mL in the same vehicle.",
    good="1 mg/mL in that vehicle, in the container and the place of the study.",
    remedy="Date it without the study, or make exactly what was tested. Where the study found a "
    "shorter time than the date given, ask whether that is not the better one.",
    cites=("fawcett-1997", "polonini-2016", "cote-2018"),
)
def study_of_another(case: Case) -> Iterator[Breach]:
    for aside in case.plan.beyond_use.set_aside:
        if aside.stable:
            yield Breach(
                aside.name,
                f"{'; '.join(aside.why)} (that was {aside.stable})",
                "the formulation that was tested",
            )
