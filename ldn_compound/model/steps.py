"""What is done at the bench, one verb a step: count, comminute, sieve, weigh, mix, ... inspect.

Vessels are named ("mortar", "blend"); a supply is a vessel that the order did not fill.
Every amount taken is positive and on its instrument's grid.
"""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import StrictBool

from ldn_compound.model.base import Base
from ldn_compound.model.mixing import portions
from ldn_compound.model.when_stated import OneOf
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, TabletCount, UnitCount

MIXING_MORTAR = "mixing mortar"
"""Where the weighed material and its diluent come together."""


def diluent_jar(name: str) -> str:
    """What a diluent is weighed out of: each powder has a jar of its own."""
    return f"{name} jar"


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
    carries_active: StrictBool
    """Whether this weighing decides how much active a unit holds."""


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

    @kept
    def portions(self) -> tuple[Mass, ...]:
        """About how much goes in each time: guidance, not weighed; the last is what remains."""
        if self.powder is None or self.diluent is None or self.first is None:
            return ()
        return portions(self.powder, diluent=self.diluent, first=self.first)


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


if TYPE_CHECKING:
    from ldn_compound.model.liquid_steps import BringTo, MeasureOut
    from ldn_compound.model.top_up import TopUp

    Step = (
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
        | Inspect
    )
else:
    _STEPS = {
        "count": Count,
        "comminute": Comminute,
        "sieve": Sieve,
        "weigh": Weigh,
        "measure": "ldn_compound.model.liquid_steps:MeasureOut",
        "bring_to": "ldn_compound.model.liquid_steps:BringTo",
        "mix": Mix,
        "top_up": "ldn_compound.model.top_up:TopUp",
        "encapsulate": Encapsulate,
        "package": Package,
        "inspect": Inspect,
    }
    Step = Annotated[Any, OneOf("verb", _STEPS)]
