"""A lot: whose it is, its number, until when it may be used, and how much there is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict

from ldn_compound.model.base import Base, Maybe, unstated
from ldn_compound.quantity.dates import read_expiry
from ldn_compound.quantity.kinds import Mass, TabletCount


def _expiry(stated: Any) -> Any:
    return read_expiry(stated)[0] if isinstance(stated, str) else stated


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
    tablets: Maybe[TabletCount] = unstated()
