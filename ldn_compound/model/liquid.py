"""A source that comes to a liquid: so much active in each mL."""

from pydantic import ConfigDict, StrictBool

from ldn_compound.model.base import Base, trusted
from ldn_compound.model.seldom import Lot
from ldn_compound.model.stock import Supply
from ldn_compound.quantity.kinds import Concentration, Volume


class Liquid(Base, frozen=True):
    """A liquid of known concentration of `active`."""

    model_config = ConfigDict(title="the stock")

    material: str
    active: str
    concentration: Concentration
    nominal: Concentration
    concentration_if_capped: Concentration | None = None
    leaves_suspended: StrictBool = False
    solvent: str = ""
    """What the drug is dissolved in, where that is stated."""
    rests_on: str
    held: Volume | None = None
    lots: tuple[Lot, ...] = ()

    def supply(self, vessel: str) -> Supply:
        """It, standing ready in a vessel."""
        return trusted(Supply)(
            vessel=vessel,
            material=self.material,
            concentration=self.concentration,
            volume=self.held,
            lots=self.lots,
        )
