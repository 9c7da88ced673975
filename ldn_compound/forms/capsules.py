"""Hard capsules: the drug's powder, and diluent in what room it leaves.

90 capsules of 4.5 mg from 1436 mg of ground tablet: 15.96 mg of powder in each, in a size 2 shell
(0.37 mL × 0.46 g/mL = 170.2 mg) 154.24 mg of diluent, 13882 mg for all.
"""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from ldn_compound.catalog import excipient
from ldn_compound.equations.demand import active_in_units, units_made, with_overage
from ldn_compound.equations.everyday import difference
from ldn_compound.equations.filling import per_unit
from ldn_compound.forms.filling import filling
from ldn_compound.forms.fills import Estimated, Fill
from ldn_compound.forms.mixing import blended
from ldn_compound.forms.packing import Monograph, Words, packed_in
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_diluent
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Filling, Finished
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot, Overage
from ldn_compound.model.shell import Shell
from ldn_compound.model.stated import Counted, CountedFromZero, Stated, Worded, stated, unstated
from ldn_compound.model.steps import diluent_jar
from ldn_compound.model.stock import Solid, Supply, held_in, solid
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount

if TYPE_CHECKING:
    from ldn_compound.model.liquid import Liquid


class Capsules(Base, frozen=True):
    """Capsules of one strength.

    `spare` are more units for handling loss; `overage` is more active in every unit. A shell that
    is not given is the first of the house's sizes that fits. `container` says what it is, in the
    words "tight" and "light-resistant" too; where it is not given the usual one is assumed.
    `monograph` is a pharmacopoeia's of these very capsules.
    """

    model_config = ConfigDict(title="the order")

    strength: Stated[PerUnit]
    quantity: Counted[UnitCount]
    shell: Worded[Shell] = unstated()
    diluent: Annotated[str, AfterValidator(known_diluent)] | None = None
    diluent_lots: tuple[Lot, ...] = ()
    shell_lots: tuple[Lot, ...] = ()
    fill: Fill = Field(default_factory=trusted(Estimated))
    spare: CountedFromZero[UnitCount] = stated(0)
    overage: Worded[Overage] = unstated()
    container: Words | None = None
    storage: Literal["room temperature", "refrigerator"] = "room temperature"
    monograph: Monograph | None = None

    @kept
    def units(self) -> UnitCount:
        """Units to make."""
        return units_made.amount(quantity=self.quantity, spare=self.spare)

    @property
    def size(self) -> int:
        """Capsules ordered."""
        return int(self.quantity.base)

    def of_size(self, size: int) -> "Capsules":
        """The same order for another number of capsules."""
        return self.model_copy(update={"quantity": UnitCount.of(size, by="tried")})

    def of_units(self, units: UnitCount) -> "Capsules":
        """The same order, with the units beyond it as spare ones."""
        return self.model_copy(update={"spare": difference(units, less=self.quantity)})

    def size_said(self, size: int) -> str:
        """A number of capsules in words."""
        return f"{size} capsules"

    def diluent_name(self, policy: Policy) -> str:
        """The diluent ordered, or the house's."""
        return self.diluent or known_diluent(policy.diluent)

    def demand(self, order: Order, *, policy: Policy) -> Mass:
        active = active_in_units.amount(strength=self.strength, units=self.units)
        overage = self.overage or policy.overage
        if overage.part.is_zero or (overage.below is not None and self.strength >= overage.below):
            return active
        return with_overage.amount(active=active, overage=overage.part)

    def finish(
        self, taken: Mass, *, order: Order, stock: "Solid | Liquid", bench: Bench, policy: Policy
    ) -> Finished:
        powder = solid(stock)
        units = self.units
        name = self.diluent_name(policy)
        chosen = filling(
            per_unit.amount(mass=taken, units=units),
            shell=self.shell,
            diluent=excipient(name),
            fill=self.fill,
            stock=powder,
            policy=policy,
        )
        container, assumed = packed_in(self.container, usual="capsule_container")
        steps, net_fill = blended(
            taken,
            chosen=chosen,
            units=units,
            quantity=self.quantity,
            calibrated=self.fill.kind == "calibrated",
            container=container,
            out_of=diluent_jar(name),
            bench=bench,
            policy=policy,
        )
        return trusted(Finished)(
            steps=steps,
            supplies=(
                trusted(Supply)(
                    vessel=diluent_jar(name),
                    material=name,
                    held=held_in(self.diluent_lots),
                    lots=self.diluent_lots,
                ),
            ),
            made=trusted(Filling)(
                shell=chosen.shell,
                diluent=chosen.diluent,
                basis=self.fill.kind,
                full_of_diluent=chosen.full_of_diluent,
                full_of_powder=chosen.full_of_powder,
                part_filled=chosen.part_filled,
                net_fill=net_fill,
                lots=self.shell_lots,
                container=container,
                storage=self.storage,
            ),
            assumptions=(*chosen.assumptions, *assumed),
        )
