"""An amount that rests on a figure nobody confirmed in a source."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.origins import Cited
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC214",
    title="An unconfirmed figure decides an amount",
    severity="note",
    rationale="Some figures of the catalogue are judgements of this library, or were read in one "
    "place only. Whoever compounds should know which amounts rest on them.",
    bad="The diluent weighed by a tapped density that was read for another blend.",
    good="The diluent weighed by the net fill that this house measured.",
    remedy="State a figure of your own where you have one: a measured fill, or the policy's.",
    cites=("this-library",),
)
def unconfirmed_figure(case: Case) -> Iterator[Breach]:
    told: set[Cited] = set()
    for number, one in case.flagged:
        cited = one.origin
        if type(cited) is Cited and cited not in told:
            told.add(cited)
            yield Breach(cited.entry, f"{write(one)}, unconfirmed", "confirmed in a source", number)
