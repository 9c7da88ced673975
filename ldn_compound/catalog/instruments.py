"""Balances, capsule machines, cylinders and syringes as they are usually met."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.entries import BalanceEntry, Graduate, MachineEntry
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.kinds import Mass, Volume


def balance(name: str) -> BalanceEntry:
    """The balance of exactly this name."""
    keys = ("readability", "capacity", "sensitivity", "note")
    found, row = _row(name, "balance", keys)
    return BalanceEntry(
        name=found,
        readability=row.required("readability", Mass),
        capacity=row.required("capacity", Mass),
        sensitivity=row.required("sensitivity", Mass),
        note=row.text("note"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def machine(name: str) -> MachineEntry:
    """The capsule machine of exactly this name."""
    found, row = _row(name, "machine", ("holes",))
    return MachineEntry(
        name=found,
        holes=row.count("holes"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def cylinder(name: str) -> Graduate:
    """The class A cylinder of this capacity, "100 mL"."""
    return _graduate(name, "cylinder")


def syringe(name: str) -> Graduate:
    """The syringe of this capacity, "1 mL"."""
    return _graduate(name, "syringe")


@cache
def _graduate(name: str, what: str) -> Graduate:
    found, row = _row(name, what, ("graduation",))
    cites, confirmed = row.backing
    return Graduate(
        name=found,
        capacity=Volume.cited(found, entry=f"{found} {what}", cites=cites, confirmed=confirmed),
        graduation=row.required("graduation", Volume),
        cites=cites,
        confirmed=confirmed,
    )


def _row(name: str, what: str, keys: tuple[str, ...]) -> tuple[str, Row]:
    found = find(name, file="instruments", what=what)
    return found, Row("instruments", found, tables("instruments")[what][found], keys=keys)
