"""The package's rules, in the order of their codes."""

from __future__ import annotations

from ldn_compound.rules.rule import Rule
from ldn_compound.rules.wgh301_below_minimum_weighable import below_minimum_weighable

RULES: tuple[Rule, ...] = (below_minimum_weighable,)
