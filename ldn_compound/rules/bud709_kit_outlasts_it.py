"""A strength of a kit that may be wanted after its date."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.kinds import Days
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD709",
    title="Directions that take this strength go on after its date",
    severity="warning",
    rationale="A kit's capsules are counted by the kit, so that it is not known here on which day "
    "the last of this strength is taken. Directions that may take it after its date are no proof "
    "that it is: somebody has to look.",
    bad="Capsules of 0.5 mg with 4.5 mg beside them, for 400 days, to be used within 180.",
    good="The same for 90 days.",
    remedy="See when the last capsule of it is taken; make what is used up in time, and the rest "
    "later.",
    cites=("usp-795-2023-dating",),
    of="directions",
)
def kit_outlasts_it(case: Case) -> Iterator[Breach]:
    directed, found = case.directed, case.plan.beyond_use
    if directed is None or not case.plan.order.beside or directed.may_last <= found.days:
        return
    last, keeps = (write(Days.of(one, "days")) for one in (directed.may_last, found.days))
    yield Breach(
        "order, directions",
        f"doses that may take it until {last} from {found.made}",
        f"{keeps}, to {found.date}",
    )
