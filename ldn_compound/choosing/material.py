"""What is left of a source's material: so much powder, or so many tablets still to be ground."""

from __future__ import annotations

from ldn_compound.equations.everyday import difference
from ldn_compound.equations.potency import active_in
from ldn_compound.equations.taking import ground, mass_for, tablets_to_grind
from ldn_compound.errors import KindError
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.stock import Solid, solid
from ldn_compound.named import NamedTuple
from ldn_compound.planning.correction import corrected
from ldn_compound.quantity.kinds import Mass, Ratio, TabletCount
from ldn_compound.quantity.rounding import Mode, Rounding, Significant
from ldn_compound.quantity.writing import FIGURES_SHOWN, write
from ldn_compound.sources.tablets import Tablets

_WHOLE_TABLETS = Rounding("count tablets", TabletCount.of(1, by="a tablet"), Mode.UP)
_NO_LESS = Significant("what is missing, no less", FIGURES_SHOWN, Mode.UP)


class Material(NamedTuple):
    """So much of a source, and how the house counts the drug in it."""

    held: Mass | TabletCount
    stock: Solid
    potency: Ratio
    tablets: Tablets | None
    """The source, where whole tablets are what is left."""

    @property
    def powder(self) -> Mass:
        """All of it, as it is weighed."""
        if self.tablets is None:
            assert isinstance(self.held, Mass)
            return self.held
        assert isinstance(self.held, TabletCount)
        return ground(tablets=self.held, weight=self.tablets.average)

    @property
    def active(self) -> Mass:
        """The drug in all of it."""
        return active_in(mass=self.powder, potency=self.potency)

    @property
    def reserved(self) -> bool:
        """Whether some of its powder is to be kept for what stays in the mortar."""
        return self.tablets is not None and self.tablets.use == "by weight"

    @property
    def said(self) -> str:
        """It, in words."""
        held = write(self.held)
        return held if self.tablets is not None else f"{held} of {self.stock.material}"

    def missing(self, active: Mass) -> Mass | TabletCount:
        """How much more of it would hold so much drug."""
        powder = mass_for(active=active, potency=self.potency)
        if self.tablets is None:
            assert isinstance(self.held, Mass)
            return _NO_LESS(difference(powder, less=self.held))
        assert isinstance(self.held, TabletCount)
        wanted = tablets_to_grind(powder=powder, weight=self.tablets.average)
        return _WHOLE_TABLETS(difference(wanted, less=self.held))


def material_of(held: Mass | TabletCount, *, source: Source, policy: Policy) -> Material:
    """So much of `source`: a mass as it is weighed, or tablets."""
    if not isinstance(held, Mass | TabletCount):
        raise KindError(f"{held!r}: write Mass.of('40 mg') or TabletCount.of(3)")
    stock = solid(source.stock())
    potency = corrected(stock, policy)
    if isinstance(held, Mass):
        return Material(held, stock, potency, None)
    if isinstance(source, Tablets):
        return Material(held, stock, potency, source)
    raise KindError(
        f"{write(held)}: the source is {stock.material}; state its mass, such as Mass.of('40 mg')"
    )
