"""An excipient that the catalogue does not know, for a patient who avoids some."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.model.ports import kinds_of
from ldn_compound.rules.avoidance import present
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_READ = ("tablets", "powder")
"""Sources whose excipients are stated, or known of all their kind."""


@rule(
    code="EXC605",
    title="Nobody knows what it contains",
    severity="warning",
    rationale="The order says what the patient avoids. An excipient outside the catalogue was "
    "compared by its name alone, and a source of the house's own not at all.",
    bad="Tablets with a coating mixture of which only the brand is known.",
    good="Each excipient by its name in the catalogue, such as 'sunset yellow FCF'.",
    remedy="Read the label, or ask the maker, and decide whether the patient may have it.",
    cites=("this-library",),
    of="excipients avoided",
)
def contents_unknown(case: Case) -> Iterator[Breach]:
    if not case.plan.order.avoid:
        return
    avoids = f"known contents: the order avoids {', '.join(case.plan.order.avoid)}"
    for one in present(case.plan):
        listed = one.entry
        if listed is None:
            yield Breach(one.where, f"{one.name!r} is not in the catalogue", avoids)
        elif isinstance(listed, VehicleEntry) and listed.preserved == "unknown":
            yield Breach(one.where, f"{one.name}: {listed.note}", avoids)
    if kinds_of(case.plan.origin).isdisjoint(_READ):
        yield Breach("source", "its excipients are not known", avoids)
