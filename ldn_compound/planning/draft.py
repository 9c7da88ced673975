"""One way to make an order: what is wanted, what carries it, how much to weigh, every step after.

90 × 4.5 mg = 405 mg; tablets of 50 mg in 177.3 mg: 1436.13 mg of ground tablet, weighed as 1436 mg.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import equivalent_mass, equivalent_strength
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.potency import active_in, potency_capped, shortfall
from ldn_compound.equations.taking import mass_for
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Finished, Plan, Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Form, Source
from ldn_compound.model.steps import MIXING_MORTAR, Weigh
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.model.whole_tablets import WholeTabletWay
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.version import VERSION


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

    def rounded(self, mass: Mass) -> Mass:
        """A mass as the balance shows it."""
        return Rounding("weigh", self.bench.balance.readability, self.policy.rounding.weigh)(mass)

    def finished(self, powder: Mass, stock: Solid) -> Finished:
        """The steps after so much powder is in the mixing mortar."""
        return self.form.finish(
            powder, order=self.order, stock=stock, bench=self.bench, policy=self.policy
        )


class Draft:
    """A plan in the making: the material is taken from a source or from a dilution of it."""

    def __init__(self, asked: Asked, taken_from: Source) -> None:
        self.asked = asked
        self.taken_from = taken_from
        self.stock = taken_from.stock()
        self.potency = corrected(self.stock, asked.policy)
        self.active = self._active()
        self.wanted = mass_for(active=self.active, potency=self.potency)

    @cached_property
    def strength(self) -> PerUnit:
        """The strength ordered, as the source's potency counts it."""
        order, stock = self.asked.order, self.stock
        strength = self.asked.form.strength
        if order.strength_as == stock.active:
            return strength
        return equivalent_strength(
            strength=strength,
            molar_mass=substance(order.strength_as).molar_mass,
            molar_mass_wanted=substance(stock.active).molar_mass,
        )

    def plan(self) -> Plan:
        """The whole plan."""
        asked = self.asked
        ready = self.taken_from.prepare(self.wanted, bench=asked.bench, policy=asked.policy)
        powder, weighed = self._taken(ready)
        finished = asked.finished(powder, self.stock)
        return Plan(
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
            taken=powder,
            supplies=_once((*finished.supplies, *self._supplies(ready))),
            steps=(*ready.steps, *weighed, *finished.steps),
            made=finished.made,
            assumptions=finished.assumptions,
            whole_tablet_ways=asked.ways,
        )

    def _active(self) -> Mass:
        """The active as the source's potency counts it: base as hydrochloride, or the other way."""
        order = self.asked.order
        active = self.asked.form.demand(order, policy=self.asked.policy)
        if order.strength_as == self.stock.active:
            return active
        return equivalent_mass(
            mass=active,
            molar_mass=substance(order.strength_as).molar_mass,
            molar_mass_wanted=substance(self.stock.active).molar_mass,
        )

    def _taken(self, ready: Ready) -> tuple[Mass, tuple[Weigh, ...]]:
        """What goes in, and its weighing; none where all that was made ready is used."""
        if ready.vessel == MIXING_MORTAR and ready.available is not None:
            return ready.available, ()
        powder = self._weighed(ready)
        weigh = Weigh(
            what=self.stock.material,
            amount=powder,
            out_of=ready.vessel,
            into=MIXING_MORTAR,
            carries_active=True,
        )
        return powder, (weigh,)

    def _weighed(self, ready: Ready) -> Mass:
        """On the balance's grid: no more than there is, and not over the content's limit."""
        readability = self.asked.bench.balance.readability
        try:
            rounded = self.asked.rounded(self.wanted)
        except AmountError as error:
            raise PlanError(
                f"{self.stock.material}: {error}",
                remedy="make more units at once, allow a dilution (policy, most_stages), "
                f"or use a balance that reads less than {readability}",
            ) from None
        too_much = ready.available is not None and rounded > ready.available
        room_below = self.wanted >= readability
        if rounded > self.wanted and room_below and (too_much or self._over(rounded)):
            return Rounding("weigh, no more", readability, Mode.DOWN)(self.wanted)
        return rounded

    def _over(self, powder: Mass) -> bool:
        """Whether the rounding alone carries the content over its limit."""
        span = self.asked.policy.content
        return self._part(powder) > span.high and self._part(self.wanted) <= span.high

    def _part(self, powder: Mass) -> Ratio:
        content = per_unit(
            mass=active_in(mass=powder, potency=self.potency), units=self.asked.form.units
        )
        part = part_of_strength(content=content, strength=self.strength)
        return self.asked.policy.content.rounded(part)

    def _supplies(self, ready: Ready) -> tuple[Supply, ...]:
        known = {supply.vessel for supply in ready.supplies}
        if ready.steps or ready.vessel in known:
            return ready.supplies
        return (*ready.supplies, self.stock.supply(ready.vessel))


def corrected(stock: Solid, policy: Policy) -> Ratio:
    """The potency to weigh by, under the policy's rules of correction."""
    potency = stock.potency
    if policy.negative_correction == "capped" and stock.potency_if_capped is not None:
        potency = stock.potency_if_capped
    if policy.negative_correction == "none" and potency > stock.nominal:
        potency = potency_capped(potency=potency, nominal=stock.nominal)
    if not policy.correct_above.is_zero and potency < stock.nominal:
        missing = shortfall(potency=potency, nominal=stock.nominal)
        if missing <= policy.correct_above:
            return stock.nominal
    return potency


def _once(supplies: Iterable[Supply]) -> tuple[Supply, ...]:
    """Each vessel once, the first that names it."""
    by_vessel: dict[str, Supply] = {}
    for supply in supplies:
        by_vessel.setdefault(supply.vessel, supply)
    return tuple(by_vessel.values())
