"""What is written down when the work is done: yield, appearance, and who answers for it."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.records.sheet import Block, Box, Boxes, Heading, Paragraph
from ldn_compound.records.words import said

CHECKS = (Box("first check"), Box("second check"))
"""Two people's initials."""


def results(plan: Plan) -> tuple[Block, ...]:
    """Yield, appearance, dating and signatures."""
    goal = " to ".join(fact("yield").limits(Ratio).texts)
    return (
        Heading("Results and release"),
        Paragraph(f"Yield: what passed, as a part of {_all(plan)}; goal {goal}."),
        Boxes(
            (
                Box("passed"),
                Box("yield", unit=Ratio.unit),
                Box("appearance"),
                Box("deviations"),
                Box("beyond-use date"),
                Box("storage"),
            )
        ),
        Boxes(
            (
                Box("calculations checked by"),
                Box("compounded by"),
                Box("date and time"),
                Box("checked by"),
                Box("released by (pharmacist)"),
                Box("date"),
            )
        ),
    )


def _all(plan: Plan) -> str:
    match plan.made:
        case Filling():
            return said(plan.units)
        case made:
            return said(made.volume)
