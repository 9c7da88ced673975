"""From an order file, or from flags that say the common order, to a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ldn_compound.cli.ending import Unusable
from ldn_compound.cli.files import text_of
from ldn_compound.cli.flags import PLACES, Flags, overridden, place_of, tables_of
from ldn_compound.cli.house import house_of, policy_of
from ldn_compound.errors import AmountError
from ldn_compound.named import NamedTuple

if TYPE_CHECKING:
    from ldn_compound.catalog.studies import Study
    from ldn_compound.model.faults import Fault
    from ldn_compound.model.plan import Plan
    from ldn_compound.planning.house import House
    from ldn_compound.planning.request import Request

_FAULTS_SHOWN = 3


class Requested(NamedTuple):
    """What is asked for, and the house's studies that date it."""

    request: Request
    studies: tuple[Study, ...]

    def plan(self) -> Plan:
        """The plan. PlanError where there is none."""
        return self.request.plan(studies=self.studies)


def requested(path: str | None, flags: Flags, *, catalogue: str | None = None) -> Requested:
    """What a file ('-' is standard input) or the flags ask for.

    `catalogue` is the file of what the house has beside the package's catalogue.
    """
    house = None if catalogue is None else house_of(catalogue)
    request = _requested(path, flags, house)
    return Requested(request, () if house is None else house.studies)


def _requested(path: str | None, flags: Flags, house: House | None) -> Request:
    given = {flag: value for flag, value in flags.items() if value not in (None, False, [])}
    if "--policy" in given:
        given["--policy"] = policy_of(given["--policy"], house=house)
    if path is None:
        return _read(tables_of(given), given, every=True, of="", house=house)
    from ldn_compound.model.toml import read_toml

    of = "standard input: " if path == "-" else f"{path}: "
    try:
        tables = read_toml(text_of(path))
    except AmountError as error:
        raise Unusable(f"{of}{error}") from None
    return _read(overridden(tables, given), given, every=False, of=of, house=house)


def _read(
    tables: Mapping[str, Any], given: Flags, *, every: bool, of: str, house: House | None
) -> Request:
    from ldn_compound.planning.request import Request, RequestError

    try:
        return Request.from_tables(tables, house=house)
    except RequestError as error:
        said = [_said(fault, given, every=every) for fault in error.faults]
    more = len(said) - _FAULTS_SHOWN
    rest = f" (and {more} more)" if more > 0 else ""
    raise Unusable(f"{of}{'; '.join(said[:_FAULTS_SHOWN])}{rest}")


def _said(fault: Fault, given: Flags, *, every: bool) -> str:
    """The fault, placed in the flag where the value came from one."""
    flags = {place_of(flag, given): flag for flag in (PLACES if every else given)}
    listed, _, number = fault.place.rpartition(".")
    place = listed if number.isdigit() else fault.place
    if place in flags:
        flag, key = flags[place], place.rpartition(".")[2]
        return f"{flag}: {fault.says.replace(f'{key} = ', f'{flag} ')}"
    return f"{fault}, or give --on 2026-12-01" if fault.place == "on" else str(fault)
