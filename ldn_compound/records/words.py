"""How a worksheet says an amount, a date's lot, a vessel: one wording for every part of the sheet."""

from __future__ import annotations

from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.writing import write

UNIT = "capsule"
"""The word for a dosage unit."""


def said(amount: Amount) -> str:
    """An amount, with the dosage unit's name in it."""
    return write(amount, unit=UNIT)


def each(amount: Amount) -> str:
    """What is in one unit, without "for each": "4.5 mg"."""
    return said(amount).partition("/")[0]


def unit_of(amount: Amount) -> str:
    """The unit that an amount is written in, for a blank beside it."""
    return said(amount).rpartition(" ")[2]


def listed(texts: tuple[str, ...]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last


def vessel(name: str) -> str:
    """A vessel as one points to it; one that is named after a machine run carries a mark."""
    return f"the vessel marked '{name}'" if name.startswith("run ") else f"the {name}"
