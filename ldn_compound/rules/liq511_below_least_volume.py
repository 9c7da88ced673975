"""A volume below what its measure is used for."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LIQ511",
    title="Below the measure's least volume",
    severity="error",
    rationale="Near the bottom of a cylinder or syringe its own error is a large part of what is "
    "measured: 0.5 mL on 2 mL is 25 %.",
    bad="2 mL in a 100 mL cylinder, which is used from 20 mL.",
    good="2 mL in a 3 mL oral syringe.",
    remedy="Use a smaller measure, or make more at once.",
    cites=("graduates-teaching",),
    of="volumes measured",
)
def below_least_volume(case: Case) -> Iterator[Breach]:
    for number, place, step in case.measurings:
        if step.volume < step.least:
            yield Breach(place, step.volume, f"{write(step.least)} or more", number)
