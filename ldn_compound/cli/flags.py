"""The flags of `plan`: where in an order each belongs, and which may stand beside an order file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ldn_compound.cli.ending import Unusable

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "--strength": "capsules.strength",
        "--quantity": "capsules.quantity",
        "--shell": "capsules.shell",
        "--diluent": "capsules.diluent",
        "--concentration": "oral_liquid.concentration",
        "--volume": "oral_liquid.volume",
        "--vehicle": "oral_liquid.vehicle",
        "--dose": "oral_liquid.doses",
        "--tablets": "tablets.strength",
        "--weighed": "tablets.weighed",
        "--together": "tablets.together",
        "--weight": "tablets.weight",
        "--assay": "tablets.assay",
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
_OF_CAPSULES = ("--strength", "--quantity", "--shell", "--diluent")
_OF_LIQUIDS = ("--concentration", "--volume", "--vehicle", "--dose")
_BESIDE_A_FILE = (
    *("--on", "--policy", "--quantity", "--strength"),
    *("--concentration", "--volume", "--avoid"),
)
"""Flags that change a file's order in one way only: a shell would no longer be that of its fill."""
_COUNTS = ("--quantity", "--weighed")
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")
_BASES = MappingProxyType({"--water": "anhydrous", "--loss-on-drying": "dried", "--as-is": "as is"})
_OF_TABLETS = ("--weighed", "--together", "--weight")
_OF_POWDER = ("--water", "--solvents", "--loss-on-drying", "--as-is")
_EXAMPLE = (
    "--strength '4.5 mg' --quantity 90 --tablets '50 mg' --weighed 20 --together '3546 mg' "
    "--on 2026-12-01"
)
_EXAMPLE_OF_A_LIQUID = (
    "--concentration '1 mg/mL' --volume '150 mL' --vehicle 'purified water' --dose '1.5 mg' "
    "--powder 'naltrexone hydrochloride' --assay '99.5 %' --water '0.5 %' --on 2026-12-01"
)

Flags = Mapping[str, Any]


def place_of(flag: str, given: Flags) -> str:
    """Where in an order the flag's value belongs, in dotted form."""
    if flag == "--assay" and "--powder" in given:
        return "powder.certificate.assay"
    return PLACES[flag]


def _may_stand_beside_a_file(given: Flags) -> None:
    for flag in given:
        if flag not in _BESIDE_A_FILE:
            raise Unusable(
                f"{flag}: write it in the order file; beside one may stand "
                f"{', '.join(_BESIDE_A_FILE)}"
            )


def _of_the_file_s_form(tables: dict[str, Any], given: Flags) -> None:
    for flag in given:
        form = PLACES[flag].partition(".")[0]
        other = {"capsules": "oral_liquid", "oral_liquid": "capsules"}.get(form, "")
        if other in tables and form not in tables:
            raise Unusable(
                f"{flag}: the file orders [{other}]; order [{form}] in a file of its own"
            )


def overridden(tables: dict[str, Any], given: Flags) -> dict[str, Any]:
    """A file's tables with the flags' values; excipients to avoid are added to the file's."""
    _may_stand_beside_a_file(given)
    _of_the_file_s_form(tables, given)
    if "--policy" in given and isinstance(tables.get("policy"), dict):
        raise Unusable("--policy: the file has a table [policy] of its own; change its base there")
    already = tables.get("avoid", [])
    if "--avoid" in given and isinstance(already, list):
        given = {**given, "--avoid": [*already, *given["--avoid"]]}
    for flag, value in given.items():
        _put(tables, place_of(flag, given), _counted(flag, value))
    return tables


def tables_of(given: Flags) -> dict[str, Any]:
    """An order's tables from flags alone."""
    missing = [flag for flag in (*_form_wanted(given), "--on") if flag not in given]
    if not {"--tablets", "--powder"} & set(given):
        missing.append("--tablets or --powder")
    if missing:
        example = _EXAMPLE_OF_A_LIQUID if "--concentration" in missing + list(given) else _EXAMPLE
        raise Unusable(f"missing {', '.join(missing)}; write an order file, or {example}")
    _source_in_one_way(given)
    tables: dict[str, Any] = {"drug": "naltrexone"}
    for flag, value in given.items():
        _put(tables, place_of(flag, given), _counted(flag, value))
    if "--powder" in given:
        _put(tables, "powder.certificate.basis", _basis(given))
    if "--base" in given:
        tables["strength_as"] = "naltrexone"
    return tables


def _form_wanted(given: Flags) -> tuple[str, ...]:
    """What must be said of the form that the flags are of; capsules where they are of none."""
    liquid = [flag for flag in _OF_LIQUIDS if flag in given]
    capsules = [flag for flag in _OF_CAPSULES if flag in given]
    if liquid and capsules:
        raise Unusable(
            f"{capsules[0]}: does not go with {liquid[0]}; state capsules or an oral liquid"
        )
    if not liquid:
        return ("--strength", "--quantity")
    vehicle = () if "--policy" in given else ("--vehicle",)  # a house's policy may name one
    return ("--concentration", "--volume", *vehicle)


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
    return int(value) if flag in _COUNTS and _NUMBER.fullmatch(value) else value


def _put(tables: dict[str, Any], place: str, value: Any) -> None:
    *around, key = place.split(".")
    for name in around:
        tables = tables.setdefault(name, {})
        if not isinstance(tables, dict):
            return  # no table stands there: the request says so
    tables[key] = value
