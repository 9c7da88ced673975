"""How much a shell holds: measured by this house, estimated from a density, or calibrated."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ldn_compound.model.base import Base
from ldn_compound.model.stated import Counted, Maybe, Reading, unstated
from ldn_compound.quantity.kinds import Density, Mass, UnitCount


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


class Estimated(Base, frozen=True):
    """Shell volume times tapped density: the diluent's of the catalogue, or one that is stated."""

    model_config = ConfigDict(title="the estimated fill")

    kind: Literal["estimated"] = "estimated"
    density: Maybe[Density] = unstated()
    powder_density: Maybe[Density] = unstated()


Fill = Annotated[Measured | Calibrated | Estimated, Field(discriminator="kind")]
