"""A solution of the drug, of which a measured volume goes on: 200 mg in 20 mL, 5 mL hold 50 mg."""

from typing import Any

from pydantic import ConfigDict, model_validator

from ldn_compound.equations.liquids import concentration_of
from ldn_compound.equations.potency import active_in
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.liquid import Liquid
from ldn_compound.model.liquid_steps import BringTo
from ldn_compound.model.measure import Measure
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import AnySource, refuse_between_marks, refuse_pieces
from ldn_compound.model.stated import Stated
from ldn_compound.model.steps import Mix, Weigh
from ldn_compound.model.stock import Solid, Supply, solid
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume
from ldn_compound.quantity.writing import write

_FLASK = "stock solution"


class StockSolution(Base, frozen=True):
    """`powder` of a source, brought to `volume` with a solvent; itself a source."""

    model_config = ConfigDict(title="the stock solution")

    of: AnySource
    powder: Stated[Mass]
    volume: Stated[Volume]
    solvent: str
    measure: Measure
    """What it is brought to volume in."""

    @model_validator(mode="after")
    def _of_a_powder_weighed(self) -> Any:
        refuse_pieces(self.of, what="stock solution")
        return self

    @model_validator(mode="after")
    def _within_its_measure(self) -> Any:
        if self.volume > self.measure.capacity:
            raise AmountError(
                f"stock solution: {write(self.volume)} in a {self.measure}; write as measure the "
                "one it is brought to volume in, of that capacity or more"
            )
        return self

    @kept
    def _solid(self) -> Solid:
        return solid(self.of.stock())

    def stock(self) -> Liquid:
        solid = self._solid
        capped = solid.potency_if_capped
        return trusted(Liquid)(
            material=_FLASK,
            active=solid.active,
            concentration=self._concentration(solid.potency),
            nominal=self._concentration(solid.nominal),
            concentration_if_capped=None if capped is None else self._concentration(capped),
            leaves_suspended=solid.leaves_suspended,
            solvent=self.solvent,
            rests_on=solid.rests_on,
            held=self.volume,
            lots=solid.lots,
        )

    def prepare(self, amount: Volume, *, bench: Bench, policy: Policy) -> Ready:
        refuse_between_marks(self.powder, what=_FLASK, balance=bench.balance)
        inner = self.of.prepare(self.powder, bench=bench, policy=policy)
        return trusted(Ready)(
            steps=(
                *inner.steps,
                trusted(Weigh)(
                    what=self._solid.material,
                    amount=self.powder,
                    out_of=inner.vessel,
                    into=_FLASK,
                    carries_active=True,
                ),
                trusted(BringTo)(
                    vessel=_FLASK,
                    volume=self.volume,
                    what=self.solvent,
                    out_of=self.solvent,
                    measure=str(self.measure),
                    error=self.measure.error,
                    carries_active=True,
                ),
                trusted(Mix)(vessel=_FLASK),
            ),
            before=inner.before,
            vessel=_FLASK,
            available=self.volume,
            tablets=inner.tablets,
            supplies=(
                *inner.supplied(self._solid),
                trusted(Supply)(vessel=self.solvent, material=self.solvent),
            ),
        )

    def _concentration(self, potency: Ratio) -> Concentration:
        return concentration_of(
            active=active_in(mass=self.powder, potency=potency), volume=self.volume
        )
