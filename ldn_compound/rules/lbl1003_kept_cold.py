"""A preparation whose label must say that it is kept in a refrigerator."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import label
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LBL1003",
    title="It is kept in a refrigerator, and its label has to say so",
    severity="note",
    rationale="A bottle is kept where its label says, and in a cupboard where it says nothing. "
    "Without a preservative its date holds in a refrigerator only; storage other than controlled "
    "room temperature is named on the container itself.",
    bad="A liquid without a preservative, dated 14 days, and no word of a refrigerator.",
    good="The same, with the words on its label.",
    remedy="Print the words on the container, not on the leaflet alone.",
    cites=("usp-795-2023", "usp-795-2023-dating"),
    of="refrigerator",
)
def kept_cold(case: Case) -> Iterator[Breach]:
    if case.plan.made.storage == "refrigerator":
        words = label("refrigerator").text
        yield Breach(
            "label, storage",
            "kept in a refrigerator",
            "so on the label",
            remedy=f"Print on the container: '{words}'",
        )
