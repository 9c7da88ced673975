"""A value that is worked out when it is first asked for, and kept with its record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as kept
else:
    from functools import cached_property

    class kept(cached_property):  # noqa: N801 - it is written as that is
        """As Python 3.12 has it, without a lock: two threads may work out equal values."""

        def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


__all__ = ("kept",)
