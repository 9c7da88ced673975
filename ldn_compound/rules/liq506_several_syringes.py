"""Doses of one bottle that need different syringes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, volumes
from ldn_compound.rules.rule import Breach, rule

if TYPE_CHECKING:
    from ldn_compound.planning.dose_volume import DoseVolume


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
    version=2,
)
def several_syringes(case: Case) -> Iterator[Breach]:
    drawn = tuple(one for _, one in volumes(case))
    syringes = {one.syringe for one in drawn}
    if len(syringes) > 1:
        alike = len({one.capacity for one in syringes}) < len(syringes)
        each = (_with_marks(one) if alike else said(one) for one in drawn)
        yield Breach("order, doses", "; ".join(each), "one syringe for every dose")


def _with_marks(one: DoseVolume) -> str:
    """A dose in a syringe that only its marks tell from another."""
    return f"{said(one)} by {write(one.syringe.graduation)}"
