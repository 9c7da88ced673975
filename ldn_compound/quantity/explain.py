"""Show the working: where an amount came from, back to what was stated, cited or read off."""

from __future__ import annotations

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Cited, Derived, Given, Rounded
from ldn_compound.quantity.writing import write


def explain(amount: Amount, *, name: str = "", unit: str = "unit") -> str:
    """The ancestry of `amount` as indented lines, an input that is used twice only once.

    `name` is what the first line calls it; `unit` the word for a dosage unit ("capsule").
    """
    lines: list[str] = []
    _tell(amount, name, 0, lines, set(), unit)
    return "\n".join(lines)


def _tell(
    amount: Amount, name: str, depth: int, lines: list[str], told: set[int], unit: str
) -> None:
    start = f"{'  ' * depth}{name} " if name else "  " * depth
    text = write(amount, unit=unit)
    inputs = _inputs(amount)
    if inputs and id(amount) in told:
        lines.append(f"{start}{text}, as above")
        return
    told.add(id(amount))
    lines.append(f"{start}{text}{_because(amount, unit)}")
    for said, source in inputs:
        _tell(source, said, depth + 1, lines, told, unit)


def _inputs(amount: Amount) -> tuple[tuple[str, Amount], ...]:
    match amount.origin:
        case Derived(inputs=inputs):
            return tuple((said.replace("_", " "), source) for said, source in inputs)
        case Rounded(before=before):
            return (("before rounding", before),)
        case _:
            return ()


def _because(amount: Amount, unit: str) -> str:
    match amount.origin:
        case Given(by=by, text=text, place=place):
            where = f"{by}, {place.replace('_', ' ')}" if place else by
            as_written = "" if text == write(amount, unit=unit) else f", written {text!r}"
            return f" (given: {where}{as_written})"
        case Cited(entry=entry, cites=cites, confirmed=confirmed):
            doubt = "" if confirmed else "; not confirmed in a source"
            return f" ({entry} [{', '.join(cites)}]{doubt})"
        case Derived(equation=equation):
            cited = f" [{', '.join(equation.cites)}]" if equation.cites else ""
            return f" = {equation.line} ({equation.meaning}{cited})"
        case Rounded(purpose=purpose, how=how):
            return f" ({purpose}: {how})"
