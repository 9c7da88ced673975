"""A policy as an order file states it: 'usp', 'nrf', or a table of changes to one of the two.

base = 'nrf' with grinding_reserve = '0 %' is printed as "nrf, with grinding_reserve of the house".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ldn_compound.errors import AmountError
from ldn_compound.model.policy import Policy

_POLICIES = MappingProxyType({"usp": Policy.usp, "nrf": Policy.nrf})


def _policy(stated: Any) -> Any:
    if isinstance(stated, str):
        return _named(stated)
    if not isinstance(stated, Mapping):
        return stated
    changes = {key: value for key, value in stated.items() if key != "base"}
    return _changed(_named(stated.get("base", "usp")), changes)


def _named(name: Any) -> Policy:
    if not isinstance(name, str) or name not in _POLICIES:
        known = " or ".join(map(repr, _POLICIES))
        raise AmountError(f"{name!r}: write {known}, or the table [policy] with base = {known}")
    return _POLICIES[name]()


def _changed(base: Policy, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The base's decisions, but for the changes: its name says so, for it is printed."""
    fields = {key: getattr(base, key) for key in Policy.model_fields}
    own = ", ".join(key for key in changes if key != "name")
    name = f"{base.name}, with {own} of the house" if own else base.name
    stated = {key: _over(fields.get(key), value) for key, value in changes.items()}
    return {**fields, "name": name, **stated}


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
        names = {"enum": list(_POLICIES)}
        properties = {**table["properties"], "base": names}
        return {"anyOf": [names, {**table, "properties": properties}]}


NamedPolicy = Annotated[Policy, BeforeValidator(_policy), _ByName()]
"""A policy, its name, or a table of changes."""
