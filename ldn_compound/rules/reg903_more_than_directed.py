"""A quantity beyond what the directions use up."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from ldn_compound.catalog import fact
from ldn_compound.quantity.kinds import Ratio, UnitCount, Volume
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="REG903",
    title="More is supplied than is directed",
    severity="note",
    rationale="What is left over is taken on after the directions end, or kept past its date. A "
    "quantity and directions that differ may also be a slip in either of them. Where other "
    "strengths are taken beside it, the most capsules of this one are counted that can make each "
    "dose. What measuring a liquid loses, 5 %, is not too much, nor "
    "what is made to reach the next mark.",
    bad="100 capsules of 4.5 mg, once a day for 30 days.",
    good="30 capsules of 4.5 mg, once a day for 30 days.",
    remedy="Compare quantity and directions with the prescription; say on the label what is to "
    "become of the rest.",
    cites=("this-library",),
    of="directions",
    version=2,
)
def more_than_directed(case: Case) -> Iterator[Breach]:
    directed = case.directed
    covered = None if directed is None else directed.most_taken
    if covered is None:
        return
    # What a cylinder's mark adds to the volume ordered is nobody's slip.
    ordered = getattr(case.plan.order.form, "volume", covered.supplied)
    if _with_what_is_lost(covered.needed) < min(ordered.base, covered.supplied.base):
        yield Breach("order, quantity", covered.said, covered.wanted)


def _with_what_is_lost(needed: UnitCount | Volume) -> Fraction:
    """Of a liquid, the whole mL that are made for it, with what measuring loses."""
    if isinstance(needed, UnitCount):
        return needed.base
    lost = fact("measuring_loss").amount(Ratio)
    return Fraction(ceil(needed.base * (1 + lost.base)))
