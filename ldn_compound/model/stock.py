"""What a source comes to: a solid or liquid that carries so much active in each mg or mL."""

from typing import TYPE_CHECKING

from pydantic import ConfigDict, StrictBool

from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.seldom import Lot
from ldn_compound.quantity.kinds import Concentration, Density, Mass, Ratio, Volume

if TYPE_CHECKING:
    from ldn_compound.model.liquid import Liquid


class Supply(Base, frozen=True):
    """A vessel that stands full at the start: a jar of powder, of diluent."""

    vessel: str
    material: str
    potency: Ratio | None = None
    """Active in it; None for none."""
    held: Mass | None = None
    """How much it holds; None: enough."""
    concentration: Concentration | None = None
    """Active in it, where it is a liquid."""
    volume: Volume | None = None
    """How much it holds, where it is a liquid; None: enough."""
    lots: tuple[Lot, ...] = ()


class Solid(Base, frozen=True):
    """A solid of known potency: mg of `active` in each mg of `material`."""

    model_config = ConfigDict(title="the stock")

    material: str
    """What is weighed: "ground tablet"."""
    active: str
    """The substance that the potency counts: "naltrexone hydrochloride"."""
    potency: Ratio
    nominal: Ratio
    """The potency that the label or name promises; a shortfall is counted from it."""
    potency_if_capped: Ratio | None = None
    """The potency with the assay counted as no more than 100 %, where that differs."""
    leaves_suspended: StrictBool = False
    """Whether it leaves powder suspended in a liquid, as tablets' excipients do."""
    rests_on: str
    """"by label claim (the lot may hold 90.0 % to 110.0 %)"."""
    held: Mass | None = None
    """How much of it there is, where that is known."""
    tapped: Density | None = None
    diluted: StrictBool = False
    """Whether it is a trituration: it packs as its diluent does, not as the drug's powder."""
    lots: tuple[Lot, ...] = ()

    def supply(self, vessel: str) -> Supply:
        """It, standing ready in a vessel."""
        return trusted(Supply)(
            vessel=vessel,
            material=self.material,
            potency=self.potency,
            held=self.held,
            lots=self.lots,
        )


def held_in(lots: tuple[Lot, ...]) -> Mass | None:
    """All that the lots hold together; None where one of them does not state its amount."""
    masses = [lot.amount for lot in lots if lot.amount is not None]
    if not masses or len(masses) < len(lots):
        return None
    from ldn_compound.equations.everyday import total

    return total(*masses)


def refuse_twice(lots: tuple[Lot, ...], *, of: str) -> None:
    """Refuse a lot that is stated twice: what there is of it would be counted twice."""
    seen: set[tuple[str, str]] = set()
    for lot in lots:
        named = (lot.maker.strip(), lot.number.strip())
        if named in seen:
            raise AmountError(
                f"{of}: lot {lot.number} is stated twice; state it once, with all there is of it"
            )
        seen.add(named)


def solid(stock: "Solid | Liquid") -> Solid:
    """A stock that is to be weighed; PlanError where it is a liquid."""
    if not isinstance(stock, Solid):
        raise PlanError(
            f"{stock.material} is a liquid; a powder is to be weighed",
            remedy="name a powder or tablets as the source, or order an oral liquid",
        )
    return stock
