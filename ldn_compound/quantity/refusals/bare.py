"""What is no text and no amount: a number without its unit, or something else altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.quantity.exact import LARGEST
from ldn_compound.quantity.refusals.asked import quoted

if TYPE_CHECKING:
    from ldn_compound.quantity.amount import Amount


def why_no_amount(stated: object, *, kind: type[Amount]) -> str:
    """What to write instead of a thing that states no amount."""
    figure = figure_of(stated)
    if figure is not None:
        usual = kind.example.partition(" ")[2]
        return f"{stated!r}: a number needs its unit; write text, '{figure} {usual}'"
    return (
        f"{quoted(stated)}: a {kind.__name__} is text with its unit, '{kind.example}', "
        f"an exact number with a unit, {kind.__name__}.of(Decimal('...'), '{kind.unit}'), "
        "or a pint quantity"
    )


def figure_of(number: object) -> str | None:
    """A plain int or float as one would write it; None for what has no such figure."""
    if type(number) not in (int, float) or not 0 <= number < LARGEST:  # type: ignore[operator]
        return None
    text = repr(number).removesuffix(".0")
    return text if text.replace(".", "").isdigit() else None
