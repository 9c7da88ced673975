"""Plan an order: what is wanted, what carries it, how much to weigh, and every step after.

90 × 4.5 mg = 405 mg; tablets of 50 mg in 177.3 mg: 1436.13 mg of ground tablet, weighed as 1436 mg.
"""

from __future__ import annotations

from datetime import date

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import equivalent_mass, equivalent_strength
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.potency import active_in, potency_capped, shortfall
from ldn_compound.equations.taking import mass_for
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan, Ready, Supply
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.steps import Weigh
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, UnitCount
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.version import VERSION


def plan(
    order: Order,
    source: Source,
    *,
    on: date,
    bench: Bench | None = None,
    policy: Policy | None = None,
) -> Plan:
    """The bench steps for `order` from `source`, made on the day `on`.

    Pharmaceutical faults are not refused here: `check` finds them all at once. PlanError is raised
    where there is no plan to judge (a shell too small for the powder), and says what would be one.
    """
    bench = bench or Bench()
    policy = policy or Policy.usp()
    stock = source.stock()
    potency = _corrected(stock, policy)
    units = order.form.units
    strength = order.form.strength
    active = _as_source(order.form.demand(order, policy=policy), order=order, stock=stock)
    in_source = _strength_as_source(strength, order=order, stock=stock)
    wanted = mass_for(active=active, potency=potency)
    prepared = source.prepare(wanted, bench=bench, policy=policy)
    powder = _weighed(
        wanted,
        prepared=prepared,
        potency=potency,
        units=units,
        strength=in_source,
        bench=bench,
        policy=policy,
    )
    finished = order.form.finish(powder, order=order, stock=stock, bench=bench, policy=policy)
    weigh = Weigh(
        what=stock.material,
        amount=powder,
        out_of=prepared.vessel,
        into="mixing mortar",
        carries_active=True,
    )
    return Plan(
        order=order,
        source=source,
        bench=bench,
        policy=policy,
        on=on,
        version=VERSION,
        units=units,
        strength=strength,
        strength_in_source=in_source,
        active=active,
        stock=stock,
        potency=potency,
        wanted=wanted,
        taken=powder,
        supplies=(*_source_supply(stock, prepared), *finished.supplies),
        steps=(*prepared.steps, weigh, *finished.steps),
        made=finished.made,
        assumptions=finished.assumptions,
    )


def _as_source(active: Mass, *, order: Order, stock: Solid) -> Mass:
    """The active as the source's potency counts it: base as hydrochloride, or the other way."""
    if order.strength_as == stock.active:
        return active
    return equivalent_mass(
        mass=active,
        molar_mass=substance(order.strength_as).molar_mass,
        molar_mass_wanted=substance(stock.active).molar_mass,
    )


def _strength_as_source(strength: PerUnit, *, order: Order, stock: Solid) -> PerUnit:
    if order.strength_as == stock.active:
        return strength
    return equivalent_strength(
        strength=strength,
        molar_mass=substance(order.strength_as).molar_mass,
        molar_mass_wanted=substance(stock.active).molar_mass,
    )


def _corrected(stock: Solid, policy: Policy) -> Ratio:
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


def _weighed(
    wanted: Mass,
    *,
    prepared: Ready,
    potency: Ratio,
    units: UnitCount,
    strength: PerUnit,
    bench: Bench,
    policy: Policy,
) -> Mass:
    """The powder on the balance's grid: no more than there is, and not over the content's limit."""
    readability = bench.balance.readability
    down = Rounding("weigh, no more", readability, Mode.DOWN)
    try:
        rounded = Rounding("weigh", readability, policy.rounding.weigh)(wanted)
    except AmountError as error:
        raise PlanError(
            f"powder: {error}",
            remedy=f"make more units at once, or use a balance that reads less than {readability}",
        ) from None
    if prepared.available is not None and rounded > prepared.available:
        return down(wanted)

    def over(powder: Mass) -> bool:
        content = per_unit(mass=active_in(mass=powder, potency=potency), units=units)
        part = part_of_strength(content=content, strength=strength)
        return policy.content.rounded(part) > policy.content.high

    return down(wanted) if rounded > wanted and over(rounded) and not over(wanted) else rounded


def _source_supply(stock: Solid, prepared: Ready) -> tuple[Supply, ...]:
    if prepared.steps:
        return ()
    return (
        Supply(
            vessel=prepared.vessel,
            material=stock.material,
            potency=stock.potency,
            held=stock.held,
            lots=stock.lots,
        ),
    )
