"""A prolonged-release injection: described here so that a review can say why it is no source."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict

from ldn_compound.equations.everyday import per
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_substance
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot
from ldn_compound.model.stated import Stated
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Mass


class Injection(Base, frozen=True):
    """A vial: `active` in `powder` of microspheres."""

    model_config = ConfigDict(title="the injection")

    product: str
    active: Stated[Mass]
    powder: Stated[Mass]
    substance: Annotated[str, AfterValidator(known_substance)] = "naltrexone"
    lots: tuple[Lot, ...] = ()

    def stock(self) -> Solid:
        potency = per(self.active, by=self.powder)
        return trusted(Solid)(
            material=f"{self.product} powder",
            active=self.substance,
            potency=potency,
            nominal=potency,
            rests_on="by label claim",
            lots=self.lots,
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return trusted(Ready)(vessel="vial", supplies=(self.stock().supply("vial"),))
