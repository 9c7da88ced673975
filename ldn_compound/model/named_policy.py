"""A policy as a file states it: 'usp', 'nrf', or a table of changes to one of the two.

base = 'nrf' with grinding_reserve = '0 %' is printed as "nrf, with grinding_reserve of the house".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    GetJsonSchemaHandler,
    ValidationError,
)
from pydantic_core import CoreSchema

from ldn_compound.errors import AmountError
from ldn_compound.model.decided import name_of
from ldn_compound.model.faults import Fault, FileError, faults
from ldn_compound.model.policy import POLICIES, Policy

_NAMES = " or ".join(map(repr, POLICIES))


def policy_of(tables: Mapping[str, Any]) -> Policy:
    """The policy that a file's tables state. FileError names each fault with its place."""
    if not tables:
        raise FileError((Fault("", "nothing is decided; write base = 'usp' at least"),))
    if set(tables) == {"policy"}:
        says = "leave out the heading [policy]: all of the file is the policy"
        raise FileError((Fault("policy", says),))
    try:
        return _own_name(Policy.model_validate(_policy(tables)))
    except ValidationError as error:
        raise FileError(faults(error, of=Policy)) from None
    except AmountError as error:
        raise FileError((Fault("", str(error)),)) from None


def _policy(stated: Any) -> Any:
    if isinstance(stated, str):
        return _named(stated, f"{_NAMES}, or the table [policy] with base = {_NAMES}")
    if not isinstance(stated, Mapping):
        return stated
    changes = {key: value for key, value in stated.items() if key != "base"}
    return _changed(_named(stated.get("base", "usp"), f"base = {_NAMES}"), changes)


def _named(name: Any, instead: str) -> Policy:
    if not isinstance(name, str) or name not in POLICIES:
        raise AmountError(f"{name!r}: write {instead}")
    return POLICIES[name]()


def _changed(base: Policy, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The base's decisions, but for the changes: its name says so, for it is printed."""
    fields = {key: getattr(base, key) for key in Policy.model_fields}
    stated = {key: _over(fields.get(key), value) for key, value in changes.items()}
    return {**fields, "name": name_of(base.name, changed=changes), **stated}


def _own_name(policy: Policy) -> Policy:
    if policy.name in POLICIES and policy != POLICIES[policy.name]():
        raise AmountError(
            f"name = {policy.name!r}: the package's, and other decisions; write a name of the house"
        )
    return policy


def _over(decided: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    if isinstance(decided, BaseModel):
        return {**dict(decided), **value}
    return {**decided, **value} if isinstance(decided, Mapping) else value


class _ByName:
    """The schema: a name, or a table of changes to a `base`."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        table = handler.resolve_ref_schema(handler(core))
        names = {"enum": list(POLICIES)}
        properties = {**table["properties"], "base": names}
        return {"anyOf": [names, {**table, "properties": properties}]}


NamedPolicy = Annotated[Policy, BeforeValidator(_policy), AfterValidator(_own_name), _ByName()]
"""A policy, its name, or a table of changes."""
