"""A powder diluted with an inert one, so that a part too small to weigh becomes weighable.

510 mg of drug and 4590 mg of cellulose: tenfold; 165 mg of it hold 16.5 mg of drug.
"""

from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, model_validator

from ldn_compound.equations.everyday import total
from ldn_compound.equations.potency import potency_diluted
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_diluent
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import AnySource, refuse_between_marks, refuse_pieces
from ldn_compound.model.stated import Stated
from ldn_compound.model.steps import Mix, Weigh, diluent_jar
from ldn_compound.model.stock import Solid, Supply, solid
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, Ratio


class Trituration(Base, frozen=True):
    """`powder` of a source, mixed with `diluent` of an inert powder; itself a source."""

    model_config = ConfigDict(title="the trituration")

    of: AnySource
    powder: Stated[Mass]
    diluent: Stated[Mass]
    diluent_name: Annotated[str, AfterValidator(known_diluent)] = "microcrystalline cellulose"

    @model_validator(mode="after")
    def _of_a_powder_weighed(self) -> Any:
        refuse_pieces(self.of, what="trituration")
        return self

    @property
    def stage(self) -> int:
        """1 for a dilution of the source itself, 2 for a dilution of that one."""
        return 1 + (self.of.stage if isinstance(self.of, Trituration) else 0)

    @property
    def vessel(self) -> str:
        """Where it is made and weighed from."""
        return f"trituration mortar {self.stage}"

    @kept
    def mass(self) -> Mass:
        """All of it."""
        return total(self.powder, self.diluent)

    def stock(self) -> Solid:
        inner = solid(self.of.stock())
        return trusted(Solid)(
            material=f"trituration {self.stage}",
            active=inner.active,
            potency=self._diluted(inner.potency),
            nominal=self._diluted(inner.nominal),
            potency_if_capped=(
                None if inner.potency_if_capped is None else self._diluted(inner.potency_if_capped)
            ),
            leaves_suspended=True,
            rests_on=inner.rests_on,
            held=self.mass,
            diluted=True,
            lots=inner.lots,
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        refuse_between_marks(
            self.powder, self.diluent, what=f"trituration {self.stage}", balance=bench.balance
        )
        inner = self.of.prepare(self.powder, bench=bench, policy=policy)
        stock = self.of.stock()
        boat, jar = f"diluent boat {self.stage}", diluent_jar(self.diluent_name)
        return trusted(Ready)(
            steps=(
                *inner.steps,
                trusted(Weigh)(
                    what=stock.material,
                    amount=self.powder,
                    out_of=inner.vessel,
                    into=self.vessel,
                    carries_active=True,
                ),
                trusted(Weigh)(
                    what=f"diluent for trituration {self.stage}",
                    amount=self.diluent,
                    out_of=jar,
                    into=boat,
                    carries_active=True,
                ),
                trusted(Mix)(
                    vessel=self.vessel,
                    added=boat,
                    powder=self.powder,
                    diluent=self.diluent,
                    first=self.powder,
                ),
            ),
            before=inner.before,
            vessel=self.vessel,
            available=self.mass,
            tablets=inner.tablets,
            supplies=(
                *inner.supplied(stock),
                trusted(Supply)(vessel=jar, material=self.diluent_name),
            ),
        )

    def _diluted(self, potency: Ratio) -> Ratio:
        return potency_diluted(potency=potency, powder=self.powder, diluent=self.diluent)
