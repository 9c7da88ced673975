"""Dispensing a regimen: on which days what is taken, when it runs out, when the next supply is due.

63 days from 2026-12-01, supplies that keep 30 days and are made 2 days ahead: 28 days each, from
2026-12-01, 2026-12-29 and, the last 7, 2027-01-26.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document, FromZero, Maybe, Stated, stated, unstated
from ldn_compound.model.regimen import Period, Regimen, whole_days
from ldn_compound.planning.kits.held import days_covered, missing, read_held
from ldn_compound.planning.kits.made_up import Kit, KitContent, Portion
from ldn_compound.quantity.dates import YEARS, read_date
from ldn_compound.quantity.kinds import Days, Mass
