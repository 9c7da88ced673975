"""A lot: whose it is, its number, until when it may be used, and how much there is."""

from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.stated import Maybe, MaybeCounted, unstated
from ldn_compound.quantity.dates import month_only, read_date, read_expiry
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, TabletCount


def _expiry(stated: Any) -> Any:
    if isinstance(stated, str):
        return read_expiry(stated)[0]
    if isinstance(stated, date) and not isinstance(stated, datetime):
        return read_expiry(stated.isoformat())[0]
    raise AmountError(f"{stated!r}: write the date as '2027-10-31', or the month as '10/2027'")


Expiry = Annotated[date, BeforeValidator(_expiry)]
"""A date; "2026-10" style months are the last day of the month."""


def _day(stated: Any) -> Any:
    return read_date(stated) if isinstance(stated, str) else _expiry(stated)


BeyondUseDay = Annotated[date, BeforeValidator(_day)]
"""A day; whoever made it named the day, so a month alone is refused."""


def _labelled(number: str) -> str:
    if not number.strip():
        raise AmountError(
            f"{number!r} names no lot; write the number on its label, or leave the lot out"
        )
    return number


LotNumber = Annotated[str, AfterValidator(_labelled)]
"""What a label calls a lot or batch."""


class Lot(Base, frozen=True):
    """One lot of a source, diluent, shell or vehicle, as its label says.

    A maker's lot has an expiry; what was made in house before has a beyond-use date instead.
    """

    model_config = ConfigDict(title="the lot")

    number: LotNumber
    maker: str = ""
    expiry: Expiry | None = None
    """The last day on which the lot may be used."""
    printed: str = ""
    """The expiry as its label has it, where that names the month only: "10/2027"."""
    beyond_use: BeyondUseDay | None = None
    amount: Maybe[Mass] = unstated()
    tablets: MaybeCounted[TabletCount] = unstated()

    @model_validator(mode="before")
    @classmethod
    def _as_printed(cls, data: Any) -> Any:
        stated = data.get("expiry") if isinstance(data, dict) else None
        if isinstance(stated, str) and month_only(stated.strip()) is not None:
            return {"printed": stated.strip(), **data}
        return data

    @model_validator(mode="after")
    def _dated_once(self) -> Self:
        if self.expiry is not None and self.beyond_use is not None:
            raise AmountError(
                f"lot {self.number}: an expiry and a beyond-use date; write the one on its label"
            )
        if self.printed and read_expiry(self.printed)[0] != self.expiry:
            raise AmountError(
                f"lot {self.number}: {self.printed!r} is not {self.expiry}; "
                "write the expiry as it is printed, and leave printed"
            )
        return self

    @kept
    def until(self) -> date | None:
        """The last day on which it may be used, by its maker or by whoever made it here."""
        return self.beyond_use if self.expiry is None else self.expiry
