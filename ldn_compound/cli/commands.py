"""The commands: plan, compare, explain; dose volumes; titrations; the rules; JSON Schemas."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ldn_compound.cli.ending import FOUND, Commands, Unusable, complain
from ldn_compound.cli.options import (
    Catalogue,
    Command,
    Html,
    Json,
    Markdown,
    On,
    OrderFile,
    PolicyName,
    Rules,
    Syringes,
    choose_one,
    text,
)
from ldn_compound.cli.orders import requested
from ldn_compound.cli.output import put_out, shown
from ldn_compound.cli.planning import house_rules, plan, planned
from ldn_compound.cli.titrating import titrate

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Low dose naltrexone: an order in, a proven worksheet out.",
    epilog="Exit codes: 0 fine; 1 findings of severity error, or no plan; 2 unusable input.",
)


class Document(StrEnum):
    """What a JSON Schema is published of."""

    plan = "plan"
    review = "review"
    approved = "approved"
    order = "order"
    finding = "finding"


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from ldn_compound.version import VERSION

        put_out(f"ldn-compound {VERSION}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise Unusable("no command; write ldn-compound plan ORDER.toml, or ldn-compound --help")


app.command(cls=Command)(plan)


@app.command(cls=Command)
def compare(
    order: OrderFile,
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
    rules: Rules = None,
    json: Json = False,
    markdown: Markdown = False,
    html: Html = False,
) -> None:
    """Plan an order in each of the ways its file names, and print them side by side."""
    choose_one(json=json, markdown=markdown, html=html)
    from ldn_compound.cli.comparing import compared, none_to_make

    comparison = compared(
        requested(order, {"--on": on, "--policy": policy}, catalogue=catalogue),
        also=house_rules(rules),
    )
    if json:
        put_out(comparison.model_dump_json(indent=2))
    else:
        from ldn_compound.records.comparison import side_by_side

        put_out(shown(side_by_side(comparison), markdown=markdown, html=html))
    if none_to_make(comparison):
        complain("no way is without an error, or none can be planned")
        raise typer.Exit(FOUND)


@app.command(cls=Command)
def dose_volume(
    *,
    dose: Annotated[list[str], text("Taken at once, '1.5 mg'; repeatable.")],
    concentration: Annotated[str | None, text("Of the liquid, '1 mg/mL'.")] = None,
    syringe: Syringes = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Concentrations at which each dose is on a mark.")
    ] = False,
    markdown: Markdown = False,
) -> None:
    """Say which volume of a liquid a dose is, in which oral syringe."""
    if concentration is None and not suggest:
        raise Unusable("--concentration: missing; write '1 mg/mL', or ask for some with --suggest")
    from ldn_compound.cli.syringes import asked
    from ldn_compound.records.dose_volumes import concentrations, drawn

    wanted = asked(dose, concentration, syringe or ())
    if wanted.concentration is not None:
        sheet = drawn(wanted.doses, concentration=wanted.concentration, syringes=wanted.syringes)
        put_out(shown(sheet, markdown=markdown))
    if suggest:
        put_out(shown(concentrations(wanted.doses, syringes=wanted.syringes), markdown=markdown))


app.command(cls=Command)(titrate)


@app.command(cls=Command)
def explain(
    order: OrderFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of an amount, such as taken.")],
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
) -> None:
    """Show the working of one of the plan's amounts."""
    found = planned(requested(order, {"--on": on, "--policy": policy}, catalogue=catalogue))
    from ldn_compound.quantity.explain import explain as working

    amount = found.amount(name)
    from ldn_compound.records.words import unit_word

    put_out(working(amount, name=name.replace("_", " "), unit=unit_word(found)))


@app.command(cls=Command)
def rules(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Of one rule.")] = None,
) -> None:
    """List the rules, or print one in full."""
    from ldn_compound.cli import rulebook

    put_out(rulebook.listed() if code is None else shown(rulebook.in_full(code)))


@app.command(cls=Command)
def schema(
    of: Annotated[Document, typer.Argument(metavar="plan|review|approved|order|finding")],
) -> None:
    """Print the JSON Schema of a document."""
    from ldn_compound.cli.schemas import schema_of

    put_out(schema_of(of))
