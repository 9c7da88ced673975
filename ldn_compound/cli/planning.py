"""The command `plan`: an order in, a file or flags, and its worksheet out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ldn_compound.cli.ending import FOUND, Unusable, complain
from ldn_compound.cli.options import (
    Catalogue,
    Html,
    Markdown,
    On,
    PolicyName,
    Rules,
    choose_one,
    text,
)
from ldn_compound.cli.orders import requested
from ldn_compound.cli.output import put_out, shown

if TYPE_CHECKING:
    from ldn_compound.cli.orders import Requested
    from ldn_compound.model.plan import Plan
    from ldn_compound.rules.rule import HouseRule


def plan(
    order: Annotated[
        str | None, typer.Argument(metavar="ORDER", help="Order file; - for stdin; or flags.")
    ] = None,
    *,
    on: On = None,
    policy: PolicyName = None,
    catalogue: Catalogue = None,
    rules: Rules = None,
    strength: Annotated[str | None, text("Of a capsule, '4.5 mg'.")] = None,
    quantity: Annotated[str | None, text("Number of capsules.")] = None,
    shell: Annotated[str | None, text("Size; else the first that fits.")] = None,
    diluent: Annotated[str | None, text("Else the policy's.")] = None,
    concentration: Annotated[str | None, text("Of an oral liquid, '1 mg/mL'.")] = None,
    volume: Annotated[str | None, text("Of an oral liquid, '100 mL'.")] = None,
    vehicle: Annotated[str | None, text("Of an oral liquid, 'purified water'.")] = None,
    dose: Annotated[list[str] | None, text("Taken of it at once; repeatable.")] = None,
    tablets: Annotated[str | None, text("From tablets of this strength, '50 mg'.")] = None,
    weighed: Annotated[str | None, text("Tablets that were weighed together.")] = None,
    together: Annotated[str | None, text("What they weighed together, '3546 mg'.")] = None,
    weight: Annotated[str | None, text("Or the average weight, '177.3 mg'.")] = None,
    powder: Annotated[str | None, text("From powder, 'naltrexone hydrochloride'.")] = None,
    assay: Annotated[str | None, text("Of powder or tablets, '99.5 %'.")] = None,
    water: Annotated[str | None, text("The assay is anhydrous; water.")] = None,
    solvents: Annotated[str | None, text("Solvents, beside the water.")] = None,
    loss_on_drying: Annotated[str | None, text("The assay is on the dried basis.")] = None,
    as_is: Annotated[bool, typer.Option("--as-is", help="The assay is as is.")] = False,
    base: Annotated[bool, typer.Option("--base", help="The strength counts base.")] = False,
    avoid: Annotated[list[str] | None, text("An excipient to avoid; repeatable.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the review as JSON.")] = False,
    markdown: Markdown = False,
    html: Html = False,
) -> None:
    """Plan an order, check it, and print the worksheet."""
    choose_one(json=json, markdown=markdown, html=html)
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

    review = check(planned(asked), also=house_rules(rules))
    if json:
        put_out(review.model_dump_json(indent=2))
    else:
        from ldn_compound.records.worksheet import worksheet

        put_out(shown(worksheet(review), markdown=markdown, html=html))
    if review.errors:
        codes = dict.fromkeys(finding.code for finding in review.errors)
        complain(f"not to be compounded: {', '.join(codes)}")
        raise typer.Exit(FOUND)


def planned(asked: Requested) -> Plan:
    """The plan; what cannot be read of it is unusable input."""
    from pydantic import ValidationError

    from ldn_compound.planning.request import readable

    try:
        return asked.plan()
    except ValidationError as error:
        raise Unusable(readable(error)) from None


def house_rules(named: list[str] | None) -> tuple[HouseRule, ...]:
    """The house's own rules, by their names; none, and nothing is loaded, where none is named."""
    if not named:
        return ()
    from ldn_compound.cli.house import rules_of

    return rules_of(named)
