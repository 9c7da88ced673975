"""A kit's plan on paper: its strengths side by side, and how many weighings they take."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.choosing.kit_plan import JointShortage, KitPlan
from ldn_compound.records.header import AID
from ldn_compound.records.sheet import Notice, Paragraph, Sheet, Table
from ldn_compound.records.words import listed, said


def kit_plan_sheet(of: KitPlan) -> Sheet:
    """The strengths of a kit, what was found of each, and how many weighings it takes."""
    return Sheet(
        f"Kit of {strengths_text(of)}",
        blocks=(
            *(Notice(shortage_text(one)) for one in of.shortages),
            Table(
                ("strength", "capsules", "taken from", "errors", "warnings", "notes"),
                rows=tuple(_rows(of)),
            ),
            Paragraph(_way(of)),
            Paragraph(AID),
        ),
    )


def strengths_text(of: KitPlan) -> str:
    """'0.5 mg, 1 mg and 1.5 mg'."""
    return listed(tuple(said(one).partition("/")[0] for one in of.kit.strengths))


def shortage_text(one: JointShortage) -> str:
    """What is not enough for all, and what to do."""
    return (
        f"All preparations together take {said(one.wanted)} of {one.material}, and there is "
        f"{said(one.held)}: have more of it, or make fewer."
    )


def _rows(of: KitPlan) -> Iterator[tuple[str, ...]]:
    for review in of.reviews:
        plan = review.plan
        numbers = (
            str(sum(one.severity == severity for one in review.findings))
            for severity in ("error", "warning", "note")
        )
        taken = f"{said(plan.taken)} of {'the shared ' if plan.before else ''}{plan.stock.material}"
        yield said(plan.strength), said(plan.units), taken, *numbers


def _way(of: KitPlan) -> str:
    separately, shared = of.weighings_separately, of.weighings_shared
    if shared is None:
        return f"{separately} weighings in all; no two strengths can share a trituration."
    if of.way == "shared":
        return (
            f"{shared} weighings in all, with a trituration that is made once and shared; each "
            f"strength on its own would take {separately}."
        )
    return (
        f"{separately} weighings in all, each strength on its own; with a trituration that is "
        f"shared it would take {shared}."
    )
