"""The steps of a liquid: measure a volume, bring a vessel to volume."""

from typing import Literal

from pydantic import StrictBool

from ldn_compound.model.base import Base
from ldn_compound.quantity.kinds import Volume


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
    carries_active: StrictBool


class BringTo(Base, frozen=True):
    """Bring a vessel to volume (q.s. ad): not "add so much", but up to the mark."""

    verb: Literal["bring_to"] = "bring_to"
    vessel: str
    volume: Volume
    what: str
    out_of: str
    measure: str
    error: Volume
    carries_active: StrictBool
