"""So much is left: how many units does it make?

40 mg of powder of 91 %: 40 × 0.91 = 36.4 mg of drug; at 1.5 mg a capsule 24.27, so 24 capsules.
"""

from __future__ import annotations

from ldn_compound.catalog import substance
from ldn_compound.choosing.material import Material, material_of
from ldn_compound.equations.demand import active_in_units, equivalent_strength
from ldn_compound.equations.filling import part_of_strength, per_unit
from ldn_compound.equations.potency import active_in
from ldn_compound.equations.taking import mass_for, units_for, with_reserve
from ldn_compound.errors import AmountError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.quantity.kinds import Mass, PerUnit, TabletCount, UnitCount
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write

_ONE = UnitCount.of(1, by="one unit")
_NO_MORE = Rounding("count units, no more", _ONE, Mode.DOWN)


def most_units(
    material: Mass | TabletCount,
    *,
    strength: PerUnit,
    source: Source,
    strength_as: str = STRENGTH_AS,
    policy: Policy | None = None,
) -> UnitCount:
    """The most whole units, none under `strength`, that so much of `source`'s material makes.

    A mass is of the material as it is weighed: powder, or tablets already ground. Of tablets still
    to be ground the policy's reserve is kept; used whole, all of them goes in. Whether the bench
    can weigh it is for a plan to say: a dilution takes more. AmountError where it is not enough.
    """
    house = policy or Policy.usp()
    left = material_of(material, source=source, policy=house)
    takes = _taken_by_one(left, _one(strength, strength_as), house)
    active = left.active
    enough = units_for(active=active, strength=takes)
    if enough < _ONE:
        raise _too_little(left, active, active_in_units(strength=takes, units=_ONE))
    units = _NO_MORE(enough)
    if left.tablets is not None and not left.reserved:
        _as_strong_as_asked(left, active, takes, units, house)
    return units


def _one(strength: PerUnit, strength_as: str) -> Order:
    return Order(drug=DRUG, form=Capsules(strength=strength, quantity=1), strength_as=strength_as)


def _taken_by_one(left: Material, one: Order, policy: Policy) -> PerUnit:
    """Drug that one unit takes, as the source counts it: overage and reserve included."""
    stock = left.stock
    takes: PerUnit = one.form.strength
    if not policy.overage.part.is_zero:
        takes = per_unit(mass=one.form.demand(one, policy=policy), units=_ONE)
    if one.strength_as != stock.active:
        takes = equivalent_strength(
            strength=takes,
            molar_mass=substance(one.strength_as).molar_mass,
            molar_mass_wanted=substance(stock.active).molar_mass,
        )
    if not left.reserved:
        return takes
    powder = mass_for(active=active_in_units(strength=takes, units=_ONE), potency=left.potency)
    ground = with_reserve(powder=powder, reserve=policy.grinding_reserve)
    return per_unit(mass=active_in(mass=ground, potency=left.potency), units=_ONE)


def _too_little(left: Material, active: Mass, one: Mass) -> AmountError:
    kept = ", what stays in the mortar included" if left.reserved else ""
    return AmountError(
        f"{left.said}: {write(active)} of {left.stock.active}, and one unit takes "
        f"{write(one)}{kept}; at least {write(left.missing(one))} more is needed"
    )


def _as_strong_as_asked(
    left: Material, active: Mass, takes: PerUnit, units: UnitCount, policy: Policy
) -> None:
    """Whole tablets that are too much for so many units, and not enough for one more."""
    content = per_unit(mass=active, units=units)
    part = part_of_strength(content=content, strength=takes)
    if part.base - 1 > policy.whole_tablet_tolerance.base:
        raise AmountError(
            f"{left.said}: in {write(units)} each holds {write(part)} of its strength; whole "
            f"tablets may be {write(policy.whole_tablet_tolerance)} off; take another number of "
            "tablets, or use them by weight"
        )
