"""How much a shell holds as a house found it out: by packing shells, or by volume supplement."""

from typing import Literal

from pydantic import ConfigDict

from ldn_compound.model.base import Base
from ldn_compound.model.stated import Counted, Reading
from ldn_compound.quantity.kinds import Mass, UnitCount


class Packed(Base, frozen=True):
    """Shells of the order's size that this house packed with one powder, weighed together, net."""

    model_config = ConfigDict(title="the packing")

    shells: Counted[UnitCount]
    together: Reading[Mass]


class Measured(Base, frozen=True):
    """The mean net fill of shells packed with the diluent, and with the drug's powder if known.

    A trituration of the drug's powder packs as the diluent does.
    """

    model_config = ConfigDict(title="the measured fill")

    kind: Literal["measured"] = "measured"
    diluent: Packed
    powder: Packed | None = None


class Calibrated(Base, frozen=True):
    """Volume supplement: shells are topped up with diluent, emptied, and refilled after mixing."""

    model_config = ConfigDict(title="the calibrated fill")

    kind: Literal["calibrated"] = "calibrated"
