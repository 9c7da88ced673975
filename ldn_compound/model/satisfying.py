"""Whether somebody's own thing has what a protocol asks for, on every Python alike.

`isinstance` asks the thing itself up to Python 3.11, and looks into its class alone from 3.12 on:
one that passes on to another what it is asked (`__getattr__`) would no longer do.
"""

from __future__ import annotations

from functools import cache
from typing import Any


def satisfies(thing: object, protocol: Any) -> bool:
    """Whether the thing, which is no class, has every name that the protocol lists."""
    return not isinstance(thing, type) and all(hasattr(thing, name) for name in asked_of(protocol))


@cache
def asked_of(protocol: Any) -> tuple[str, ...]:
    """The names that a protocol lists."""
    return tuple(name for name in vars(protocol) if not name.startswith("_"))
