"""Doses of one bottle that need different syringes."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ506",
    title="The doses need different syringes",
    severity="note",
    rationale="With two syringes in the house the wrong one is taken: 3 to a mark of one is not 3 "
    "to a mark of the other. Where one syringe suits all steps of a titration it is used.",
    bad="0.5 mg in the 1 mL syringe, and 4.5 mg of the same bottle in the 5 mL syringe.",
    good="1.5 mg, 2 mg and 3 mg of 1 mg/mL, all in the 3 mL syringe.",
    remedy="Give each step its own syringe, and print mL and syringe in its directions.",
    cites=("this-library",),
    of="liquids",
)
def several_syringes(case: Case) -> Iterator[Breach]:
    drawn = tuple(one for _, one in volumes(case))
    if len({one.syringe for one in drawn}) > 1:
        yield Breach("order, doses", "; ".join(map(said, drawn)), "one syringe for every dose")
