"""The sheet of a trituration that a kit's strengths share: a preparation of its own.

321 mg of powder to 3210 mg, of which 315 mg and 210 mg are taken: 2685 mg are left.
"""

from __future__ import annotations

from collections.abc import Iterable

from ldn_compound.choosing.kit_plan import KitPlan, TriturationMade
from ldn_compound.choosing.plan_kit import trituration_made
from ldn_compound.equations.everyday import difference
from ldn_compound.equations.potency import active_in
from ldn_compound.errors import NotApproved
from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Comminute, Count, Mix, Sieve, Step, Weigh
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.named import NamedTuple
from ldn_compound.records.findings import found_of
from ldn_compound.records.header import AID, bench_facts, house_facts
from ldn_compound.records.ingredients import supply_rows
from ldn_compound.records.kit_plan import shortage_text, strengths_text
from ldn_compound.records.measured import weigh
from ldn_compound.records.mortar import comminute, count, mix, sieve
from ldn_compound.records.sheet import (
    Block,
    Box,
    Boxes,
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
from ldn_compound.records.words import counted, said
from ldn_compound.records.worksheet import NOT_APPROVED
from ldn_compound.rules.approval import Approved


class _Making(NamedTuple):
    """What the steps of the trituration are told with."""

    bench: Bench
    supplies: tuple[Supply, ...]
    stock: Solid


def shared_trituration_sheet(of: KitPlan, *, approved: Iterable[Approved] = ()) -> Sheet | None:
    """How the shared trituration is made, and how much each strength takes; None: none is shared.

    It is to work from where each strength that takes of it is among the `approved`, no error is
    found of its own steps, and the source is enough for all. NotApproved where it is not the one
    that these strengths take of, as in a stored kit that was edited.
    """
    made = of.trituration
    if made is None:
        return None
    ready = _approved(of, made, tuple(approved))
    notice = () if ready else (NOT_APPROVED,)
    withheld = any(one.absolute for one in of.errors) or bool(of.shortages)
    return Sheet(
        f"Shared trituration for a kit of {strengths_text(of)}",
        blocks=(
            *notice,
            *(Notice(shortage_text(one)) for one in of.shortages),
            *found_of(made.findings),
            *_what(of, made, status="approved" if ready else "NOT APPROVED"),
            *(_withheld() if withheld else _work(of, made, notice)),
            Paragraph(AID),
        ),
    )


def _withheld() -> tuple[Block, ...]:
    return (Paragraph("Amounts and steps are not printed: nothing lifts what stands above."),)


def _work(of: KitPlan, made: TriturationMade, notice: tuple[Block, ...]) -> tuple[Block, ...]:
    return (
        *_ingredients(made),
        Heading("Steps"),
        *notice,
        _steps(of, made),
        *_shared_out(made),
    )


def _approved(of: KitPlan, made: TriturationMade, approved: tuple[Approved, ...]) -> bool:
    reviews = [one.review for one in approved]
    sharing = [review for review in of.reviews if review.plan.before]
    clean = not of.shortages and all(one.severity != "error" for one in made.findings)
    if not (clean and all(review in reviews for review in sharing)):
        return False
    _refuse_another(made, [review.plan for review in sharing])
    return True


def _refuse_another(made: TriturationMade, plans: list[Plan]) -> None:
    """What the strengths carry along of it was approved with them; the kit's own copy was not."""
    again = trituration_made(made.source, plans)
    parts = [
        name
        for name in ("steps", "supplies", "aliquots")
        if getattr(made, name) != getattr(again, name)
    ]
    if any(plan.taken_from != made.source for plan in plans):
        parts.append("source")
    if any(finding not in made.findings for finding in again.findings):
        parts.append("findings")
    if parts:
        raise NotApproved(
            f"the shared trituration, {', '.join(parts)}: not what its strengths take of; "
            "plan the kit anew"
        )


def _what(of: KitPlan, made: TriturationMade, *, status: str) -> tuple[Block, ...]:
    stock = made.source.stock()
    return (
        Heading("What is made"),
        Facts(
            (
                Fact("Status", value=status),
                Fact("Holds", value=f"{said(stock.potency)} {counted(stock.active)}"),
                Fact("Rests on", value=stock.rests_on),
                Fact("In all", value=said(made.source.mass)),
                *bench_facts(of.plans[0]),
                *house_facts(of.plans[0]),
            )
        ),
        Boxes(
            (
                Box("internal identification number"),
                Box("lot number given to it"),
                Box("beyond-use date"),
            )
        ),
    )


def _ingredients(made: TriturationMade) -> tuple[Block, ...]:
    columns = ("ingredient", "amount", "maker", "lot number", "expiry")
    rows = tuple(supply_rows(made.steps, made.supplies, lots=made.source.stock().lots))
    return Heading("Ingredients"), Table(columns, rows=rows)


def _steps(of: KitPlan, made: TriturationMade) -> Numbered:
    work = _Making(of.bench, made.supplies, made.source.stock())
    return Numbered(tuple(_item(step, work, made.steps) for step in made.steps))


def _item(step: Step, work: _Making, among: tuple[Step, ...]) -> Item:
    match step:
        case Count():
            return count(step, work, among=among)
        case Comminute():
            return comminute(step)
        case Sieve():
            return sieve(step, among=among)
        case Weigh():
            return weigh(step, work)
        case Mix():
            return mix(step)
        case _:
            raise TypeError(f"{step.verb}: no step of a trituration")


def _shared_out(made: TriturationMade) -> tuple[Block, ...]:
    left = difference(made.source.mass, less=made.taken)
    stock = made.source.stock()
    drug = f"{said(active_in(mass=left, potency=stock.potency))} of {counted(stock.active)}"
    return (
        Heading("Who takes how much"),
        Table(
            ("strength", "takes"),
            rows=tuple((said(one.strength), said(one.taken)) for one in made.aliquots),
        ),
        Paragraph(
            f"Left over: {said(left)}, with {drug}. Record it and destroy it, or label it with "
            "lot, potency and date."
        ),
    )
