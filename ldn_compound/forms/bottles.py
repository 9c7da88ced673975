"""The bottle that holds a volume: 100 mL go into one of 120 mL."""

from __future__ import annotations

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import UnitCount, Volume
from ldn_compound.quantity.origins import Cited


def bottled(volume: Volume) -> tuple[Volume, UnitCount]:
    """The smallest usual bottle, or as many of the largest as it takes."""
    known = fact("bottles")
    origin = Cited("bottles", known.cites, known.confirmed)
    sizes = [Volume.in_base(Volume.of(text).base, origin) for text in known.texts]
    for size in sizes:
        if volume <= size:
            return size, UnitCount.of(1, by="the bottles")
    largest = sizes[-1]
    return largest, UnitCount.of(-int(-volume.base // largest.base), by="the bottles")
