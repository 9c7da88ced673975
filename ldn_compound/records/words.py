"""How a worksheet says an amount, a substance, a vessel: one wording for the whole sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ldn_compound.catalog import fact, substance
from ldn_compound.equations.weighing import minimum_by_sensitivity
from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.model.liquid import Liquid

CAPSULE = "capsule"


class Work(Protocol):
    """What a step at the bench is told with: a plan, or a preparation that several plans share."""

    @property
    def bench(self) -> Bench:
        """The instruments."""
        ...

    @property
    def supplies(self) -> tuple[Supply, ...]:
        """What stands ready."""
        ...

    @property
    def stock(self) -> Solid | Liquid:
        """What carries the active."""
        ...


def unit_word(plan: Plan) -> str:
    """The word for what is made: a capsule, or the one preparation."""
    return CAPSULE if isinstance(plan.made, Filling) else "preparation"


def said(amount: Amount, *, unit: str = CAPSULE) -> str:
    """An amount, with the dosage unit's name in it."""
    return write(amount, unit=unit)


def each(amount: Amount) -> str:
    """What is in one unit, tablet or mL, without "for each": "4.5 mg"."""
    return said(amount).partition("/")[0]


def unit_of(amount: Amount) -> str:
    """The unit that an amount is written in, for a blank beside it."""
    return said(amount).rpartition(" ")[2]


def least_checked(bench: Bench) -> Mass:
    """The lightest that a check on this balance tells something of, whatever else it is used for.

    Off by 6 mg, it tells 120 mg to 5 %.
    """
    accepted = fact("largest_weighing_error").amount(Ratio)
    return minimum_by_sensitivity(sensitivity=bench.balance.error, accepted_error=accepted)


def listed(texts: tuple[str, ...]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last


def counted(name: str) -> str:
    """A substance as a strength counts it; the base is called so."""
    form = substance(name).form
    return f"{name} base" if form == "base" else name


def vessel(name: str) -> str:
    """A vessel as one points to it; one that is named after a machine run carries a mark."""
    if name.startswith("run "):
        return f"the vessel marked '{name}'"
    return name if name[-1:].isdigit() else f"the {name}"
