"""From an order file, or from flags that say the common order, to a request."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ldn_compound.cli.ending import Unusable
from ldn_compound.errors import AmountError

if TYPE_CHECKING:
    from ldn_compound.planning.faults import Fault
    from ldn_compound.planning.request import Request

_LARGEST = 1_000_000
"""Bytes; an order has hundreds."""
_FAULTS_SHOWN = 3

_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "--strength": "capsules.strength",
        "--quantity": "capsules.quantity",
        "--shell": "capsules.shell",
        "--diluent": "capsules.diluent",
        "--tablets": "tablets.strength",
        "--weighed": "tablets.weighed",
        "--together": "tablets.together",
        "--weight": "tablets.weight",
        "--powder": "powder.substance",
        "--water": "powder.certificate.water",
        "--solvents": "powder.certificate.solvents",
        "--loss-on-drying": "powder.certificate.loss_on_drying",
        "--as-is": "powder.certificate.basis",
        "--base": "strength_as",
        "--avoid": "avoid",
        "--on": "on",
        "--policy": "policy",
    }
)
_BESIDE_A_FILE = ("--on", "--policy", "--quantity", "--strength", "--avoid")
"""Flags that change a file's order in one way only: a shell would no longer be that of its fill."""
_COUNTS = ("--quantity", "--weighed")
_BASES = MappingProxyType({"--water": "anhydrous", "--loss-on-drying": "dried", "--as-is": "as is"})
_OF_TABLETS = ("--weighed", "--together", "--weight")
_OF_POWDER = ("--water", "--solvents", "--loss-on-drying", "--as-is")
_EXAMPLE = (
    "--strength '4.5 mg' --quantity 90 --tablets '50 mg' --weighed 20 --together '3546 mg' "
    "--on 2026-12-01"
)

Flags = Mapping[str, Any]


def requested(path: str | None, flags: Flags) -> Request:
    """The request that a file ('-' is standard input) or the flags state."""
    given = {flag: value for flag, value in flags.items() if value not in (None, False, [])}
    if path is None:
        return _read(_tables_of(given), given, every=True, of="")
    _may_stand_beside_a_file(given)
    from ldn_compound.planning.toml import read_toml

    of = "standard input: " if path == "-" else f"{path}: "
    try:
        tables = read_toml(_text(path))
    except AmountError as error:
        raise Unusable(f"{of}{error}") from None
    return _read(_overridden(tables, given, of), given, every=False, of=of)


def _read(tables: Mapping[str, Any], given: Flags, *, every: bool, of: str) -> Request:
    from ldn_compound.planning.request import Request, RequestError

    try:
        return Request.from_tables(tables)
    except RequestError as error:
        said = [_said(fault, given, every=every) for fault in error.faults]
    more = len(said) - _FAULTS_SHOWN
    rest = f" (and {more} more)" if more > 0 else ""
    raise Unusable(f"{of}{'; '.join(said[:_FAULTS_SHOWN])}{rest}")


def _said(fault: Fault, given: Flags, *, every: bool) -> str:
    """The fault, placed in the flag where the value came from one."""
    flags = {_place(flag, given): flag for flag in (_PLACES if every else given)}
    if fault.place in flags:
        return f"{flags[fault.place]}: {fault.says}"
    return f"{fault}, or give --on 2026-12-01" if fault.place == "on" else str(fault)


def _place(flag: str, given: Flags) -> str:
    if flag == "--assay":
        return "powder.certificate.assay" if "--powder" in given else "tablets.assay"
    return _PLACES[flag]


def _may_stand_beside_a_file(given: Flags) -> None:
    for flag in given:
        if flag not in _BESIDE_A_FILE:
            raise Unusable(
                f"{flag}: write it in the order file; beside one may stand "
                f"{', '.join(_BESIDE_A_FILE)}"
            )


def _overridden(tables: dict[str, Any], given: Flags, of: str) -> dict[str, Any]:
    """The file's tables with the flags' values; excipients to avoid are added to the file's."""
    if "--policy" in given and isinstance(tables.get("policy"), dict):
        raise Unusable(f"{of}--policy: the file has a table [policy] of its own; change its base")
    already = tables.get("avoid", [])
    if "--avoid" in given and isinstance(already, list):
        given = {**given, "--avoid": [*already, *given["--avoid"]]}
    for flag, value in given.items():
        _put(tables, _place(flag, given), _counted(flag, value))
    return tables


def _tables_of(given: Flags) -> dict[str, Any]:
    missing = [flag for flag in ("--strength", "--quantity", "--on") if flag not in given]
    if not {"--tablets", "--powder"} & set(given):
        missing.append("--tablets or --powder")
    if missing:
        raise Unusable(f"missing {', '.join(missing)}; write an order file, or {_EXAMPLE}")
    _source_in_one_way(given)
    tables: dict[str, Any] = {"drug": "naltrexone"}
    for flag, value in given.items():
        _put(tables, _place(flag, given), _counted(flag, value))
    if "--powder" in given:
        _put(tables, "powder.certificate.basis", _basis(given))
    if "--base" in given:
        tables["strength_as"] = "naltrexone"
    return tables


def _source_in_one_way(given: Flags) -> None:
    for source, of_the_other in (("--tablets", _OF_POWDER), ("--powder", _OF_TABLETS)):
        other = "--powder" if source == "--tablets" else "--tablets"
        for flag in (other, *of_the_other):
            if source in given and flag in given:
                raise Unusable(f"{flag}: does not go with {source}; state one source")


def _basis(given: Flags) -> str:
    stated = [flag for flag in _BASES if flag in given]
    if len(stated) != 1:
        said = f"{' and '.join(stated)} are" if stated else "none is"
        raise Unusable(
            f"--powder: {said} stated; say what its assay counts with one of --water, "
            "--loss-on-drying, --as-is"
        )
    return _BASES[stated[0]]


def _counted(flag: str, value: Any) -> Any:
    plain = flag in _COUNTS and value.isascii() and value.isdigit()
    return int(value) if plain and str(int(value)) == value else value


def _put(tables: dict[str, Any], place: str, value: Any) -> None:
    *around, key = place.split(".")
    for name in around:
        tables = tables.setdefault(name, {})
        if not isinstance(tables, dict):
            return  # no table stands there: the request says so
    tables[key] = value


def _text(path: str) -> str:
    try:
        read = _from_stdin() if path == "-" else _from_file(path)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except ValueError as error:  # a NUL in the name
        raise Unusable(f"{path}: {error}") from None
    if len(read) > _LARGEST:
        raise Unusable(f"{path}: larger than 1 MB; write an order file, of some hundred bytes")
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(
            f"{path}: byte {error.start + 1} is not UTF-8; save the order as UTF-8 text"
        ) from None


def _from_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(_LARGEST + 1)


def _from_stdin() -> bytes:
    if sys.stdin is None:
        raise Unusable("standard input is closed; name an order file")
    return sys.stdin.buffer.read(_LARGEST + 1)
