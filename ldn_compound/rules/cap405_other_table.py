"""A shell of another table than the mainstream's."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import shell, sizes
from ldn_compound.model.plan import Filling
from ldn_compound.model.shell import Shell
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_MAINSTREAM = "mainstream"


@rule(
    code="CAP405",
    title="The shell's volume is not the mainstream table's",
    severity="note",
    rationale="One size is not one volume: size 3 holds 0.30 mL in most tables and 0.27 mL in one. "
    "An estimated fill, and the shell that is chosen, rest on it.",
    bad="Shells of one maker, planned by another's table.",
    good="The table of the maker whose shells are on the bench.",
    remedy="Make sure that the shells on the bench are of that maker.",
    cites=("shell-charts", "shells-capsuline"),
    of="capsules",
)
def other_table(case: Case) -> Iterator[Breach]:
    made = case.plan.made
    if isinstance(made, Filling) and made.shell.maker != _MAINSTREAM:
        used = made.shell
        yield Breach(
            f"{used} shell", f"{write(used.volume, unit='capsule')} ({used.maker})", _usual(used)
        )


def _usual(used: Shell) -> str:
    if used.size not in sizes():
        return "a size of the mainstream table"
    volume = write(shell(used.size).volume, unit="capsule")
    return f"{volume} in the mainstream table"
