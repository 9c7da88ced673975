"""So much is left: how many units does it make?

40 mg of powder of 91 %: 40 × 0.91 = 36.4 mg of drug; at 1.5 mg a capsule 24.27, so 24 capsules.
"""

from __future__ import annotations

from typing import NamedTuple

from ldn_compound.catalog import substance
from ldn_compound.equations.demand import active_in_units, equivalent_strength
from ldn_compound.equations.everyday import difference
from ldn_compound.equations.filling import per_unit
from ldn_compound.equations.potency import active_in
from ldn_compound.equations.taking import (
    ground,
    mass_for,
    tablets_to_grind,
    units_for,
    with_reserve,
)
from ldn_compound.errors import AmountError, KindError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.stock import Solid, solid
from ldn_compound.planning.correction import corrected
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio, TabletCount, UnitCount
from ldn_compound.quantity.rounding import Mode, Rounding, Significant
from ldn_compound.quantity.writing import FIGURES_SHOWN, write
from ldn_compound.sources.tablets import Tablets

_WHOLE_UNITS = Rounding("count units, no more", UnitCount.of(1, by="a unit"), Mode.DOWN)
_WHOLE_TABLETS = Rounding("count tablets", TabletCount.of(1, by="a tablet"), Mode.UP)


class _Given(NamedTuple):
    """What there is, and how it is counted."""

    material: Mass | TabletCount
    source: Source
    stock: Solid
    potency: Ratio
    policy: Policy

    @property
    def powder(self) -> Mass:
        """The material as it is weighed."""
        if isinstance(self.material, Mass):
            return self.material
        return ground(tablets=self.material, weight=self._tablets.average)

    @property
    def reserved(self) -> bool:
        """Whether tablets are still to be ground, and some of their powder kept in reserve."""
        return isinstance(self.material, TabletCount) and self._tablets.use == "by weight"

    @property
    def said(self) -> str:
        """The material in words."""
        if isinstance(self.material, TabletCount):
            return write(self.material)
        return f"{write(self.material)} of {self.stock.material}"

    @property
    def _tablets(self) -> Tablets:
        if isinstance(self.source, Tablets):
            return self.source
        raise KindError(
            f"{write(self.material)}: the source is {self.stock.material}; "
            "state its mass, such as Mass.of('40 mg')"
        )

    def missing(self, active: Mass) -> Mass | TabletCount:
        """How much more would hold so much drug."""
        powder = mass_for(active=active, potency=self.potency)
        if isinstance(self.material, Mass):
            more = difference(powder, less=self.material)
            return Significant("what is missing, no less", FIGURES_SHOWN, Mode.UP)(more)
        tablets = tablets_to_grind(powder=powder, weight=self._tablets.average)
        return _WHOLE_TABLETS(difference(tablets, less=self.material))


def most_units(
    material: Mass | TabletCount,
    *,
    strength: PerUnit,
    source: Source,
    strength_as: str = STRENGTH_AS,
    policy: Policy | None = None,
) -> UnitCount:
    """The most whole units of `strength` for which so much of `source`'s material is enough.

    A mass is of the material as it is weighed (powder, or tablets already ground). Tablets that are
    still to be ground by weight keep the policy's reserve. Whether the bench can weigh it is for a
    plan to say: a dilution takes more. AmountError where it is not enough for one.
    """
    if not isinstance(material, Mass | TabletCount):
        raise KindError(f"{material!r}: write Mass.of('40 mg') or TabletCount.of(3)")
    house = policy or Policy.usp()
    stock = solid(source.stock())
    given = _Given(material, source, stock, corrected(stock, house), house)
    one = UnitCount.of(1, by="a unit")
    takes = _taken_by_one(given, strength=strength, strength_as=strength_as)
    active = active_in(mass=given.powder, potency=given.potency)
    enough = units_for(active=active, strength=takes)
    if enough < one:
        more = given.missing(active_in_units(strength=takes, units=one))
        raise AmountError(
            f"{given.said} carries {write(active)} of {stock.active}, one unit takes "
            f"{write(takes)}: not enough for one; at least {write(more)} more is needed"
        )
    return _WHOLE_UNITS(enough)


def _taken_by_one(given: _Given, *, strength: PerUnit, strength_as: str) -> PerUnit:
    """Drug that one unit takes, as the source counts it, with what is kept in reserve for it."""
    form = Capsules(strength=strength, quantity=1)
    order = Order(drug=DRUG, form=form, strength_as=strength_as)
    takes, stock, policy = form.strength, given.stock, given.policy
    if not policy.overage.part.is_zero:
        takes = per_unit(mass=form.demand(order, policy=policy), units=form.units)
    if order.strength_as != stock.active:
        takes = equivalent_strength(
            strength=takes,
            molar_mass=substance(order.strength_as).molar_mass,
            molar_mass_wanted=substance(stock.active).molar_mass,
        )
    if given.reserved:
        active = active_in_units(strength=takes, units=form.units)
        powder = mass_for(active=active, potency=given.potency)
        kept = with_reserve(powder=powder, reserve=policy.grinding_reserve)
        takes = per_unit(mass=active_in(mass=kept, potency=given.potency), units=form.units)
    return takes
