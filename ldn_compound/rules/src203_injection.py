"""A prolonged-release injection as a source."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.ports import kinds_of
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC203",
    title="An injection is no source for capsules",
    severity="error",
    rationale="The vial holds naltrexone base in polymer microspheres that give it off over a "
    "month in muscle. By mouth its release is unknown, and the base counts 10.7 % more.",
    bad="A 380 mg vial weighed out into capsules.",
    good="Immediate-release tablets of 50 mg, or powder with its certificate.",
    remedy="Take immediate-release tablets, or powder with its certificate.",
    cites=("vivitrol-label",),
    of="injection",
    absolute=True,
)
def injection(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if "injection" in kinds_of(source):
        yield Breach(
            "source, injection",
            f"{source.product}, {write(source.active)} of {source.substance}",
            "tablets, or powder with its certificate",
        )
