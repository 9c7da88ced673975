"""Text that is no amount: what is wrong with it, and what to write instead.

Looked at only once reading has failed. The first check that has something to say says it:
    '4,5 mg': write the decimal mark as a point, '4.5 mg'
"""

from collections.abc import Callable
from typing import Final

from ldn_compound.quantity.refusals import amounts, characters, marks, numbers, units
from ldn_compound.quantity.refusals.asked import Asked, asked_for, quoted
from ldn_compound.quantity.spelling import LONGEST

__all__ = ["quoted", "why_refused"]

_CHECKS: Final[tuple[Callable[[Asked], str | None], ...]] = (
    *characters.CHECKS,
    *amounts.CHECKS,
    *numbers.CHECKS,
    *marks.CHECKS,
    *units.CHECKS,
)


def why_refused(text: str, *, units: tuple[str, ...], example: str) -> str:
    """What is wrong with `text` as an amount in one of `units`, and what to write instead."""
    if not isinstance(text, str):
        return f"{quoted(text)}: an amount is written as text, such as '{example}'"
    if len(text) > LONGEST:
        return (
            f"{quoted(text)}: {len(text)} characters, and at most {LONGEST} are read; "
            f"write a number and a unit, such as '{example}'"
        )
    asked = asked_for(text, units=units, example=example)
    found = (said for check in _CHECKS if (said := check(asked)) is not None)
    return f"{quoted(text)}: {next(found, f'no amount can be read; {asked.write()}')}"
