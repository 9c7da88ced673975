"""What a house brings to an order: its policy and catalogue, each a file, and its own rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ldn_compound.cli.ending import Unusable
from ldn_compound.cli.files import text_of
from ldn_compound.errors import AmountError, CatalogError

if TYPE_CHECKING:
    from ldn_compound.model.policy import Policy
    from ldn_compound.planning.house import House
    from ldn_compound.rules.rule import HouseRule


def house_of(path: str) -> House:
    """The catalogue of a house, from its file."""
    from ldn_compound.planning.house import House

    try:
        return House.from_toml(text_of(path, what="catalogue"))
    except (AmountError, CatalogError) as error:
        raise Unusable(f"{path}: {error}") from None


def policy_of(stated: str, *, house: House | None) -> Policy | str:
    """A policy's name as it is, or the policy that a file states."""
    from ldn_compound.model.policy import POLICIES, Policy

    if stated in POLICIES:
        return stated
    if "." not in stated and os.sep not in stated:
        names = " or ".join(map(repr, POLICIES))
        raise Unusable(f"--policy: {stated!r}: write {names}, or a file such as house.toml")
    try:
        text = text_of(stated, what="policy")
        return Policy.from_toml(text) if house is None else house.policy(text)
    except AmountError as error:
        raise Unusable(f"{stated}: {error}") from None


def rules_of(named: Iterable[str]) -> tuple[HouseRule, ...]:
    """The house's rules, each named "module:NAME": a rule, or a tuple or list of rules."""
    return tuple(rule for one in named for rule in _rules_of(one))


def _rules_of(named: str) -> tuple[HouseRule, ...]:
    from ldn_compound.model.satisfying import asked_of, satisfies
    from ldn_compound.rules.rule import HouseRule

    found = _named(named)
    several = isinstance(found, tuple | list) and not satisfies(found, HouseRule)
    rules = tuple(found) if several else (found,)
    for rule in rules:
        if isinstance(rule, type):
            raise Unusable(f"--rules {named}: {rule.__name__} is a class; name an object of it")
        if not satisfies(rule, HouseRule):
            raise Unusable(
                f"--rules {named}: {rule!r:.60} is no rule; it has {', '.join(asked_of(HouseRule))}"
            )
    if not rules:
        raise Unusable(f"--rules {named}: no rule in it")
    return rules


def _named(named: str) -> Any:
    module, _, name = named.partition(":")
    if not name.isidentifier() or not all(part.isidentifier() for part in module.split(".")):
        raise Unusable(f"--rules {named!r}: write module:NAME, such as house_rules:RULES")
    where = _imported(module, named)
    if not hasattr(where, name):
        raise Unusable(f"--rules {named}: the module {module} has no {name!r}")
    return getattr(where, name)


def _imported(module: str, named: str) -> Any:
    """The module; the current directory comes last, so that nothing in it hides another one."""
    here = os.getcwd()
    if here not in sys.path:
        sys.path.append(here)
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name == module:
            raise Unusable(f"--rules {named}: no module {module} in {here}, or installed") from None
        raise Unusable(f"--rules {named}: the module {module} fails: {error}") from None
    except (Exception, SystemExit) as error:
        said = f"{type(error).__name__}: {error}"
        raise Unusable(f"--rules {named}: the module {module} fails, {said}") from None
