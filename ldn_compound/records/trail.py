"""Where printed amounts came from: their ancestors, and each calculation as one line.

"active ÷ potency = 405 mg ÷ 28.20079 % = 1436.13 mg, rounded half up to 1 mg: 1436 mg"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.origins import Derived, Rounded
from ldn_compound.records.words import said

_A_SUM = "the sum of"  # how an equation's line opens that adds whatever it is given
# Written out, because a set of such characters takes longer to compile.
_MARKS = re.compile(r"( × | ÷ | \+ | − |[()]|the [a-z ]+? of (?:the )?| and )")
"""What stands between the names in an equation's line."""


class Worked(NamedTuple):
    """A calculation: what it gives, and its line with the numbers put in."""

    meaning: str
    line: str


def inputs_of(amount: Amount) -> tuple[tuple[str, Amount], ...]:
    """What an amount was computed or rounded from, by name."""
    match amount.origin:
        case Derived(inputs=inputs):
            return inputs
        case Rounded(before=before):
            return (("before rounding", before),)
        case _:
            return ()


def input_of(amount: Amount, name: str) -> Amount | None:
    """One input by its name, where there is one."""
    return next((source for named, source in inputs_of(amount) if named == name), None)


def ancestry(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """The amounts and all they came from, each object once, inputs before results."""
    seen: set[int] = set()
    found: list[Amount] = []

    def walk(amount: Amount) -> None:
        if id(amount) not in seen:
            seen.add(id(amount))
            for _, source in inputs_of(amount):
                walk(source)
            found.append(amount)

    for amount in amounts:
        walk(amount)
    return tuple(found)


def workings(amounts: Iterable[Amount], *, unit: str) -> Iterator[tuple[Amount, Worked]]:
    """Every calculation behind the amounts, inputs before results, a rounding beside its amount."""
    every = ancestry(amounts)
    rounded = {id(one.origin.before): one for one in every if isinstance(one.origin, Rounded)}
    for amount in every:
        match amount.origin:
            case Derived() as derived:
                line, after = _line(derived, unit), rounded.get(id(amount))
                result = f"= {said(amount, unit=unit)}"
                gives = "" if line.endswith(result) else f" {result}"
                rounding = "" if after is None else _rounding(after, unit)
                yield amount, Worked(derived.equation.meaning, line + gives + rounding)
            case Rounded(purpose=purpose, before=before) if not isinstance(before.origin, Derived):
                yield (
                    amount,
                    Worked(purpose.capitalize(), said(before, unit=unit) + _rounding(amount, unit)),
                )
            case _:
                pass


def _rounding(amount: Amount, unit: str) -> str:
    assert isinstance(amount.origin, Rounded)
    return f", {amount.origin.how}: {said(amount, unit=unit)}"


def _line(derived: Derived, unit: str) -> str:
    """The algebra in words, then with the numbers put in."""
    line = derived.equation.line
    numbers = {name.replace("_", " "): said(amount, unit=unit) for name, amount in derived.inputs}
    if line.startswith(_A_SUM):
        return f"{line} = {' + '.join(numbers.values())}"
    parts = _MARKS.split(line)
    if numbers.keys() <= set(parts):
        return f"{line} = {''.join(numbers.get(part, part) for part in parts)}"
    return f"{line}, with {', '.join(f'{name} {number}' for name, number in numbers.items())}"
