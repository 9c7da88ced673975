"""A tenth of a millilitre or less in a 1 mL syringe."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Volume
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.dosing import said, tiny, volumes
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ505",
    title="Too little for a 1 mL syringe to deliver truly",
    severity="warning",
    rationale="Two brands of 1 mL enteral syringe, weighed empty and full with ten medicines, were "
    "found inaccurate at 0.1 mL and less; what was wanted was to be within 10 %.",
    bad="0.5 mg of 5 mg/mL: 0.1 mL.",
    good="0.5 mg of 1 mg/mL: 0.5 mL.",
    remedy="Make a weaker liquid, of which the dose is 0.2 mL or more.",
    cites=("enteral-syringes-2017",),
    of="liquids",
)
def tiny_volume(case: Case) -> Iterator[Breach]:
    inaccurate = fact("small_syringe_inaccurate").amount(Volume)
    for place, one in volumes(case):
        if tiny(one):
            yield Breach(place, said(one), f"more than {write(inaccurate)}")
