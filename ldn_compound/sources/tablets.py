"""Commercial tablets, ground to powder and weighed.

50 mg tablets of 177.3 mg: 1 mg of ground tablet carries 50 ÷ 177.3 = 0.2820 mg of drug.
"""

from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, model_validator

from ldn_compound.catalog import fact, product
from ldn_compound.equations.everyday import total
from ldn_compound.equations.potency import potency_of_tablets, strength_by_assay
from ldn_compound.equations.taking import average_weight, ground, tablets_to_grind, with_reserve
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_substance
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot
from ldn_compound.model.stated import (
    Maybe,
    MaybeCounted,
    Reading,
    Readings,
    Stated,
    none_stated,
    unstated,
)
from ldn_compound.model.steps import MIXING_MORTAR, Comminute, Count, Sieve
from ldn_compound.model.stock import Solid, refuse_twice
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Density, Mass, PerTablet, Ratio, TabletCount
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write

PRODUCT = "naltrexone hydrochloride tablets 50 mg"
_MORTAR = "grinding mortar"
_ONE = TabletCount.of(1, by="the tablets")
_WHOLE = Rounding("count tablets", _ONE, Mode.UP)
_PIECES = MappingProxyType({"whole": 1, "half": 2, "quarter": 4})


class Tablets(Base, frozen=True):
    """Tablets of a stated strength and a measured weight.

    The weight is `weighed` tablets `together`, or each of several in `weights`, or a bare average
    `weight`. `assay` is a part of the label. `coat="removed"` weighs the powder that `passed` the
    sieve from the tablets weighed; the coat is taken to carry no drug. `contains` lists the
    excipients of this product's label; not stated, those that such tablets may have are assumed.
    `use="whole"` (or "half", "quarter") weighs no powder: all that is ground of so many tablets,
    or pieces of them, goes in. `scored` says into what the tablet can be broken.
    """

    model_config = ConfigDict(title="the tablets")

    strength: Stated[PerTablet]
    substance: Annotated[str, AfterValidator(known_substance)] = "naltrexone hydrochloride"
    weighed: MaybeCounted[TabletCount] = unstated()
    together: Reading[Mass] = unstated()
    weights: Readings[Mass] = none_stated()
    weight: Maybe[PerTablet] = unstated()
    assay: Maybe[Ratio] = unstated()
    coat: Literal["ground in", "removed"] = "ground in"
    passed: Reading[Mass] = unstated()
    use: Literal["by weight", "whole", "half", "quarter"] = "by weight"
    scored: Literal["none", "halves", "quarters"] = "halves"
    release: Literal["immediate", "modified"] = "immediate"
    other_actives: tuple[str, ...] = ()
    contains: tuple[str, ...] | None = None
    tapped: Maybe[Density] = unstated()
    lots: tuple[Lot, ...] = ()

    @model_validator(mode="after")
    def _weighed_in_one_way(self) -> Any:
        ways = {
            "weighed and together": self.together is not None,
            "weights": bool(self.weights),
            "weight": self.weight is not None,
        }
        if sum(ways.values()) != 1:
            raise AmountError(
                "tablets: state their weight in one way: weighed = 20 with together = '3546 mg', "
                "or weights = ['177.1 mg', ...], or weight = '177.3 mg'"
            )
        if self.together is not None and self.weighed is None:
            raise AmountError("tablets: together needs the number weighed, such as weighed = 20")
        if self.weights and self.weighed is not None and self.weighed.base != len(self.weights):
            raise AmountError(f"tablets: weighed = {self.weighed}, yet {len(self.weights)} weights")
        if (self.coat == "removed") != (self.passed is not None):
            raise AmountError(
                "tablets: coat = 'removed' goes with passed, the mass of powder that passed the "
                "sieve from the tablets weighed, such as passed = '3400 mg'"
            )
        if self.passed is not None and self.count_weighed is None:
            raise AmountError("tablets: passed needs the number weighed, such as weighed = 20")
        if self.passed is not None and self.passed > self._all_weighed:
            raise AmountError(
                f"tablets: {write(self.passed)} passed the sieve, yet the tablets weigh "
                f"{write(self._all_weighed)} together; write as passed the powder of these "
                "tablets alone, without their coat"
            )
        if self.strength.base >= self.average.base:
            raise AmountError(
                f"tablets: {self.strength} of drug in {self.average} of tablet; "
                "write the weight of the whole tablet"
            )
        return self

    @model_validator(mode="after")
    def _hold_more_than_drug(self) -> Any:
        if self.contains == ():
            raise AmountError(
                f"tablets, contains: nothing is listed of {self.average} but {self.strength} of "
                "drug; list what its label does, or leave contains"
            )
        return self

    @model_validator(mode="after")
    def _lots_are_counted(self) -> Any:
        refuse_twice(self.lots, of="tablets")
        for lot in self.lots:
            if lot.amount is not None:
                raise AmountError(
                    f"tablets: lot {lot.number} with amount = '{write(lot.amount)}'; tablets of a "
                    "lot are counted, write tablets = 30 for the thirty there are of it"
                )
        return self

    @property
    def count_weighed(self) -> TabletCount | None:
        """How many tablets the average weight rests on, where that is said."""
        return TabletCount.of(len(self.weights)) if self.weights else self.weighed

    @kept
    def average(self) -> PerTablet:
        """Average weight of a tablet, of what is used of it."""
        if self.passed is not None and self.count_weighed is not None:
            return average_weight.amount(together=self.passed, tablets=self.count_weighed)
        if self.weight is not None:
            return self.weight
        assert self.count_weighed is not None
        return average_weight.amount(together=self._all_weighed, tablets=self.count_weighed)

    @property
    def _all_weighed(self) -> Mass:
        """What the tablets weighed come to together, with their coat."""
        if self.weights:
            return total(*self.weights)
        if self.together is not None:
            return self.together
        assert self.weight is not None
        assert self.weighed is not None
        return ground.amount(tablets=self.weighed, weight=self.weight)

    @kept
    def active(self) -> PerTablet:
        """Active in a tablet, by label or by assay."""
        if self.assay is None:
            return self.strength
        return strength_by_assay.amount(strength=self.strength, assay=self.assay)

    @property
    def excipients(self) -> tuple[str, ...]:
        """What the tablets bring with them, by this label or as such tablets may."""
        return product(PRODUCT).may_contain if self.contains is None else self.contains

    def stock(self) -> Solid:
        label = potency_of_tablets.amount(strength=self.strength, weight=self.average)
        return trusted(Solid)(
            material="ground tablet",
            active=self.substance,
            potency=(
                label
                if self.assay is None
                else potency_of_tablets.amount(strength=self.active, weight=self.average)
            ),
            nominal=label,
            leaves_suspended=True,
            rests_on=(
                _by_label() if self.assay is None else f"by assay, {self.assay} of the label"
            ),
            tapped=self.tapped,
            lots=self.lots,
        )

    @property
    def pieces(self) -> int | None:
        """Into how many pieces a tablet is divided that is used whole; None where it is weighed."""
        return _PIECES.get(self.use)

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        if self.use != "by weight":
            return self._prepared_whole(amount)
        powder = with_reserve.amount(powder=amount, reserve=policy.grinding_reserve)
        tablets = _WHOLE(tablets_to_grind.amount(powder=powder, weight=self.average))
        return self._ground(tablets, _MORTAR)

    def _prepared_whole(self, amount: Mass) -> Ready:
        """The nearest number of tablets or pieces; all of it is used, none is never an answer."""
        piece = TabletCount.in_base(Fraction(1, _PIECES[self.use]), Given("the tablets", self.use))
        nearest = Rounding("count tablets", piece)
        try:
            tablets = nearest(tablets_to_grind.amount(powder=amount, weight=self.average))
        except AmountError:
            raise PlanError(
                f"{amount} of powder is less than half of one {self.use} tablet",
                remedy="make more units at once, or use the tablets by weight",
            ) from None
        return self._ground(tablets, MIXING_MORTAR)

    def _ground(self, tablets: TabletCount, vessel: str) -> Ready:
        return trusted(Ready)(
            steps=(
                trusted(Count)(
                    what=f"{self.substance} tablets {self.strength}",
                    tablets=tablets,
                    weight=self.average,
                    strength=self.active,
                    into=vessel,
                    held=self._tablets_held(),
                ),
                *_to_powder(vessel, self.coat),
            ),
            vessel=vessel,
            available=ground.amount(tablets=tablets, weight=self.average),
            tablets=tablets,
        )

    def _tablets_held(self) -> TabletCount | None:
        counts = [lot.tablets for lot in self.lots]
        if not counts or any(count is None for count in counts):
            return None
        return total(*(count for count in counts if count is not None))


@cache
def _by_label() -> str:
    content = product(PRODUCT).content
    assert content is not None
    return f"by label claim (the lot may hold {content.span})"


@cache
def _to_powder(vessel: str, coat: Literal["ground in", "removed"]) -> tuple[Comminute, Sieve]:
    """The same two steps for all tablets of a kind."""
    return (
        trusted(Comminute)(vessel=vessel, coat=coat),
        trusted(Sieve)(vessel=vessel, through=fact("sieve").text),
    )
