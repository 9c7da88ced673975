"""Hard capsules: the drug's powder, and diluent in what room it leaves.

90 capsules of 4.5 mg from 1436 mg of ground tablet: 15.96 mg of powder in each, in a size 2 shell
(0.37 mL × 0.46 g/mL = 170.2 mg) 154.24 mg of diluent, 13882 mg for all.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from ldn_compound.catalog import excipient
from ldn_compound.equations.demand import active_in_units, units_made, with_overage
from ldn_compound.equations.filling import per_unit
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.forms.filling import filling
from ldn_compound.forms.fills import Calibrated, Estimated, Fill
from ldn_compound.forms.mixing import blended
from ldn_compound.model.base import Base, Counted, CountedFromZero, Stated, stated
from ldn_compound.model.bench import Bench
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Finished, Supply
from ldn_compound.model.policy import Overage, Policy
from ldn_compound.model.shell import Shell
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount

DILUENT_JAR = "diluent jar"


def _diluent(name: str) -> str:
    try:
        return excipient(name).name
    except CatalogError as error:
        raise AmountError(str(error)) from None


def _overage(given: object) -> object:
    return {"part": given} if isinstance(given, str) else given


class Capsules(Base, frozen=True):
    """Capsules of one strength.

    `spare` are more units for handling loss; `overage` is more active in every unit. A shell that
    is not given is the first of the house's sizes that fits.
    """

    model_config = ConfigDict(title="the order")

    strength: Stated[PerUnit]
    quantity: Counted[UnitCount]
    shell: Shell | None = None
    diluent: Annotated[str, AfterValidator(_diluent)] | None = None
    diluent_lots: tuple[Lot, ...] = ()
    fill: Fill = Field(default_factory=Estimated)
    spare: CountedFromZero[UnitCount] = stated(0)
    overage: Annotated[Overage, BeforeValidator(_overage)] | None = None
    container: str = "tight, light-resistant container"

    @property
    def units(self) -> UnitCount:
        """Units to make."""
        return units_made(quantity=self.quantity, spare=self.spare)

    def demand(self, order: Order, *, policy: Policy) -> Mass:
        active = active_in_units(strength=self.strength, units=self.units)
        overage = self.overage or policy.overage
        if overage.part.is_zero or (overage.below is not None and self.strength >= overage.below):
            return active
        return with_overage(active=active, overage=overage.part)

    def finish(
        self, powder: Mass, *, order: Order, stock: Solid, bench: Bench, policy: Policy
    ) -> Finished:
        units = self.units
        name = self.diluent or _diluent(policy.diluent)
        chosen = filling(
            per_unit(mass=powder, units=units),
            shell=self.shell,
            diluent=excipient(name),
            fill=self.fill,
            stock=stock,
            policy=policy,
        )
        steps, net_fill = blended(
            powder,
            filling=chosen.filling,
            units=units,
            quantity=self.quantity,
            calibrated=isinstance(self.fill, Calibrated),
            container=self.container,
            out_of=DILUENT_JAR,
            bench=bench,
            policy=policy,
        )
        return Finished(
            steps=steps,
            supplies=(Supply(vessel=DILUENT_JAR, material=name, lots=self.diluent_lots),),
            made=chosen.filling.model_copy(update={"net_fill": net_fill}),
            assumptions=chosen.assumptions,
        )
