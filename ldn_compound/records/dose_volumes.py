"""Doses of a liquid as volumes in oral syringes, on a sheet; and liquids that suit the doses."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.measure import Measure
from ldn_compound.model.policy import Policy
from ldn_compound.planning.dose_volume import DoseVolume, dose_volumes, suggested_concentrations
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio
from ldn_compound.quantity.rounding import Significant
from ldn_compound.records.header import AID
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Paragraph, Sheet, Table
from ldn_compound.records.unusual import of_doses
from ldn_compound.records.words import listed, said
from ldn_compound.rules.dosing import off_mark, outside, tiny
from ldn_compound.rules.liq501_off_its_mark import off_its_mark
from ldn_compound.rules.liq502_marks_too_coarse import marks_too_coarse
from ldn_compound.rules.liq503_syringe_too_large import syringe_too_large
from ldn_compound.rules.liq505_tiny_volume import tiny_volume
from ldn_compound.rules.liq515_mark_outside import mark_outside
from ldn_compound.rules.rule import Rule

_COLUMNS = ("dose", "volume", "oral syringe", "it holds", "off by", "half a mark", "filled")
_FIGURES = 3
"""Of a percentage, enough to judge by."""
_SHOWN = 5
"""Concentrations that are worth choosing from."""


def drawn(
    doses: tuple[Mass, ...], *, concentration: Concentration, syringes: tuple[Measure, ...] = ()
) -> Sheet:
    """Each dose's volume of one liquid, and what is doubtful about it.

    PlanError where no syringe holds a dose.
    """
    volumes = dose_volumes(doses, concentration=concentration, syringes=syringes)
    return Sheet(
        f"Dose volumes: {said(concentration)}",
        blocks=(*of_doses(doses), *in_syringes(volumes), Paragraph(AID)),
    )


def in_syringes(volumes: tuple[DoseVolume, ...]) -> tuple[Block, ...]:
    """Each dose's volume, and what is doubtful about it."""
    return Table(_COLUMNS, rows=tuple(map(_row, volumes))), *_remarks(volumes)


def concentrations(doses: tuple[Mass, ...], *, syringes: tuple[Measure, ...] = ()) -> Sheet:
    """Concentrations at which every dose is on a mark and nothing is doubtful."""
    found = tuple(
        (one, volumes)
        for one in suggested_concentrations(doses, syringes=syringes)
        if not any(map(tiny, volumes := _volumes(doses, one, syringes)))
    )
    asked = listed(tuple(map(said, doses)))
    return Sheet(
        f"Concentrations for {asked}",
        blocks=(*of_doses(doses), *_suggested(found, doses), Paragraph(AID)),
    )


def _volumes(
    doses: tuple[Mass, ...], concentration: Concentration, syringes: tuple[Measure, ...]
) -> tuple[DoseVolume, ...]:
    return dose_volumes(doses, concentration=concentration, syringes=syringes)


def _suggested(
    found: tuple[tuple[Concentration, tuple[DoseVolume, ...]], ...], doses: tuple[Mass, ...]
) -> Iterator[Block]:
    if not found:
        yield Paragraph("At no concentration does every dose fall on a mark within the limits.")
        return
    yield Table(
        ("concentration", *map(said, doses)),
        rows=tuple((said(one), *map(_drawn, volumes)) for one, volumes in found[:_SHOWN]),
    )
    if len(found) > _SHOWN:
        yield Paragraph(f"{len(found) - _SHOWN} more would do; these are measured best.")
    yield Paragraph("Nothing is said of how long naltrexone keeps at these concentrations.")


def _drawn(one: DoseVolume) -> str:
    return f"{said(one.volume)} in {said(one.syringe.capacity)}"


def _row(one: DoseVolume) -> tuple[str, ...]:
    syringe = f"{said(one.syringe.capacity)} by {said(one.syringe.graduation)}"
    parts = (one.deviation, one.mark_error, one.filled)
    return (said(one.dose), said(one.volume), syringe, said(one.delivered), *map(_part, parts))


def _part(ratio: Ratio) -> str:
    return said(Significant("show", _FIGURES)(ratio))


def _remarks(volumes: tuple[DoseVolume, ...]) -> Iterator[Block]:
    rows = tuple(
        Fact(rule.code, value=f"{said(one.dose)}: {rule.title}. {rule.remedy}")
        for one in volumes
        for rule in _found(one)
    )
    if rows:
        yield Heading("What is doubtful")
        yield Facts(rows)


def _found(one: DoseVolume) -> Iterator[Rule]:
    policy = Policy.usp()
    if outside(one, limits=policy.content):
        yield mark_outside
    if off_mark(one, tolerance=policy.rounding.dose_volume_tolerance):
        yield off_its_mark
    if not one.accurate:
        yield marks_too_coarse
    if not one.well_filled:
        yield syringe_too_large
    if tiny(one):
        yield tiny_volume
