"""A liquid in which powder stays suspended."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import label
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ507",
    title="Powder stays suspended",
    severity="note",
    rationale="Ground tablets leave their excipients suspended even where the drug itself is "
    "dissolved; what has settled clogs the syringe, and drug that is not dissolved settles with "
    "it.",
    bad="A suspension from tablets with nothing on its label about shaking.",
    good="The same, and on its label the words 'Shake well before each dose'.",
    remedy="Print that it is shaken; leave room in the bottle for it.",
    cites=("this-library",),
    of="liquids",
)
def shake_well(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is not None and made.suspension:
        words = label("shake").text
        yield Breach(
            "label",
            f"a suspension in {made.vehicle}",
            "a solution, or the words on the label",
            remedy=f"Print on the label: '{words}' Leave room in the bottle for shaking.",
        )
