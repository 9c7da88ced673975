"""Geometric dilution: an equal volume of diluent first, then each time as much as the mortar holds.

510 mg with 4590 mg of a powder as dense: 510, 1020, 2040, and the remaining 1020 mg.
"""

from __future__ import annotations

from ldn_compound.equations.everyday import difference, total
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.rounding import Significant

GUIDANCE = Significant("guidance, not weighed", 2)


def portions(powder: Mass, *, diluent: Mass, first: Mass) -> tuple[Mass, ...]:
    """About how much diluent goes in each time; `first` fills as much as the powder does."""
    about: list[Mass] = []
    portion, remaining, in_mortar = first, diluent, powder
    while portion < remaining:
        about.append(GUIDANCE(portion))
        remaining = difference(remaining, less=portion)
        in_mortar = total(in_mortar, portion)
        portion = in_mortar
    return (*about, GUIDANCE(remaining))
