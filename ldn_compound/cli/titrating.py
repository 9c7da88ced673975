"""The command `titrate`: from the doses to the capsules or the liquid, directions and calendar."""

from __future__ import annotations

from typing import Annotated

import typer

from ldn_compound.cli.options import Html, Json, Markdown, Syringes, choose_one, text
from ldn_compound.cli.output import put_out, shown


def titrate(
    *,
    start: Annotated[str | None, text("First dose, '0.5 mg'.")] = None,
    step: Annotated[str | None, text("How much each step is, '0.5 mg'.")] = None,
    every: Annotated[str | None, text("How long each step lasts, '7 days'.")] = None,
    target: Annotated[str | None, text("The dose it goes up to, '4.5 mg'.")] = None,
    down_to: Annotated[str | None, text("Or the dose that a taper goes down to.")] = None,
    hold: Annotated[str | None, text("How long the last dose lasts; else as any.")] = None,
    times_a_day: Annotated[int | None, typer.Option(help="Doses a day; else 1.")] = None,
    period: Annotated[
        list[str] | None, text("Or each period, '1.5 mg twice a day for 7 days'; repeatable.")
    ] = None,
    strength: Annotated[list[str] | None, text("The house makes, '0.5 mg'; repeatable.")] = None,
    most_strengths: Annotated[int | None, typer.Option(help="Strengths in the kit.")] = None,
    most_a_dose: Annotated[int | None, typer.Option(help="Capsules for one dose.")] = None,
    pack: Annotated[int | None, typer.Option(help="Capsules in a pack.")] = None,
    wish: Annotated[
        list[str] | None,
        text("Few 'strengths', 'capsules a day', 'left over'; repeatable, the dearest first."),
    ] = None,
    concentration: Annotated[str | None, text("Of a liquid instead, '1 mg/mL'.")] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="A liquid at which each dose is on a mark.")
    ] = False,
    syringe: Syringes = None,
    loss: Annotated[str | None, text("Part that measuring loses, '5 %'.")] = None,
    first_day: Annotated[str | None, text("Of the regimen, 2026-12-01: a calendar.")] = None,
    keeps: Annotated[str | None, text("How long a supply may be used, '35 days'.")] = None,
    ahead: Annotated[str | None, text("How long before its first day it is made.")] = None,
    most_days: Annotated[str | None, text("No supply is for more, '28 days'.")] = None,
    held: Annotated[
        list[str] | None, text("There already, '63 of 0.5 mg', or '60 mL'; repeatable.")
    ] = None,
    json: Json = False,
    markdown: Markdown = False,
    html: Html = False,
) -> None:
    """Say what a titration takes, capsules or a liquid; its directions and its calendar."""
    choose_one(json=json, markdown=markdown, html=html)
    from ldn_compound.cli.courses import course_of

    flags = {
        "--start": start,
        "--step": step,
        "--every": every,
        "--target": target,
        "--down-to": down_to,
        "--hold": hold,
        "--times-a-day": times_a_day,
        "--period": period,
        "--strength": strength,
        "--most-strengths": most_strengths,
        "--most-a-dose": most_a_dose,
        "--pack": pack,
        "--wish": wish,
        "--concentration": concentration,
        "--suggest": suggest,
        "--syringe": syringe,
        "--loss": loss,
        "--first-day": first_day,
        "--keeps": keeps,
        "--ahead": ahead,
        "--most-days": most_days,
        "--held": held,
    }
    given = {name: one for name, one in flags.items() if one not in (None, []) and one is not False}
    made = course_of(given)
    if json:
        put_out(made.model_dump_json(indent=2))
        return
    from ldn_compound.records.titration import titration_sheet

    put_out(shown(titration_sheet(made), markdown=markdown, html=html))
