"""Whole tablets in so many units, and the strength that this makes."""

from fractions import Fraction

from pydantic import ConfigDict

from ldn_compound.equations.everyday import difference
from ldn_compound.model.base import Base
from ldn_compound.quantity.kinds import PerUnit, Ratio, TabletCount, UnitCount
from ldn_compound.quantity.origins import Given


class WholeTabletWay(Base, frozen=True):
    """So many tablets in so many units, and the strength that this makes."""

    model_config = ConfigDict(title="the whole-tablet way")

    tablets: TabletCount
    units: UnitCount
    strength: PerUnit
    part: Ratio
    """Of the strength ordered."""

    @property
    def deviation(self) -> Ratio:
        """From the strength ordered; negative where a unit holds less."""
        whole = Ratio.in_base(Fraction(1), Given("the strength ordered", "100 %"))
        return difference(self.part, less=whole)
