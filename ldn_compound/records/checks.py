"""What is written down when the work is done: yield, appearance, and who answers for it."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.records.sheet import Block, Box, Boxes, Heading, Paragraph
from ldn_compound.records.words import said

CHECKS = (Box("first check"), Box("second check"))
"""Two people's initials."""


def results(plan: Plan) -> tuple[Block, ...]:
    """Yield, appearance, dating and signatures."""
    goal = fact("yield").limits(Ratio)
    return (
        Heading("Results and release"),
        Paragraph(
            f"Yield: capsules that passed, as a part of {said(plan.units)}; "
            f"goal {' to '.join(goal.texts)}."
        ),
        Boxes(
            (
                Box("capsules that passed"),
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
