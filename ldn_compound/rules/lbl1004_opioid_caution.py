"""The caution about opioids on what a patient is going to take."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import label
from ldn_compound.model.plan import Plan
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="LBL1004",
    title="A first dose after opioids brings on withdrawal",
    severity="note",
    rationale="Naltrexone is contraindicated with opioids, in a low dose too, and the product's "
    "label asks for a minimum of 7 to 10 days without them before the first dose. Nobody but the "
    "patient knows what was taken: the label has to ask.",
    bad="Capsules for a patient, labelled with the dose alone.",
    good="The same, with both cautions on the label.",
    remedy="Print both cautions, and ask before the first dose; whether it may be taken, the "
    "prescriber decides.",
    cites=("label-mallinckrodt", "aop-smpc"),
)
def opioid_caution(case: Case) -> Iterator[Breach]:
    if _for_a_patient(case.plan):
        words = f"{label('opioids').text} {label('opioid_free').text}"
        yield Breach(
            "label, cautions",
            "naltrexone for a patient",
            "both cautions on the label",
            remedy=f"Ask before the first dose, and print: '{words}' Whether it may be taken, the "
            "prescriber decides.",
        )


def _for_a_patient(plan: Plan) -> bool:
    """Whether somebody said what is taken; stock for the shelf has no first dose."""
    return plan.order.directions is not None or (
        plan.bottled is not None and bool(plan.bottled.doses)
    )
