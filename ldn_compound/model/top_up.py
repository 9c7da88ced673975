"""The step of a calibrated fill: top shells up with diluent, and empty them again."""

from typing import Literal

from ldn_compound.model.base import Base
from ldn_compound.quantity.kinds import Mass, UnitCount


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
