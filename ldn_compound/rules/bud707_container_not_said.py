"""A container of which nobody said that it is tight and light-resistant."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.planning.preparation import container_named
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD707",
    title="The container is not said to be tight and light-resistant",
    severity="note",
    rationale="The chapter's dates are for tight, light-resistant containers, and the studies of "
    "naltrexone kept it from light. A clear vial or an open box has no such date.",
    bad="container = 'clear vial'.",
    good="container = 'tight, light-resistant vial'.",
    remedy="Say so in the container's name, with the words 'tight' and 'light-resistant' (or "
    "'amber'); or take a container that is.",
    cites=("usp-795-2018-draft", "illinois-dating"),
)
def container_not_said(case: Case) -> Iterator[Breach]:
    container = container_named(case.plan.made.container)
    if container.tight and container.light_resistant:
        return
    asked = (("tight", container.tight), ("light-resistant", container.light_resistant))
    lacking = " and ".join(word for word, said in asked if not said)
    yield Breach("container", f"{container.name}, not said to be {lacking}", _BOTH)


_BOTH = "tight and light-resistant"
