"""A stored plan's source that is not known here: it prints, and cannot be planned with."""

from typing import Any

from pydantic import ConfigDict

from ldn_compound.errors import PlanError
from ldn_compound.model.base import Base
from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Mass


class Foreign(Base, frozen=True):
    """A source of somebody's own, as a document stored it: its class's name and its fields.

    Read the document with context={"sources": (TheirClass,)} to have the source itself back.
    """

    model_config = ConfigDict(title="the source")

    name: str
    fields: dict[str, Any]
    calculations: tuple[dict[str, Any], ...] = ()
    """The origins of the amounts in `fields`."""

    def as_stored(self) -> dict[str, Any]:
        """What the document held."""
        return {
            "name": self.name,
            "fields": self.fields,
            "calculations": list(self.calculations),
        }

    def stock(self) -> Solid:
        raise self._unknown()

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        raise self._unknown()

    def _unknown(self) -> PlanError:
        return PlanError(
            f"the source {self.name!r} is not known here",
            remedy=f"read the document with context={{'sources': ({self.name},)}}",
        )
