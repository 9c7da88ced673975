"""What was wanted of a vessel and was not there."""

from ldn_compound.model.base import Base
from ldn_compound.quantity.kinds import Mass, Volume


class Shortage(Base, frozen=True):
    """A step that wanted more than there was."""

    step: int
    vessel: str
    wanted: Mass | Volume
    short: Mass | Volume
