"""A vehicle in which nobody published the stability of naltrexone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ldn_compound.catalog.entries import VehicleEntry
from ldn_compound.catalog.studies import Study, StudyContent, studies_of
from ldn_compound.quantity.amount import Amount
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_FORM = "oral liquid"


@rule(
    code="LIQ509",
    title="No published stability in this vehicle",
    severity="note",
    rationale="A study binds the formulation it tested. In most vehicles nobody has published how "
    "long naltrexone keeps, so nothing extends the usual time and nothing says it is kept.",
    bad="Ora-Plus and Ora-Sweet dated by a study of SyrSpend SF PH4.",
    good="SyrSpend SF PH4 liquid, or the ascorbic acid and glycerol vehicle, at 1 mg/mL.",
    remedy="Date it by the usual time of its category at most, or take a vehicle that was studied.",
    cites=("polonini-2016", "fawcett-1997"),
    of="liquids",
)
def stability_unpublished(case: Case) -> Iterator[Breach]:
    made = case.plan.bottled
    if made is None:
        return
    entry = made.entry
    studied = studies_of(_FORM)
    if not any(_tested(study, entry) for study in studied):
        titles = "; ".join(study.title for study in studied)
        yield Breach("vehicle", entry.name, f"a vehicle that was studied: {titles}")


def _tested(study: Study, entry: VehicleEntry) -> bool:
    """Whether the study tested this vehicle: its ingredients, as much of each, and no others."""
    ours: dict[str, Amount | None] = {part.name: part.amount for part in entry.parts}
    ours[entry.ad or entry.name] = None
    return len(ours) == len(study.contents) and all(_among(ours, one) for one in study.contents)


def _among(ours: Mapping[str, Amount | None], tested: StudyContent) -> bool:
    as_much = tested.volume if tested.mass is None else tested.mass
    return any(
        name in (tested.name, *tested.also) and as_much in (None, amount)
        for name, amount in ours.items()
    )
