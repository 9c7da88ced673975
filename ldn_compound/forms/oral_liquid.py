"""An oral liquid: the drug in a vehicle, brought to volume.

100 mL of 1 mg/mL: 100 mg of hydrochloride, dissolved and brought to 100 mL; 4.5 mg are 4.5 mL.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, StrictBool, model_validator

from ldn_compound.catalog import substance
from ldn_compound.catalog.entries import Preserved, VehicleEntry
from ldn_compound.equations.demand import with_overage
from ldn_compound.equations.everyday import total
from ldn_compound.equations.filling import per_unit
from ldn_compound.equations.liquids import active_in_volume, displaced, volume_grown
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.bottles import bottled
from ldn_compound.forms.packing import AntimicrobialTest, Monograph, Words, packed_in
from ldn_compound.forms.preserving import preserved_in
from ldn_compound.forms.vehicles import put_in
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.bottled import Bottled, entry_of
from ldn_compound.model.harm import Harm
from ldn_compound.model.liquid import Liquid
from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.measure import bringing_to, for_a_patient, one_or_each
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Finished
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot, Measure, NamedVehicle, Overage
from ldn_compound.model.stated import Several, Stated, Worded, none_stated, unstated
from ldn_compound.model.steps import MIXING_MORTAR, Mix, Package, Step
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.quantity.kinds import Concentration, Mass, PerUnit, Ratio, UnitCount, Volume
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write


class OralLiquid(Base, frozen=True):
    """A solution or suspension of one concentration.

    `doses` are what a patient takes at once, where the order's directions do not say it.
    `syringes` are those that the patient measures them in, one for all or one for each, and
    `dose_volume` how they were rounded to its marks; not stated, the bench's and the policy's.
    `preserved` and `storage` are as the vehicle's label says, where the catalogue does not know.
    `part_lots` are those of a vehicle made in house, by ingredient. `container` says what it is, in
    the words "tight" and "light-resistant" too; where it is not given the usual one is assumed.
    `monograph` is a pharmacopoeia's of this very liquid, `antimicrobial_test` one that it passed,
    and `refrigeration_harms` what cold would do to it, where it is kept at room temperature.
    """

    model_config = ConfigDict(title="the order")

    concentration: Stated[Concentration]
    volume: Stated[Volume]
    vehicle: NamedVehicle | None = None
    """Of the catalogue, by its name, or one of the house's own; not named: the policy's."""
    doses: Several[Mass] = none_stated()
    syringes: Annotated[tuple[Measure, ...], AfterValidator(for_a_patient)] = ()
    dose_volume: Mode | None = None
    vehicle_lots: tuple[Lot, ...] = ()
    part_lots: Mapping[str, tuple[Lot, ...]] = Field(default_factory=dict)
    overage: Worded[Overage] = unstated()
    preserved: StrictBool | None = None
    storage: Literal["refrigerator", "room temperature"] = "refrigerator"
    container: Words | None = None
    monograph: Monograph | None = None
    antimicrobial_test: AntimicrobialTest | None = None
    refrigeration_harms: Harm = ""

    @model_validator(mode="after")
    def _kept_where_it_harms(self) -> Self:
        if self.refrigeration_harms and self.storage == "refrigerator":
            raise AmountError(
                f"refrigeration_harms {self.refrigeration_harms!r}, and it is kept in a "
                "refrigerator; write storage = 'room temperature', or leave refrigeration_harms out"
            )
        return self

    @model_validator(mode="after")
    def _syringes_for_the_doses(self) -> Self:
        if self.doses:
            one_or_each(self.syringes, doses=len(self.doses))
        return self

    @property
    def units(self) -> UnitCount:
        """One preparation."""
        return UnitCount.in_base(Fraction(1), Given("the preparation", "1"))

    @property
    def active(self) -> Mass:
        """Active in all of it."""
        return active_in_volume(volume=self.volume, concentration=self.concentration)

    @property
    def strength(self) -> PerUnit:
        """Active in the whole preparation."""
        return per_unit(mass=self.active, units=self.units)

    @property
    def size(self) -> int:
        """Millilitres ordered, rounded up."""
        return -int(-self.volume.base // 1)

    def of_size(self, size: int) -> "OralLiquid":
        """The same order for another volume."""
        return self._of_volume(Volume.of(f"{size} mL", by="tried"))

    def on_marks(self, bench: Bench) -> "OralLiquid":
        """The same order, in no less than its volume: the next mark of what it is brought to."""
        marks = bringing_to(self.volume, measures=bench.graduated).graduation
        return self._of_volume(Rounding("bring to volume", marks, Mode.UP)(self.volume))

    def grown(self, *, part_filled: Ratio, bench: Bench, mode: Mode = Mode.HALF_UP) -> "OralLiquid":
        """The same order, in the volume of which it is such a part, at a mark."""
        volume = volume_grown(volume=self.volume, part_filled=part_filled)
        marks = bringing_to(volume, measures=bench.graduated).graduation
        return self._of_volume(Rounding("bring to volume", marks, mode)(volume))

    def of_units(self, units: UnitCount) -> "OralLiquid":
        """A preparation is made once."""
        return self

    def size_said(self, size: int) -> str:
        """A volume in words."""
        return f"{size} mL"

    def diluent_name(self, policy: Policy) -> str:
        """The powder that drug for this liquid is diluted with."""
        return policy.diluent

    def vehicle_of(self, policy: Policy) -> VehicleEntry:
        """The vehicle ordered, or the house's. PlanError where neither names one."""
        stated = self.vehicle or policy.vehicle
        if stated is None:
            raise PlanError(
                "no vehicle is named",
                remedy="write one in the order or in the policy, vehicle = 'purified water'",
            )
        return entry_of(stated)

    def demand(self, order: Order, *, policy: Policy) -> Mass:
        overage = self.overage or policy.overage
        if overage.part.is_zero or overage.below is not None:
            return self.active
        return with_overage(active=self.active, overage=overage.part)

    def finish(
        self,
        taken: Mass | Volume,
        *,
        order: Order,
        stock: Solid | Liquid,
        bench: Bench,
        policy: Policy,
    ) -> Finished:
        self._refuse_other_rounding(policy)
        entry = self.vehicle_of(policy)
        ingredients = put_in(
            entry, volume=self.volume, lots=self.part_lots, bench=bench, policy=policy
        )
        container, assumed = packed_in(self.container, usual="liquid_container")
        liquid = entry.ad or entry.name
        measure = bringing_to(self.volume, measures=bench.graduated)
        self._refuse_too_much(taken, stock=stock, ingredients=ingredients.steps)
        return trusted(Finished)(
            steps=(
                *ingredients.steps,
                trusted(Mix)(vessel=MIXING_MORTAR),
                trusted(BringTo)(
                    vessel=MIXING_MORTAR,
                    volume=self.volume,
                    what=liquid,
                    out_of=liquid,
                    measure=measure.said,
                    error=measure.error,
                    carries_active=True,
                ),
                trusted(Package)(units=self.units, container=container, vessel=MIXING_MORTAR),
            ),
            supplies=(
                *ingredients.supplies,
                trusted(Supply)(vessel=liquid, material=liquid, lots=self.vehicle_lots),
            ),
            made=self._bottled(
                taken, order=order, stock=stock, entry=entry, policy=policy, container=container
            ),
            assumptions=(*ingredients.assumptions, *assumed),
        )

    def _of_volume(self, volume: Volume) -> "OralLiquid":
        return self.model_copy(update={"volume": volume})

    def _refuse_other_rounding(self, policy: Policy) -> None:
        """Where the doses were put in words by another rounding than the sheet's."""
        mode = policy.rounding.dose_volume
        if self.dose_volume not in (None, mode):
            raise PlanError(
                f"the doses of this order are rounded {self.dose_volume} to a mark, and by the "
                f"policy {mode}",
                remedy=f"round them as the policy does, liquid_course(..., mode='{mode}'), or plan "
                f"by a policy whose rounding has dose_volume = '{self.dose_volume}'",
            )

    def _refuse_too_much(
        self, taken: Mass | Volume, *, stock: Solid | Liquid, ingredients: tuple[Step, ...]
    ) -> None:
        """Where the liquids that go in are more than the volume they are brought to."""
        liquids = [step.volume for step in ingredients if isinstance(step, MeasureOut)]
        if isinstance(taken, Volume):
            liquids.append(taken)
        if liquids and total(*liquids) > self.volume:
            raise PlanError(
                f"{write(total(*liquids))} of liquids ({stock.material} and what the vehicle is "
                f"made of) in {write(self.volume)}",
                remedy="take a stronger source, or order a weaker liquid",
            )

    def _bottled(
        self,
        taken: Mass | Volume,
        *,
        order: Order,
        stock: Solid | Liquid,
        entry: VehicleEntry,
        policy: Policy,
        container: str,
    ) -> Bottled:
        known = substance(stock.active)
        dissolves = known.water_solubility if entry.water else None
        room = (
            displaced(powder=taken, displacement=known.displacement)
            if isinstance(taken, Mass)
            and known.displacement is not None
            and not stock.leaves_suspended
            else None
        )
        bottle, count = bottled(self.volume)
        return trusted(Bottled)(
            volume=self.volume,
            concentration=self.concentration,
            vehicle=self.vehicle or policy.vehicle or entry.name,
            suspension=stock.leaves_suspended
            or dissolves is None
            or self.concentration > dissolves,
            displaced=room,
            container=container,
            bottle=bottle,
            bottles=count,
            storage=self.storage,
            preserved=self._preserved(entry, stock),
            doses=self.doses or order.doses,
        )

    def _preserved(self, entry: VehicleEntry, stock: Solid | Liquid) -> Preserved:
        """As the order says; where it says nothing, as what it is made of does."""
        if self.preserved is None:
            return preserved_in(entry, stock)
        return "yes" if self.preserved else "no"
