"""Ways of making one order, side by side: what each takes, and how far off a unit may be."""

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Field, model_validator

from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, Ratio, TabletCount, UnitCount, Volume
from ldn_compound.rules.review import Review

A = TypeVar("A", bound=Amount)


class ReviewedWay(Base, frozen=True):
    """A way that was planned, carried out on paper and reviewed; drug as the order counts it."""

    kind: Literal["reviewed"] = "reviewed"
    name: str
    review: Review
    errors: int
    """Findings of each severity; the review has them in full."""
    warnings: int
    notes: int
    weighings: int
    measurings: int
    stages: int
    """Of dilution."""
    tablets: TabletCount | None
    """Counted; None where none are."""
    active_taken: Mass
    """Drug that is weighed out, measured out or counted out."""
    active_left_over: Mass
    """Drug that is in no unit at the end."""
    weighing_error: Ratio
    """How far off a unit may be by the instruments alone, all off the same way."""
    worst_error: Ratio
    """How far off a unit may be by rounding and the instruments."""
    expected_error: Ratio
    """How far off a unit is expected to be by rounding and the instruments."""
    beyond_order: UnitCount | Volume
    """Made so that tablets stay whole."""

    @property
    def plan(self) -> Plan:
        """The plan that was reviewed."""
        return self.review.plan

    @property
    def forbidden(self) -> bool:
        """Whether something was found that nothing lifts."""
        return bool(self.review.absolute)


class UnplannedWay(Base, frozen=True):
    """A way for which there is no plan, and what would make one."""

    kind: Literal["unplanned"] = "unplanned"
    name: str
    problem: str
    remedy: str


Way = Annotated[ReviewedWay | UnplannedWay, Field(discriminator="kind")]


class Comparison(Document, frozen=True):
    """The ways of making `order`, in the sequence they were named in. It never picks one."""

    model_config = ConfigDict(title="the comparison")

    order: Order
    on: date
    bench: Bench
    policy: Policy
    ways: tuple[Way, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_name_once(self) -> Any:
        names = [way.name for way in self.ways]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise AmountError(f"ways: {', '.join(map(repr, twice))} twice; give each its own name")
        return self

    def way(self, name: str) -> ReviewedWay | UnplannedWay:
        """The way of this name."""
        for way in self.ways:
            if way.name == name:
                return way
        raise CatalogError(f"{name!r}: the ways are {', '.join(way.name for way in self.ways)}")

    @property
    def reviewed(self) -> tuple[ReviewedWay, ...]:
        """The ways that have a plan."""
        return tuple(way for way in self.ways if isinstance(way, ReviewedWay))

    @property
    def unplanned(self) -> tuple[UnplannedWay, ...]:
        """The ways that have none."""
        return tuple(way for way in self.ways if isinstance(way, UnplannedWay))

    @property
    def least_worst_error(self) -> tuple[str, ...]:
        """Names of the ways whose unit is least far off at worst; several where they are alike.

        A way with a finding that nothing lifts is none to be named.
        """
        return _least({way.name: way.worst_error for way in self._possible})

    @property
    def least_left_over(self) -> tuple[str, ...]:
        """Names of the ways that leave least drug over; several where they are alike."""
        return _least({way.name: way.active_left_over for way in self._possible})

    @property
    def _possible(self) -> tuple[ReviewedWay, ...]:
        return tuple(way for way in self.reviewed if not way.forbidden)


def _least(amounts: dict[str, A]) -> tuple[str, ...]:
    smallest = min(amounts.values(), default=None)
    return tuple(name for name, amount in amounts.items() if amount == smallest)
