"""What whole capsules of several strengths make together.

Of 0.5 mg and 1.5 mg, 2 mg is made of four of 0.5 mg, or of one and one; 1.75 mg is not made.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ldn_compound.catalog import fact
from ldn_compound.planning.kits.task import largest_part


def counts_in(dose: Fraction, *, own: Fraction, others: tuple[Fraction, ...]) -> tuple[int, ...]:
    """Every number of capsules of a strength with which whole ones of the others make the dose.

    Beyond as many sums as a search goes through, any number is thought possible.
    """
    part = largest_part((dose, own, *others))
    whole, each = int(dose / part), int(own / part)
    if whole > fact("kit_most_ways").number:
        return (0, whole // each)
    made = _sums((int(other / part) for other in others), most=whole)
    parts = f"{made:b}"[::-1].ljust(whole + 1, "0")  # a text is looked into faster than a number
    return tuple(n for n in range(whole // each + 1) if parts[whole - n * each] == "1")


def not_made_of(
    strengths: tuple[Fraction, ...], doses: tuple[Fraction, ...]
) -> frozenset[Fraction]:
    """The doses that no whole numbers of capsules of these strengths make together.

    Beyond as many sums as a search goes through, a dose that is no multiple of one strength counts
    as not made.
    """
    left = frozenset(
        dose for dose in doses if all((dose / strength).denominator > 1 for strength in strengths)
    )
    if not left or len(strengths) == 1:
        return left
    part = largest_part((*strengths, *left))
    most = int(max(left) / part)
    if most > fact("kit_most_ways").number:
        return left
    made = _sums((int(strength / part) for strength in strengths), most=most)
    return frozenset(dose for dose in left if not made >> int(dose / part) & 1)


def _sums(capsules: Iterable[int], *, most: int) -> int:
    """A number whose bit n says whether n is a sum of any numbers of these, up to `most`."""
    made = 1
    for capsule in capsules:
        more = capsule
        while more <= most:  # one more, then two, then four: any number
            made = (made | made << more) & ((2 << most) - 1)
            more *= 2
    return made
