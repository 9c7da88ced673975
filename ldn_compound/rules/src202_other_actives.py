"""Tablets that hold a second drug."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC202",
    title="A combination product is no source",
    severity="error",
    rationale="Grinding does not part two drugs: the patient would get both.",
    bad="Tablets of naltrexone hydrochloride 8 mg with bupropion hydrochloride 90 mg.",
    good="Tablets of naltrexone hydrochloride alone.",
    remedy="Take tablets of naltrexone hydrochloride alone, or powder with its certificate.",
    cites=("contrave-label", "mysimba-smpc"),
    of="other actives",
    absolute=True,
)
def other_actives(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if isinstance(source, Tablets) and source.other_actives:
        yield Breach(
            "source, tablets",
            f"{source.substance} with {', '.join(source.other_actives)}",
            "one active",
        )
