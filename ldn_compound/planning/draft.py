"""One way to make an order: what is wanted, what carries it, how much to weigh, every step after.

90 × 4.5 mg = 405 mg; tablets of 50 mg in 177.3 mg: 1436.13 mg of ground tablet, weighed as 1436 mg.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, cast

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import active_in_units, equivalent_mass, equivalent_strength
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.potency import active_in
from ldn_compound.equations.taking import mass_for
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.beyond_use import BeyondUse
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Finished, Plan, Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Form, Source
from ldn_compound.model.seldom import Measure, WholeTabletWay
from ldn_compound.model.steps import MIXING_MORTAR, Step, Weigh
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.named import NamedTuple
from ldn_compound.planning.correction import corrected, corrected_liquid
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Concentration, Mass, PerUnit, Ratio, Volume
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write
from ldn_compound.sources.tablets import Tablets
from ldn_compound.version import VERSION

if TYPE_CHECKING:
    from ldn_compound.model.liquid import Liquid

_UNDATED: BeyondUse = cast(BeyondUse, None)
"""Of the ways that are tried only the one that is taken is dated."""


class TooSmall(PlanError):
    """Less than the balance shows: a dilution may bring it within reach."""


class Asked(NamedTuple):
    """What is to be planned, on which day."""

    order: Order
    source: Source
    bench: Bench
    policy: Policy
    on: date
    form: Form
    """The order's form, or one of more units where whole tablets fill more."""
    ways: tuple[WholeTabletWay, ...] = ()

    @property
    def takes_whole_tablets(self) -> bool:
        """Whether all of the tablets goes in: no part of it is weighed, and none is diluted."""
        return isinstance(self.source, Tablets) and self.source.pieces is not None

    def rounded(self, mass: Mass) -> Mass:
        """A mass as the balance shows it."""
        return self.bench.balance.roundings[self.policy.rounding.weigh](mass)

    def finished(self, taken: Mass | Volume, stock: Solid | Liquid) -> Finished:
        """The steps after so much is in the mixing mortar."""
        return self.form.finish(
            taken, order=self.order, stock=stock, bench=self.bench, policy=self.policy
        )


class Draft:
    """A plan in the making: the material is taken from a source or from a dilution of it."""

    def __init__(self, asked: Asked, taken_from: Source) -> None:
        self.asked = asked
        self.taken_from = taken_from
        self.stock = taken_from.stock()
        self.active = self._active()
        self.potency: Ratio | Concentration
        self.wanted: Mass | Volume
        self.potency, self.wanted = self._wanted()

    @kept
    def strength(self) -> PerUnit:
        """The strength ordered, as the source's potency counts it."""
        order, stock = self.asked.order, self.stock
        strength: PerUnit = self.asked.form.strength
        if order.strength_as == stock.active:
            return strength
        return equivalent_strength.amount(
            strength=strength,
            molar_mass=substance(order.strength_as).molar_mass,
            molar_mass_wanted=substance(stock.active).molar_mass,
        )

    def plan(self) -> Plan:
        """The whole plan."""
        asked = self.asked
        tablets = self._of_way()
        amount = self.wanted if tablets is None else tablets
        ready = self.taken_from.prepare(amount, bench=asked.bench, policy=asked.policy)
        taken, weighed = self._taken(ready)
        finished = asked.finished(taken, self.stock)
        return trusted(Plan)(
            order=asked.order,
            source=asked.source,
            taken_from=self.taken_from,
            bench=asked.bench,
            policy=asked.policy,
            on=asked.on,
            version=VERSION,
            units=asked.form.units,
            strength=asked.form.strength,
            strength_in_source=self.strength,
            active=self.active,
            stock=self.stock,
            potency=self.potency,
            wanted=self.wanted,
            taken=taken,
            supplies=each_once((*finished.supplies, *ready.supplied(self.stock))),
            steps=(*ready.steps, *weighed, *finished.steps),
            made=finished.made,
            before=ready.before,
            assumptions=finished.assumptions,
            whole_tablet_ways=asked.ways,
            beyond_use=_UNDATED,
        )

    def _of_way(self) -> Mass | None:
        """All of the whole tablets of the way that is taken; None where powder is weighed."""
        if not self.asked.ways or not isinstance(self.stock, Solid):
            return None
        way = self.asked.ways[0]
        active = active_in_units.amount(strength=way.strength, units=way.units)
        return mass_for.amount(active=active, potency=self.stock.potency)

    def _wanted(self) -> tuple[Ratio, Mass] | tuple[Concentration, Volume]:
        if isinstance(self.stock, Solid):
            potency = corrected(self.stock, self.asked.policy)
            return potency, mass_for.amount(active=self.active, potency=potency)
        from ldn_compound.equations.liquids import volume_for

        strength = corrected_liquid(self.stock, self.asked.policy)
        return strength, volume_for.amount(active=self.active, concentration=strength)

    def _active(self) -> Mass:
        """The active as the source's potency counts it: base as hydrochloride, or the other way."""
        order = self.asked.order
        active = self.asked.form.demand(order, policy=self.asked.policy)
        if order.strength_as == self.stock.active:
            return active
        return equivalent_mass.amount(
            mass=active,
            molar_mass=substance(order.strength_as).molar_mass,
            molar_mass_wanted=substance(self.stock.active).molar_mass,
        )

    def _taken(self, ready: Ready) -> tuple[Mass | Volume, tuple[Step, ...]]:
        """What goes in, and its weighing; none where all that was made ready is used."""
        if ready.vessel == MIXING_MORTAR and ready.available is not None:
            return ready.available, ()
        if isinstance(self.wanted, Volume):
            return self._measured(self.wanted, ready)
        powder = self._weighed(self.wanted, ready)
        weigh = trusted(Weigh)(
            what=self.stock.material,
            amount=powder,
            out_of=ready.vessel,
            into=MIXING_MORTAR,
            carries_active=True,
        )
        return powder, (weigh,)

    def _measured(self, wanted: Volume, ready: Ready) -> tuple[Volume, tuple[Step, ...]]:
        from ldn_compound.model.liquid_steps import MeasureOut
        from ldn_compound.model.measure import measure_for

        measure = measure_for(wanted, measures=self.asked.bench.graduated)
        if measure is None:
            raise PlanError(
                f"{self.stock.material}: no measure on the bench takes {write(wanted)}",
                remedy="make a weaker stock solution, or more at once",
            )
        volume = self._on_mark(wanted, measure, ready)
        return volume, (
            trusted(MeasureOut)(
                what=self.stock.material,
                volume=volume,
                out_of=ready.vessel,
                into=MIXING_MORTAR,
                measure=str(measure),
                least=measure.least_volume,
                error=measure.error,
                carries_active=True,
            ),
        )

    def _on_mark(self, wanted: Volume, measure: Measure, ready: Ready) -> Volume:
        """On a mark of the measure, and no more than there is."""
        marks = measure.graduation
        volume = Rounding("measure", marks, self.asked.policy.rounding.measure)(wanted)
        held = ready.available
        if isinstance(held, Volume) and wanted <= held < volume:
            return Rounding("measure, no more", marks, Mode.DOWN)(wanted)
        return volume

    def _weighed(self, wanted: Mass, ready: Ready) -> Mass:
        """On the balance's grid: no more than there is, and not over the content's limit."""
        readability = self.asked.bench.balance.readability
        try:
            rounded = self.asked.rounded(wanted)
        except AmountError as error:
            raise TooSmall(
                f"{self.stock.material}: {error}",
                remedy="make more units at once, allow a dilution (policy, most_stages), "
                f"or use a balance that reads less than {readability}",
            ) from None
        if rounded <= wanted or wanted < readability:
            return rounded
        too_much = isinstance(ready.available, Mass) and rounded > ready.available
        if too_much or self._over(rounded, wanted):
            return Rounding("weigh, no more", readability, Mode.DOWN)(wanted)
        return rounded

    def _over(self, powder: Mass, wanted: Mass) -> bool:
        """Whether the rounding alone carries the content over its limit."""
        limit = self.asked.policy.content.high
        whole = self.strength.base * self.asked.form.units.base
        if powder.base * self.potency.base <= limit.base * whole:
            return False
        return self._part(powder) > limit and self._part(wanted) <= limit

    def _part(self, powder: Mass) -> Ratio:
        assert isinstance(self.potency, Ratio)
        content = per_unit.amount(
            mass=active_in.amount(mass=powder, potency=self.potency), units=self.asked.form.units
        )
        part = part_of_strength.amount(content=content, strength=self.strength)
        return self.asked.policy.content.rounded(part)


def each_once(supplies: Iterable[Supply]) -> tuple[Supply, ...]:
    """Each vessel once, the first that names it."""
    by_vessel: dict[str, Supply] = {}
    for supply in supplies:
        by_vessel.setdefault(supply.vessel, supply)
    return tuple(by_vessel.values())
