"""Orders, sources, benches and policies as a pharmacy meets them, and worse, for your own tests.

    from hypothesis import given
    from ldn_compound.strategies import cases

    @given(case=cases())
    def test_my_rule_never_raises(case): ...

Every amount is drawn as it would be written, on the grid of what reads it, and shrinks to an
everyday one: 90 capsules of 4.5 mg from 50 mg tablets, 20 of which weigh 3546 mg. It is what may be
stated, not what is right: the ranges are wider than any house's. Not every case can be planned;
`Job.plan` raises PlanError for the others, as it would for a user. Needs the extra `test`.
"""

from ldn_compound.strategies.figures import masses, strengths
from ldn_compound.strategies.house import benches, policies
from ldn_compound.strategies.prescribed import orders
from ldn_compound.strategies.stock import powders, sources, tablets
from ldn_compound.strategies.whole import Job, cases

__all__ = [
    "Job",
    "benches",
    "cases",
    "masses",
    "orders",
    "policies",
    "powders",
    "sources",
    "strengths",
    "tablets",
]
