"""A lot: whose it is, its number, until when it may be used, and how much there is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Maybe, MaybeCounted, unstated
from ldn_compound.quantity.dates import read_expiry
from ldn_compound.quantity.kinds import Mass, TabletCount


def _expiry(stated: Any) -> Any:
    if isinstance(stated, str):
        return read_expiry(stated)[0]
    if isinstance(stated, date) and not isinstance(stated, datetime):
        return read_expiry(stated.isoformat())[0]
    raise AmountError(f"{stated!r}: write the date as '2027-10-31', or the month as '10/2027'")


Expiry = Annotated[date, BeforeValidator(_expiry)]
"""A date; "2026-10" style months are the last day of the month."""


class Lot(Base, frozen=True):
    """One lot of a source, diluent or shell, as its label says."""

    model_config = ConfigDict(title="the lot")

    number: str
    maker: str = ""
    expiry: Expiry | None = None
    """The last day on which the lot may be used."""
    amount: Maybe[Mass] = unstated()
    tablets: MaybeCounted[TabletCount] = unstated()
