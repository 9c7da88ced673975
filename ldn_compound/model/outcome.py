"""What doing the steps gives: what each unit holds, what is left over, what ran short."""

from pydantic import ConfigDict

from ldn_compound.model.base import Base, Document
from ldn_compound.model.seldom import Shortage
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, UnitCount


class Constituent(Base, frozen=True):
    """So much of one substance."""

    name: str
    mass: Mass


class RunOutcome(Base, frozen=True):
    """What the units of one machine run hold."""

    run: int
    units: UnitCount
    active: PerUnit
    """As the source's potency counts it."""
    part: Ratio
    """Of the strength ordered."""
    highest: Ratio
    """Of the strength, with every weighing off upwards together."""
    lowest: Ratio
    """Of the strength, with every weighing off downwards together."""
    errors: tuple[Ratio, ...]
    """How far off each weighing or measuring that decides the content may be."""
    weighing_error: Ratio
    """How far the weighings alone may carry it, the larger side."""
    net_fill: PerUnit


class Remainder(Base, frozen=True):
    """What a vessel holds at the end."""

    vessel: str
    constituents: tuple[Constituent, ...]


class Outcome(Document, frozen=True):
    """The result of a dry run, and what it rests on."""

    model_config = ConfigDict(title="the dry run")

    runs: tuple[RunOutcome, ...]
    left_over: tuple[Remainder, ...]
    shortages: tuple[Shortage, ...]
    """Each measured step whose vessel held less than was wanted."""
    rests_on: str
