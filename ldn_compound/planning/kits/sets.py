"""Every set of so many strengths that makes every dose, without trying every set.

Strengths are chosen in ascending order. The smallest dose that cannot be made yet needs one that is
not larger than it: 4 capsules of 0.5 mg make 2 mg, so for a regimen that goes on to 2.5 mg the next
strength after 0.5 mg is at most 2.5 mg.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.sums import Sums, as_bits, nothing, with_strength


class Covering(NamedTuple):
    """Strengths that make every dose, each of them of use, and the sums they make."""

    strengths: tuple[int, ...]
    sums: Sums


def coverings(
    doses: Iterable[int], *, strengths: tuple[int, ...], size: int, most_a_dose: int
) -> Iterator[Covering]:
    """The sets of `size` of the strengths, without those that hold one that no dose can use."""
    wanted = as_bits(doses)
    usable = tuple(strength for strength in strengths if wanted >> strength)
    return _grown(Covering((), nothing(most_a_dose)), usable, wanted=wanted, more=size)


def _grown(
    so_far: Covering, left: tuple[int, ...], *, wanted: int, more: int
) -> Iterator[Covering]:
    missing = wanted & ~so_far.sums[-1]
    useful = tuple(_not_above_the_first(missing, left))
    if more == 1:
        yield from _completed(so_far, useful, wanted=wanted)
        return
    for place, strength in enumerate(useful):
        grown = Covering((*so_far.strengths, strength), with_strength(so_far.sums, strength))
        yield from _grown(grown, left[place + 1 :], wanted=wanted, more=more - 1)


def _not_above_the_first(missing: int, left: tuple[int, ...]) -> Iterator[int]:
    """The strengths up to the smallest dose that is missing; all of them where none is."""
    for strength in left:
        if missing & ((1 << strength) - 1):
            return
        yield strength


def _completed(so_far: Covering, left: tuple[int, ...], *, wanted: int) -> Iterator[Covering]:
    *one_fewer, all_but_it = so_far.sums
    missing = wanted & ~all_but_it
    for strength in left:
        made = 0
        for without in one_fewer:
            made = without | made << strength
        with_it = made << strength
        if wanted & with_it and not missing & ~with_it:
            full = Covering((*so_far.strengths, strength), with_strength(so_far.sums, strength))
            if _all_of_use(full, wanted):
                yield full


def _all_of_use(covering: Covering, wanted: int) -> bool:
    """Whether every strength has a part in some way to make some dose."""
    one_fewer = covering.sums[-2]
    return all(wanted & one_fewer << strength for strength in covering.strengths)
