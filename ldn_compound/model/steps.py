"""What is done at the bench, one verb a step: count, comminute, sieve, weigh, mix, ... inspect.

Vessels are named ("mortar", "blend"); a supply is a vessel that the order did not fill.
Every amount taken is positive and on its instrument's grid.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from ldn_compound.model.base import Base
from ldn_compound.model.mixing import portions
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, TabletCount, UnitCount, Volume

MIXING_MORTAR = "mixing mortar"
"""Where the weighed material and its diluent come together."""


class Count(Base, frozen=True):
    """Count tablets into a vessel."""

    verb: Literal["count"] = "count"
    what: str
    tablets: TabletCount
    weight: PerTablet
    """Average weight of what of a tablet is used."""
    strength: PerTablet
    """Active in a tablet."""
    into: str
    held: TabletCount | None = None
    """How many there are, where the lots say so."""


class Comminute(Base, frozen=True):
    """Grind what a vessel holds, until all of it passes the sieve."""

    verb: Literal["comminute"] = "comminute"
    vessel: str
    coat: Literal["ground in", "removed"] = "ground in"


class Sieve(Base, frozen=True):
    """Pass what a vessel holds through a sieve."""

    verb: Literal["sieve"] = "sieve"
    vessel: str
    through: str


class Weigh(Base, frozen=True):
    """Weigh an amount out of a supply or vessel."""

    verb: Literal["weigh"] = "weigh"
    what: str
    amount: Mass
    out_of: str
    into: str
    carries_active: bool
    """Whether this weighing decides how much active a unit holds."""


class MeasureOut(Base, frozen=True):
    """Measure a volume out of a supply or vessel."""

    verb: Literal["measure"] = "measure"
    what: str
    volume: Volume
    out_of: str
    into: str
    measure: str
    """What it is measured with: "10 mL oral syringe"."""
    least: Volume
    """The least volume that is measured with it."""
    error: Volume
    """Half a graduation."""
    carries_active: bool


class BringTo(Base, frozen=True):
    """Bring a vessel to volume (q.s. ad): not "add so much", but up to the mark."""

    verb: Literal["bring_to"] = "bring_to"
    vessel: str
    volume: Volume
    what: str
    out_of: str
    measure: str
    error: Volume
    carries_active: bool


class Mix(Base, frozen=True):
    """Mix two powders by geometric dilution, or an even blend again."""

    verb: Literal["mix"] = "mix"
    vessel: str
    added: str = ""
    """The vessel that is added in portions."""
    powder: Mass | None = None
    """What is in the vessel, where it is diluted geometrically."""
    diluent: Mass | None = None
    first: Mass | None = None
    """Diluent that fills as much as the powder does."""

    @cached_property
    def portions(self) -> tuple[Mass, ...]:
        """About how much goes in each time: guidance, not weighed; the last is what remains."""
        if self.powder is None or self.diluent is None or self.first is None:
            return ()
        return portions(self.powder, diluent=self.diluent, first=self.first)


class TopUp(Base, frozen=True):
    """Fill shells with a vessel's powder, top them up level with diluent, and empty them again."""

    verb: Literal["top_up"] = "top_up"
    vessel: str
    units: UnitCount
    shell: str
    what: str
    out_of: str
    about: Mass
    """What the topping up is expected to take; what it took is recorded."""


class Encapsulate(Base, frozen=True):
    """Spread all of a vessel's powder evenly over so many shells."""

    verb: Literal["encapsulate"] = "encapsulate"
    vessel: str
    units: UnitCount
    shell: str
    run: int
    net_fill: PerUnit | None
    """What each unit holds, net, where the masses are known beforehand."""


class Package(Base, frozen=True):
    """Pack the units ordered."""

    verb: Literal["package"] = "package"
    units: UnitCount
    container: str
    vessel: str = ""
    """What is poured in, where it is a liquid; capsules are filled before."""


class Inspect(Base, frozen=True):
    """Weigh filled capsules against the target, and look at all."""

    verb: Literal["inspect"] = "inspect"
    units: UnitCount
    net_fill: PerUnit | None


Step = Annotated[
    Count
    | Comminute
    | Sieve
    | Weigh
    | MeasureOut
    | BringTo
    | Mix
    | TopUp
    | Encapsulate
    | Package
    | Inspect,
    Field(discriminator="verb"),
]


_TAKINGS = (Weigh, MeasureOut)


class Flow:
    """Which vessels each vessel's contents came from, over a list of steps."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._from: dict[str, set[str]] = {}
        for step in steps:
            if isinstance(step, _TAKINGS):
                self._from.setdefault(step.into, set()).add(step.out_of)
            elif isinstance(step, Mix) and step.added:
                self._from.setdefault(step.vessel, set()).add(step.added)

    def behind(self, vessel: str) -> frozenset[str]:
        """The vessel and every one that something in it came from."""
        seen: set[str] = set()
        ahead = [vessel]
        while ahead:
            one = ahead.pop()
            if one not in seen:
                seen.add(one)
                ahead += self._from.get(one, ())
        return frozenset(seen)


def deciding(steps: tuple[Step, ...]) -> dict[str, tuple[Weigh | MeasureOut | BringTo, ...]]:
    """By vessel that fills units: the weighings and measurings that decide what a unit holds.

    A vessel that shares were weighed out of fills its units with what is left, which is checked
    on the balance: that counts as one more weighing, of a share's size.
    """
    flow = Flow(steps)
    into: dict[str, list[Weigh | MeasureOut | BringTo]] = {}
    shares: dict[str, Weigh] = {}
    for step in steps:
        if isinstance(step, _TAKINGS) and step.carries_active:
            into.setdefault(step.into, []).append(step)
            if isinstance(step, Weigh):
                shares[step.out_of] = step
        elif isinstance(step, BringTo) and step.carries_active:
            into.setdefault(step.vessel, []).append(step)
    found = {}
    for vessel in (vessel for step in steps if (vessel := fills(step)) is not None):
        behind = flow.behind(vessel)
        left = (shares[vessel],) if vessel in shares else ()
        found[vessel] = (*(one for name in into if name in behind for one in into[name]), *left)
    return found


def fills(step: Step) -> str | None:
    """The vessel that a step empties into finished units; None where it fills none."""
    if isinstance(step, Encapsulate):
        return step.vessel
    if isinstance(step, Package):
        return step.vessel or None
    return None
