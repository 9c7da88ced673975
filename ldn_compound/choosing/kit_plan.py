"""A kit as it is compounded: a review for each strength, and the trituration they may share."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Literal, Self

from pydantic import ConfigDict, model_validator

from ldn_compound.equations.everyday import total
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Count, Step, Weigh
from ldn_compound.model.stock import Supply
from ldn_compound.planning.kit import Kit, orders
from ldn_compound.quantity.kinds import Mass, PerUnit, TabletCount
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.review import Review
from ldn_compound.sources.shared_trituration import SharedTrituration

Way = Literal["separately", "shared"]


class Aliquot(Base, frozen=True):
    """What one strength takes of the trituration."""

    strength: PerUnit
    taken: Mass


class TriturationMade(Base, frozen=True):
    """The trituration as a preparation of its own: how it is made, and who takes how much."""

    source: SharedTrituration
    steps: tuple[Step, ...]
    supplies: tuple[Supply, ...]
    aliquots: tuple[Aliquot, ...]
    findings: tuple[Finding, ...]
    """What the rules find of these steps."""

    @property
    def taken(self) -> Mass:
        """All aliquots together."""
        return total(*(aliquot.taken for aliquot in self.aliquots))

    @property
    def weighings(self) -> int:
        """How many times something is weighed to an amount."""
        return weighings_in(self.steps)


class JointShortage(Base, frozen=True):
    """A source that holds enough for each preparation, and not for all of them."""

    material: str
    wanted: Mass | TabletCount
    held: Mass | TabletCount


class KitPlan(Document, frozen=True):
    """Every strength of a kit planned and reviewed, from one source, on one bench."""

    model_config = ConfigDict(title="the kit's plan")

    kit: Kit
    on: date
    bench: Bench
    policy: Policy
    way: Way
    """Each strength on its own, or some from a trituration they share."""
    weighings_separately: int
    """Of all preparations, each on its own."""
    weighings_shared: int | None
    """Of all preparations where a trituration is shared; None where none could be."""
    trituration: TriturationMade | None
    """The one that is shared; None where each strength is made on its own."""
    reviews: tuple[Review, ...]
    """One for each strength of the kit, the smallest first."""

    @model_validator(mode="after")
    def _of_this_kit(self) -> Self:
        if not self._of_the_kits_orders():
            raise AmountError(
                "the reviews are not those of the kit's strengths and counts: use plan_kit(...)"
            )
        asked = (self.on, self.bench, self.policy)
        if any((one.on, one.bench, one.policy) != asked for one in self.plans):
            raise AmountError(
                "a plan is of another day, bench or policy than the kit's: use plan_kit(...)"
            )
        if (self.way == "shared") != (self.trituration is not None):
            raise AmountError(f"way = {self.way!r}, and the trituration says otherwise")
        counted = self.weighings_separately if self.way == "separately" else self.weighings_shared
        if counted != self.weighings:
            raise AmountError(
                f"{counted} weighings are stated, and the steps have {self.weighings}"
            )
        return self

    @property
    def plans(self) -> tuple[Plan, ...]:
        """One for each strength, the smallest first."""
        return tuple(review.plan for review in self.reviews)

    @property
    def weighings(self) -> int:
        """How many times something is weighed to an amount, in all preparations."""
        return sum(map(weighings_in, self._preparations))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Every finding that forbids compounding unless it is waived."""
        found = () if self.trituration is None else self.trituration.findings
        of_reviews = chain.from_iterable(review.findings for review in self.reviews)
        return tuple(one for one in (*found, *of_reviews) if one.severity == "error")

    @property
    def shortages(self) -> tuple[JointShortage, ...]:
        """What all preparations together take of a source that holds less."""
        return (*self._tablets_short(), *self._masses_short())

    def _of_the_kits_orders(self) -> bool:
        """Whether each is of the order for its strength, all of one drug, counted one way."""
        made = tuple(one.order for one in self.plans)
        if not made:
            return False
        one = made[0]
        return made == orders(self.kit, drug=one.drug, strength_as=one.strength_as, avoid=one.avoid)

    @property
    def _preparations(self) -> tuple[tuple[Step, ...], ...]:
        own = () if self.trituration is None else (self.trituration.steps,)
        return (*own, *(plan.steps for plan in self.plans))

    def _tablets_short(self) -> Iterator[JointShortage]:
        counts = [
            step
            for step in chain.from_iterable(self._preparations)
            if isinstance(step, Count) and step.held is not None
        ]
        for what in dict.fromkeys(step.what for step in counts):
            alike = [step for step in counts if step.what == what]
            wanted, held = total(*(step.tablets for step in alike)), alike[0].held
            if held is not None and wanted > held:
                yield JointShortage(material=what, wanted=wanted, held=held)

    def _masses_short(self) -> Iterator[JointShortage]:
        weighed = [
            step for step in chain.from_iterable(self._preparations) if isinstance(step, Weigh)
        ]
        for supply in self._supplies():
            out = [step.amount for step in weighed if step.out_of == supply.vessel]
            if supply.held is not None and out and total(*out) > supply.held:
                yield JointShortage(material=supply.material, wanted=total(*out), held=supply.held)

    def _supplies(self) -> Iterable[Supply]:
        """Each vessel that stands full at the start, once."""
        own = () if self.trituration is None else self.trituration.supplies
        of_plans = chain.from_iterable(plan.supplies for plan in self.plans)
        return {supply.vessel: supply for supply in (*own, *of_plans)}.values()


def weighings_in(steps: tuple[Step, ...]) -> int:
    """How many times something is weighed to an amount."""
    return sum(isinstance(step, Weigh) for step in steps)
