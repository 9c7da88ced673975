"""The directions as an order file states them: one dose, a ladder of doses, or period by period.

[directions]
titration = { start = "0.5 mg", step = "0.5 mg", every = "7 days", target = "4.5 mg" }

or constant = { dose = "4.5 mg", days = "90 days" }, or taper = {...}, or periods = [{...}, {...}].
"""

from typing import Self

from pydantic import ConfigDict, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.regimen import Ladder, Period, Regimen


class DirectionsTable(Base, frozen=True):
    """One of the ways to say what the patient takes."""

    model_config = ConfigDict(title="the directions")

    constant: Period | None = None
    titration: Ladder | None = None
    taper: Ladder | None = None
    periods: tuple[Period, ...] | None = None

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        ways = tuple(type(self).model_fields)
        found = [name for name in ways if getattr(self, name) is not None]
        if len(found) != 1:
            how_many = f"{' and '.join(found)} are" if found else "nothing is"
            raise AmountError(f"{how_many} stated; write one of {', '.join(found or ways)}")
        _ = self.regimen  # which judges the ladder
        return self

    @property
    def regimen(self) -> Regimen:
        """What they come to."""
        if self.titration is not None:
            return Regimen.titration(**dict(self.titration))
        if self.taper is not None:
            return Regimen.taper(**dict(self.taper))
        return Regimen(periods=(self.constant,) if self.constant else self.periods or ())
