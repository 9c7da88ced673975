"""From which strength to which: 0.5 mg to 4.5 mg a capsule are the usual low doses."""

from functools import cache
from typing import Self

from pydantic import ConfigDict, model_validator

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.stated import Stated
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.writing import write


class StrengthLimits(Base, frozen=True):
    """Two strengths, the lower first, compared as naltrexone hydrochloride."""

    model_config = ConfigDict(title="the limits of strength")

    low: Stated[PerUnit]
    high: Stated[PerUnit]

    @model_validator(mode="after")
    def _lower_first(self) -> Self:
        if self.high < self.low:
            raise AmountError(f"{self}: write the lower limit first")
        return self

    @staticmethod
    @cache
    def of_fact(name: str) -> "StrengthLimits":
        """Limits of the catalogue's practice; the same object whenever they are asked."""
        low, high, _ = fact(name).limits(PerUnit)
        return trusted(StrengthLimits)(low=low, high=high)

    @property
    def texts(self) -> tuple[str, str]:
        """Both in words, "0.5 mg" and "4.5 mg"."""
        low, high = (write(limit).partition("/")[0] for limit in (self.low, self.high))
        return low, high

    def holds(self, dose: PerUnit | Mass) -> bool:
        """Whether what is taken at once lies between them, both allowed."""
        return self.low.base <= dose.base <= self.high.base

    def within(self, outer: "StrengthLimits") -> bool:
        """Whether neither limit lies beyond those."""
        return outer.low <= self.low and self.high <= outer.high

    def __str__(self) -> str:
        return " to ".join(self.texts)
