"""The sums that a few capsules can make, as the bits of a whole number: bit 9 stands for 9 parts.

With 1 and 3: one capsule makes 1 or 3, two make 2, 4 or 6 as well: 0b1011010, and nothing is bit 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Sums = tuple[int, ...]
"""Entry n: what at most n capsules make."""


def nothing(most: int) -> Sums:
    """No strength yet: only the empty sum."""
    return (1,) * (most + 1)


def with_strength(sums: Sums, strength: int) -> Sums:
    """What becomes possible with one more strength."""
    grown = [sums[0]]
    for without in sums[1:]:
        grown.append(without | grown[-1] << strength)
    return tuple(grown)


def fewest(sums: Sums, total: int) -> int:
    """The fewest capsules that make `total`, which can be made."""
    count = 0
    while not sums[count] >> total & 1:
        count += 1
    return count


def as_bits(totals: Iterable[int]) -> int:
    """Each total as its bit."""
    bits = 0
    for total in totals:
        bits |= 1 << total
    return bits


def each(bits: int) -> Iterator[int]:
    """The totals that the bits stand for, the smallest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
