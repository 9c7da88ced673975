"""Amounts as rows, {"value": "4.5", "unit": "mg"}, and a document's numbered table of them.

The table says of each amount where it came from, its inputs before it; an amount elsewhere in the
document is written with its number there, and loading the document restores every origin. Outside
a document an amount is value and unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction
from typing import Any, TypeVar

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.decimals import approximate_number, exact_number
from ldn_compound.quantity.kinds import KINDS, TabletCount, UnitCount
from ldn_compound.quantity.origins import (
    Cited,
    Derived,
    Given,
    Origin,
    RecordedEquation,
    Rounded,
)

A = TypeVar("A", bound=Amount)
Row = dict[str, Any]

WIRE_FIGURES = 12
_LONGEST = 400  # characters of a number: far above any bench, far below what hangs a process
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_EXACT = re.compile(r"-?[0-9]+/[1-9][0-9]*")
_KIND_NAMED = {kind.__name__: kind for kind in KINDS}


class Table:
    """The numbered amounts of one document, while it is written."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._number: dict[int, int] = {}
        self._held: list[Amount] = []  # an id stays unique only as long as its object lives

    def number(self, amount: Amount) -> int:
        """The amount's number; its inputs are numbered before it."""
        known = self._number.get(id(amount))
        if known is not None:
            return known
        row = {"kind": type(amount).__name__, **_value(amount), **self._origin(amount.origin)}
        self.rows.append(row)
        self._held.append(amount)
        self._number[id(amount)] = len(self.rows)
        return len(self.rows)

    def _origin(self, origin: Origin) -> Row:
        match origin:
            case Given():
                return {"given": origin._asdict()}
            case Cited():
                return {"cited": origin._asdict() | {"cites": list(origin.cites)}}
            case Derived(equation=equation, inputs=inputs):
                return {
                    "equation": equation.name,
                    "line": equation.line,
                    "meaning": equation.meaning,
                    "cites": list(equation.cites),
                    "inputs": {name: self.number(amount) for name, amount in inputs},
                }
            case Rounded(purpose=purpose, how=how, before=before):
                return {"rounded": {"purpose": purpose, "how": how, "before": self.number(before)}}


_writing: ContextVar[Table | None] = ContextVar("ldn_compound_writing", default=None)
_reading: ContextVar[Sequence[Amount] | None] = ContextVar("ldn_compound_reading", default=None)


@contextmanager
def writing_table() -> Iterator[Table | None]:
    """Open a table for the document being written; None where an outer document has one."""
    if _writing.get() is not None:
        yield None
        return
    with table_apart() as table:
        yield table


@contextmanager
def table_apart() -> Iterator[Table]:
    """A table of its own inside a document, for a part that may be stored and read by itself."""
    table = Table()
    token = _writing.set(table)
    try:
        yield table
    finally:
        _writing.reset(token)


@contextmanager
def reading_table(rows: object) -> Iterator[None]:
    """Make the amounts of a document's table known while the document is read."""
    token = _reading.set(_restored(rows))
    try:
        yield
    finally:
        _reading.reset(token)


def written(amount: Amount) -> Row:
    """The amount, with its number where a document is being written."""
    table = _writing.get()
    return _value(amount) if table is None else _value(amount) | {"origin": table.number(amount)}


def _value(amount: Amount) -> Row:
    value = amount.value
    text = exact_number(value)
    if text is not None:
        return {"value": text, "unit": amount.unit}
    return {
        "value": approximate_number(value, figures=WIRE_FIGURES),
        "exact": f"{value.numerator}/{value.denominator}",
        "unit": amount.unit,
    }


def read_row(kind: type[A], row: Row, by: str, place: str | None) -> A:
    """The amount that is so written: the table's own where it has a number."""
    if not {"value", "unit"} <= set(row) <= {"value", "unit", "exact", "origin"}:
        raise AmountError(
            f"{row!r}: write {{'value': '4.5', 'unit': '{kind.unit}'}} or text, '{kind.example}'"
        )
    if "origin" in row:
        return _numbered(kind, row)
    if not isinstance(row["value"], str) or not isinstance(row["unit"], str):
        raise AmountError(f"{row!r}: value and unit are text, '{kind.example}'")
    if "exact" in row or row["unit"] == kind.unit:
        base = _exact_value(kind, row)
        if base >= 0 and not issubclass(kind, UnitCount | TabletCount):
            written = f"{row.get('exact', row['value'])} {kind.unit}"
            return kind.in_base(base, Given(by, written, place))
    return kind._stated(f"{row['value']} {row['unit']}", by=by, place=place)


def _numbered(kind: type[A], row: Row) -> A:
    table, number = _reading.get(), row["origin"]
    if table is None:
        raise AmountError(f"origin {number!r}: this amount names a table that the document lacks")
    if type(number) is not int or not 1 <= number <= len(table):
        raise AmountError(f"origin {number!r}: the table has the numbers 1 to {len(table)}")
    amount = table[number - 1]
    if type(amount) is not kind:
        raise AmountError(f"origin {number} is a {type(amount).__name__}, not a {kind.__name__}")
    if amount.value != _exact_value(kind, row) / kind.scale:
        raise AmountError(f"{row!r} disagrees with number {number} of the table, {amount!r}")
    return amount


def _exact_value(kind: type[Amount], row: Row) -> Fraction:
    """The value in coherent units; `value` and `exact` must agree."""
    text, exact, unit = row.get("value"), row.get("exact"), row.get("unit")
    if unit != kind.unit:
        raise AmountError(f"{row!r}: the unit of a {kind.__name__} is {kind.unit!r}")
    if not isinstance(text, str) or len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        raise AmountError(f"{text!r}: write the value as text, digits with a point, '4.5'")
    if exact is None:
        return Fraction(text) * kind.scale
    if not isinstance(exact, str) or len(exact) > _LONGEST or not _EXACT.fullmatch(exact):
        raise AmountError(f"{exact!r}: write the exact value as a fraction, '1000/3'")
    value = Fraction(exact)
    if approximate_number(value, figures=WIRE_FIGURES) != text:
        raise AmountError(f"value {text!r} and exact {exact!r} disagree; write one amount")
    return value * kind.scale


def _restored(rows: object) -> tuple[Amount, ...]:
    if not isinstance(rows, list | tuple):
        raise AmountError("calculations: a list of numbered amounts is wanted")
    amounts: list[Amount] = []
    for number, row in enumerate(rows, start=1):
        try:
            kind = _KIND_NAMED[row["kind"]]
            amount = kind.in_base(_exact_value(kind, row), _origin(row, amounts))
            _check_reading(amount)
            amounts.append(amount)
        except AmountError as error:
            raise AmountError(f"calculations, number {number}: {error}") from None
        except (KeyError, TypeError, IndexError, AttributeError):
            raise AmountError(f"calculations, number {number}: {row!r} is incomplete") from None
    return tuple(amounts)


def _check_reading(amount: Amount) -> None:
    """A reading prints the text it was recorded as, so that text must state the value."""
    origin = amount.origin
    if not isinstance(origin, Given) or not origin.reading:
        return
    if type(amount).reading(origin.text) != amount:
        raise AmountError(f"reads {origin.text!r}, yet its value is {_value(amount)['value']}")


def _earlier(amounts: list[Amount], number: object) -> Amount:
    if type(number) is not int or not 1 <= number <= len(amounts):
        raise AmountError(f"names number {number!r}, which does not come before it")
    return amounts[number - 1]


def _origin(row: Row, amounts: list[Amount]) -> Origin:
    if "given" in row:
        given = Given(**row["given"])
        if not isinstance(given.by, str) or not isinstance(given.text, str):
            raise TypeError(given)
        return given
    if "cited" in row:
        cited = row["cited"]
        return Cited(cited["entry"], tuple(cited["cites"]), cited["confirmed"])
    if "rounded" in row:
        how = row["rounded"]
        return Rounded(how["purpose"], how["how"], _earlier(amounts, how["before"]))
    equation = RecordedEquation(row["equation"], row["line"], row["meaning"], tuple(row["cites"]))
    inputs = ((name, _earlier(amounts, number)) for name, number in row["inputs"].items())
    return Derived(equation, tuple(inputs))


def table_schema() -> Row:
    """The JSON Schema of a document's table of calculations."""
    return {
        "type": "array",
        "description": "Every amount with its origin, inputs before what is computed from them.",
        "items": {
            "type": "object",
            "properties": {
                "kind": {"enum": sorted(_KIND_NAMED)},
                "value": {"type": "string"},
                "unit": {"type": "string"},
            },
            "required": ["kind", "value", "unit"],
        },
    }
