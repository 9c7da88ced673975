"""What a regimen takes, on one sheet: the kit or the liquid, the directions, and the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.dispense import Dispensing
from ldn_compound.planning.dose_volume import DoseVolume, suggested_concentrations
from ldn_compound.planning.kit import Kit
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.planning.liquid_course import LiquidCourse
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.origins import Cited
from ldn_compound.records.calendar import calendar
from ldn_compound.records.calendar_sheet import bottles_text, calendar_blocks, warnings
from ldn_compound.records.directions import directions
from ldn_compound.records.dose_volumes import in_syringes
from ldn_compound.records.header import AID
from ldn_compound.records.sheet import (
    Block,
    Fact,
    Facts,
    Heading,
    Item,
    Notice,
    Numbered,
    Paragraph,
    Sheet,
    Table,
)
from ldn_compound.records.unusual import of_regimen
from ldn_compound.records.words import listed, said

_SHOWN = 5
"""Concentrations that are worth choosing from."""


def titration_sheet(of: Kit | LiquidCourse | Dispensing) -> Sheet:
    """The medicine for a regimen and how it is taken; dated, where it is dispensed."""
    medicine = of.medicine if isinstance(of, Dispensing) else of
    regimen = medicine.regimen
    made = calendar(of) if isinstance(of, Dispensing) else None
    return Sheet(
        _title(regimen),
        blocks=(
            *(Notice(text) for text in (warnings(made) if made else ())),
            *of_regimen(regimen),
            *(Paragraph(f"Note: {note}") for note in regimen.notes),
            *(_kit(medicine) if isinstance(medicine, Kit) else _liquid(medicine)),
            Heading("Directions"),
            Numbered(tuple(Item(one.text) for one in directions(of).instructions)),
            *(calendar_blocks(made) if made else ()),
            Paragraph(AID),
        ),
    )


def _title(regimen: Regimen) -> str:
    doses = [period.dose for period in regimen.periods]
    ends = (doses[0], doses[-1])
    if doses not in (sorted(doses), sorted(doses, reverse=True)):  # up and down: none is left out
        ends = (min(doses), max(doses))
    return f"Naltrexone, {' to '.join(map(said, dict.fromkeys(ends)))}: {said(regimen.days)}"


def _kit(kit: Kit) -> tuple[Block, ...]:
    pack = kit.terms.pack
    columns = (
        "strength",
        "taken",
        *(("in packs, all at once", "left over") if pack is not None else ()),
    )
    rows = tuple(
        (
            strength_text(one.strength),
            said(one.taken),
            *((said(one.supplied), said(one.left_over)) if one.left_over is not None else ()),
        )
        for one in kit.contents
    )
    packs = () if pack is None else (Fact("In packs of", value=said(pack)),)
    return (
        Heading("Kit"),
        Table(columns, rows=rows),
        Facts((*_taken(kit.regimen), Fact("Capsules taken", value=said(kit.taken)), *packs)),
    )


def _liquid(course: LiquidCourse) -> tuple[Block, ...]:
    content = course.content
    return (
        Heading("Liquid"),
        Facts((Fact("Concentration", value=said(course.concentration)),)),
        *in_syringes(_each_once(course.draws)),
        Facts(
            (
                *_taken(course.regimen),
                Fact("Delivered in all", value=said(course.delivered)),
                Fact("Oral syringes", value=listed(tuple(map(str, course.syringes)))),
                Fact("Drawn", value=said(content.drawn)),
                Fact(
                    "With what measuring loses",
                    value=f"{said(content.wanted)}, {_loss(course.loss)}",
                ),
                Fact(
                    "To make, all at once",
                    value=f"{said(content.supplied)}, {bottles_text(content)}",
                ),
            )
        ),
        *_suggested(course),
    )


def _loss(loss: Ratio) -> str:
    """How much more, and whether anybody confirmed that."""
    match loss.origin:
        case Cited(cites=cites, confirmed=False):
            return f"{said(loss)} more (not confirmed in a source [{', '.join(cites)}])"
        case _:
            return f"{said(loss)} more"


def _each_once(draws: tuple[DoseVolume, ...]) -> tuple[DoseVolume, ...]:
    return tuple({draw.dose: draw for draw in draws}.values())


def _taken(regimen: Regimen) -> tuple[Fact, ...]:
    return (
        Fact("Drug taken in all", value=said(regimen.total)),
        Fact("Doses", value=str(regimen.doses)),
    )


def _suggested(course: LiquidCourse) -> Iterator[Block]:
    """Where a dose lies between two marks: concentrations at which none does."""
    if course.exact:
        return
    doses = tuple(dict.fromkeys(period.dose for period in course.regimen.periods))
    found = suggested_concentrations(doses, syringes=course.syringes)
    found = found or suggested_concentrations(doses)
    if found:
        yield Paragraph(f"Every dose is on a mark at {listed(tuple(map(said, found[:_SHOWN])))}.")
    else:
        yield Paragraph("At no concentration does every dose fall on a mark within the limits.")
