"""Everything that `plan` asks for, in about one of four cases at a tie of a rounding."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.overage import Overage
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.shell import Shell
from ldn_compound.named import NamedTuple
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.strategies.figures import DATES, Drawn, rarely, written
from ldn_compound.strategies.house import TENTHS_READ, balances, benches, policies
from ldn_compound.strategies.prescribed import MOST_UNITS, orders, plain_fills
from ldn_compound.strategies.stock import sources

_PURE = AsIs(assay="100 %")


class Job(NamedTuple):
    """Everything that `plan` asks for."""

    order: Order
    source: Source
    bench: Bench
    policy: Policy
    on: date

    def plan(self) -> Plan:
        """The plan of it; PlanError where there is none."""
        return plan(self.order, self.source, on=self.on, bench=self.bench, policy=self.policy)


@st.composite
def cases(draw: DrawFn) -> Job:
    """A whole case; in about one of four the powder wanted lies halfway between two marks."""
    policy, on = draw(policies()), draw(st.dates(*DATES))
    case = Job(draw(orders()), draw(sources()), draw(benches()), policy, on)
    if not draw(rarely(True, False)):
        return case
    # Drawn after the plain case, so that what fails of both shrinks to a plain one.
    readability = draw(st.sampled_from(tuple(TENTHS_READ)))
    order, source = draw(_halfway(readability)), draw(_whole_parts())
    bench = Bench(balance=draw(balances(readability)), machine=case.bench.machine)
    return case._replace(order=order, source=source, bench=bench)


@st.composite
def _halfway(draw: DrawFn, readability: str) -> Order:
    """An order whose active is an odd number of half steps of a balance that reads d mg.

    a ÷ 20 mg in each of 10 × d × b capsules are a × b ÷ 2 steps of d, for odd a and b.
    """
    tenths = TENTHS_READ[readability]
    form = Capsules(
        strength=PerUnit.of(written(Fraction(draw(_odd(199)), 20), "mg")),
        quantity=tenths * draw(_odd(min(99, MOST_UNITS // tenths))),
        shell=draw(st.sampled_from((None, Shell.of("0"), Shell.of("00")))),
        diluent="microcrystalline cellulose",
        fill=draw(plain_fills()),
        overage=Overage(part="0 %"),
    )
    return Order(drug=DRUG, form=form)


def _whole_parts() -> Drawn:
    """Tablets or powder of potency 1 ÷ m, m odd: half a step of active is half a step of it."""
    pure = st.builds(Powder, substance=st.just(STRENGTH_AS), certificate=st.just(_PURE))
    weight = st.integers(1, 8).map(lambda half: f"{50 * (2 * half + 1)} mg")
    return st.one_of(st.builds(Tablets, strength=st.just("50 mg"), weight=weight), pure)


@cache
def _odd(most: int) -> SearchStrategy[int]:
    """An odd number from 1."""
    return st.integers(0, (most - 1) // 2).map(lambda half: 2 * half + 1)
