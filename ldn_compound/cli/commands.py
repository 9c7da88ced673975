"""The commands: plan, compare, explain; dose volumes; titrations; the rules; JSON Schemas."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ldn_compound.cli.ending import FOUND, Commands, Unusable, complain
from ldn_compound.cli.orders import requested
from ldn_compound.cli.output import put_out, shown
from ldn_compound.cli.titrating import titrate

if TYPE_CHECKING:
    from ldn_compound.cli.orders import Requested
    from ldn_compound.model.plan import Plan
    from ldn_compound.rules.review import Review
    from ldn_compound.rules.rule import HouseRule

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Low dose naltrexone: an order in, a proven worksheet out.",
    epilog="Exit codes: 0 fine; 1 findings of severity error, or no plan; 2 unusable input.",
)

On = Annotated[str | None, typer.Option(metavar="DATE", help="Day of compounding, 2026-12-01.")]
PolicyName = Annotated[
    str | None, typer.Option("--policy", metavar="NAME", help="usp, nrf, or a file, house.toml.")
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="MODULE:NAME", help="The house's own rules; repeatable."),
]
Catalogue = Annotated[
    str | None, typer.Option("--catalogue", metavar="FILE", help="What the house has of its own.")
]
OrderFile = Annotated[str, typer.Argument(metavar="ORDER", help="Order file; - for stdin.")]


def _amount(help_text: str, *names: str) -> object:
    return typer.Option(*names, metavar="TEXT", help=help_text)


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


@app.command()
def plan(
    order: Annotated[
        str | None, typer.Argument(metavar="ORDER", help="Order file; - for stdin; or flags.")
    ] = None,
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
    rules: Rules = None,
    strength: Annotated[str | None, _amount("Of a capsule, '4.5 mg'.")] = None,
    quantity: Annotated[str | None, _amount("Number of capsules.")] = None,
    shell: Annotated[str | None, _amount("Size; else the first that fits.")] = None,
    diluent: Annotated[str | None, _amount("Else the policy's.")] = None,
    concentration: Annotated[str | None, _amount("Of an oral liquid, '1 mg/mL'.")] = None,
    volume: Annotated[str | None, _amount("Of an oral liquid, '100 mL'.")] = None,
    vehicle: Annotated[str | None, _amount("Of an oral liquid, 'purified water'.")] = None,
    dose: Annotated[list[str] | None, _amount("Taken of it at once; repeatable.")] = None,
    tablets: Annotated[str | None, _amount("From tablets of this strength, '50 mg'.")] = None,
    weighed: Annotated[str | None, _amount("Tablets that were weighed together.")] = None,
    together: Annotated[str | None, _amount("What they weighed together, '3546 mg'.")] = None,
    weight: Annotated[str | None, _amount("Or the average weight, '177.3 mg'.")] = None,
    powder: Annotated[str | None, _amount("From powder, 'naltrexone hydrochloride'.")] = None,
    assay: Annotated[str | None, _amount("Of powder or tablets, '99.5 %'.")] = None,
    water: Annotated[str | None, _amount("The assay is anhydrous; water.")] = None,
    solvents: Annotated[str | None, _amount("Solvents, beside the water.")] = None,
    loss_on_drying: Annotated[str | None, _amount("The assay is on the dried basis.")] = None,
    as_is: Annotated[bool, typer.Option("--as-is", help="The assay is as is.")] = False,
    base: Annotated[bool, typer.Option("--base", help="The strength counts base.")] = False,
    avoid: Annotated[list[str] | None, _amount("An excipient to avoid; repeatable.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the review as JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Worksheet in markdown.")] = False,
) -> None:
    """Plan an order, check it, and print the worksheet."""
    if json and markdown:
        raise Unusable("--json and --markdown: choose one")
    asked = requested(
        order,
        {
            "--on": on,
            "--policy": policy,
            "--strength": strength,
            "--quantity": quantity,
            "--shell": shell,
            "--diluent": diluent,
            "--concentration": concentration,
            "--volume": volume,
            "--vehicle": vehicle,
            "--dose": dose,
            "--tablets": tablets,
            "--weighed": weighed,
            "--together": together,
            "--weight": weight,
            "--powder": powder,
            "--assay": assay,
            "--water": water,
            "--solvents": solvents,
            "--loss-on-drying": loss_on_drying,
            "--as-is": as_is,
            "--base": base,
            "--avoid": avoid,
        },
        catalogue=catalogue,
    )
    from ldn_compound.rules.check import check

    review = check(_planned(asked), also=_house_rules(rules))
    put_out(review.model_dump_json(indent=2) if json else _worksheet(review, markdown=markdown))
    if review.errors:
        complain(f"not to be compounded: {', '.join(_codes(review))}")
        raise typer.Exit(FOUND)


@app.command()
def compare(
    order: OrderFile,
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
    rules: Rules = None,
    json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it in markdown.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Print it as a page of HTML.")] = False,
) -> None:
    """Plan an order in each of the ways its file names, and print them side by side."""
    if sum((json, markdown, html)) > 1:
        raise Unusable("--json, --markdown, --html: choose one")
    from ldn_compound.cli.comparing import compared, none_to_make

    comparison = compared(
        requested(order, {"--on": on, "--policy": policy}, catalogue=catalogue),
        also=_house_rules(rules),
    )
    if json:
        put_out(comparison.model_dump_json(indent=2))
    else:
        from ldn_compound.records.comparison import side_by_side

        put_out(shown(side_by_side(comparison), markdown=markdown, html=html))
    if none_to_make(comparison):
        complain("no way is without an error, or none can be planned")
        raise typer.Exit(FOUND)


@app.command()
def dose_volume(
    *,
    dose: Annotated[list[str], _amount("Taken at once, '1.5 mg'; repeatable.")],
    concentration: Annotated[str | None, _amount("Of the liquid, '1 mg/mL'.")] = None,
    syringe: Annotated[
        list[str] | None, _amount("'3 mL', or '10 mL by 0.2 mL'; repeatable; else the usual.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Concentrations at which each dose is on a mark.")
    ] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it in markdown.")] = False,
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


app.command()(titrate)


@app.command()
def explain(
    order: OrderFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of an amount, such as taken.")],
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
) -> None:
    """Show the working of one of the plan's amounts."""
    planned = _planned(requested(order, {"--on": on, "--policy": policy}, catalogue=catalogue))
    from ldn_compound.quantity.explain import explain as working

    amount = planned.amount(name)
    from ldn_compound.records.words import unit_word

    put_out(working(amount, name=name.replace("_", " "), unit=unit_word(planned)))


@app.command()
def rules(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Of one rule.")] = None,
) -> None:
    """List the rules, or print one in full."""
    from ldn_compound.cli import rulebook

    put_out(rulebook.listed() if code is None else shown(rulebook.in_full(code)))


@app.command()
def schema(
    of: Annotated[Document, typer.Argument(metavar="plan|review|approved|order|finding")],
) -> None:
    """Print the JSON Schema of a document."""
    from ldn_compound.cli.schemas import schema_of

    put_out(schema_of(of))


def _planned(asked: Requested) -> Plan:
    from pydantic import ValidationError

    from ldn_compound.planning.request import readable

    try:
        return asked.plan()
    except ValidationError as error:
        raise Unusable(readable(error)) from None


def _house_rules(named: list[str] | None) -> tuple[HouseRule, ...]:
    if not named:
        return ()
    from ldn_compound.cli.house import rules_of

    return rules_of(named)


def _worksheet(review: Review, *, markdown: bool) -> str:
    from ldn_compound.records.worksheet import worksheet

    return shown(worksheet(review), markdown=markdown)


def _codes(review: Review) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in review.errors))
