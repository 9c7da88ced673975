"""Whatever brute force brings within the balance's reach, the planner does, in no more stages.

The brute force below knows nothing of the planner: it tries every fold and every mass on the grid,
in whole milligrams, on a bench coarse and small enough for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil, floor, prod
from typing import NamedTuple

from hypothesis import event, given, settings, strategies as st
from hypothesis.strategies import DrawFn

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

STEP = 50  # mg: the balance's readability
FULL = 250  # mg in a size 1 shell: 0.50 mL × 0.5 g/mL
STAGES = 2


class Case(NamedTuple):
    """An order and a bench in whole numbers."""

    micrograms: int
    """Active in a capsule."""
    units: int
    holes: int
    potency: Fraction
    tablet: int
    """mg that a tablet of 50 mg weighs; 0: powder."""
    minimum: int
    """mg"""
    accepted: int
    """% that a weighing at the minimum may be off."""
    capacity: int
    """mg"""
    largest_error: int
    """% that a capsule may be off."""
    largest_fold: int

    @property
    def wanted(self) -> Fraction:
        return Fraction(self.micrograms * self.units, 1000) / self.potency

    @property
    def error(self) -> Fraction:
        return Fraction(self.minimum * self.accepted, 100)


@st.composite
def cases(draw: DrawFn) -> Case:
    tablet = draw(st.sampled_from((0, 0, 150, 177, 420)))
    assay = draw(st.integers(85, 101))
    return Case(
        micrograms=draw(st.integers(1, 200)) * 50,
        units=draw(st.integers(10, 60)),
        holes=draw(st.sampled_from((100, 50, 25))),
        potency=Fraction(50, tablet) if tablet else Fraction(assay, 100),
        tablet=tablet,
        minimum=draw(st.integers(6, 9)) * STEP,
        accepted=draw(st.integers(1, 5)),
        capacity=draw(st.integers(60, 160)) * STEP,
        largest_error=draw(st.sampled_from((5, 10, 20))),
        largest_fold=draw(st.integers(2, 4)),
    )


def planned(case: Case) -> Plan | None:
    source: Powder | Tablets
    if case.tablet:
        source = Tablets(strength="50 mg", weight=f"{case.tablet} mg")
    else:
        percent = f"{case.potency * 100} %"
        source = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay=percent))
    order = Order(
        drug="naltrexone",
        form=Capsules(
            strength=f"{case.micrograms} mcg",
            quantity=case.units,
            shell="1",
            fill={"kind": "estimated", "density": "0.5 g/mL", "powder_density": "0.5 g/mL"},
        ),
    )
    exact = Balance(
        readability="1 mg",
        minimum_weighable=f"{case.minimum} mg",
        accepted_error=f"{case.accepted} %",
        capacity=f"{case.capacity} mg",
    )
    bench = Bench(balance=exact, machine=CapsuleMachine(holes=case.holes))
    # More exact than its display could be: so few masses are on its grid that each can be tried.
    balance = exact.model_copy(update={"readability": Mass.of(f"{STEP} mg")})
    bench = bench.model_copy(update={"balance": balance})
    policy = Policy(
        largest_weighing_error=f"{case.largest_error} %",
        largest_fold=case.largest_fold,
        most_stages=STAGES,
    )
    try:
        return plan(order, source, on=date(2026, 12, 1), bench=bench, policy=policy)
    except PlanError:
        return None


def to_grid(mass: Fraction) -> int:
    return floor(mass / STEP + Fraction(1, 2)) * STEP


class Way(NamedTuple):
    stages: int
    first: int
    """mg of the source that are weighed first."""


def brute(case: Case) -> Way | None:
    """The fewest stages, and for them the least that is weighed out first."""
    direct = powder_taken(case)
    if direct is not None and finishes(case, direct) and accurate(case, direct, ()):
        return Way(0, direct)
    for stages in range(1, STAGES + 1):
        folds = product(range(2, case.largest_fold + 1), repeat=stages)
        firsts = [first for fold in folds if (first := least_first(case, fold)) is not None]
        if firsts:
            return Way(stages, min(firsts))
    return None


def powder_taken(case: Case) -> int | None:
    """The powder, nearest on the grid, and no more than the tablets, with 2 % to spare, give."""
    nearest = to_grid(case.wanted)
    if case.tablet:
        ground = ceil(case.wanted * 102 / 100 / case.tablet) * case.tablet
        nearest = nearest if nearest <= ground else floor(case.wanted / STEP) * STEP
    return nearest if nearest >= case.minimum else None


def finishes(case: Case, powder: int) -> bool:
    """Whether the capsules' diluent, and each run's share of the blend, can be weighed."""
    room = case.units * FULL - powder
    diluent = to_grid(Fraction(room))
    return room == 0 or (
        diluent >= case.minimum
        and all(share >= case.minimum for share in shares(case, powder + diluent))
    )


def shares(case: Case, blend: int) -> list[int]:
    """What is weighed for every run but the last, as even as can be."""
    runs = -(-case.units // case.holes)
    fewer, more = divmod(case.units, runs)
    sizes = [fewer + (number < more) for number in range(runs)]
    return [to_grid(Fraction(blend * size, case.units)) for size in sizes[:-1]]


def accurate(case: Case, powder: int, masses: tuple[int, ...]) -> bool:
    """Whether the worst capsule, all weighings off the same way, is within the limit."""
    diluent = to_grid(Fraction(case.units * FULL - powder))
    deciding = [powder, *masses, *sorted(shares(case, powder + diluent))[:1]]
    high = prod(mass + case.error for mass in deciding)
    low = prod(mass - case.error for mass in deciding)
    exact = prod(deciding)
    return (
        100 * high <= (100 + case.largest_error) * exact
        and 100 * low >= (100 - case.largest_error) * exact
    )


def least_first(case: Case, folds: tuple[int, ...]) -> int | None:
    """The least first weighing with these folds; each mass on the grid is tried."""
    aliquot = to_grid(case.wanted * prod(folds))
    if not case.minimum <= aliquot <= min(case.capacity, case.units * FULL):
        return None
    if not finishes(case, aliquot):
        return None
    return next((masses[0] for masses in weighed_in_stages(case, folds, aliquot)), None)


def weighed_in_stages(
    case: Case, folds: tuple[int, ...], aliquot: int
) -> Iterator[tuple[int, ...]]:
    """Every way to weigh the stages, the least first weighing first."""
    first, *rest = folds
    for mass in masses_for(case, first, case.capacity):
        weighed = (mass, (first - 1) * mass)
        if not accurate(case, aliquot, weighed):
            continue
        if not rest:
            if first * mass >= aliquot:
                yield weighed
            continue
        for second in masses_for(case, rest[0], first * mass):
            both = (*weighed, second, (rest[0] - 1) * second)
            if rest[0] * second >= aliquot and accurate(case, aliquot, both):
                yield both


def masses_for(case: Case, fold: int, there_is: int) -> range:
    """Masses that can be weighed, and whose diluent can."""
    most = min(there_is, case.capacity, case.capacity // (fold - 1))
    return range(-(-case.minimum // STEP) * STEP, most + 1, STEP)


def dilutions(made: Plan) -> int:
    return sum("trituration mortar" in getattr(step, "vessel", "") for step in made.steps)


def weighings(made: Plan) -> list[Weigh]:
    return [step for step in made.steps if isinstance(step, Weigh)]


@given(case=cases())
def test_the_planner_finds_what_brute_force_finds_in_no_more_stages(case: Case) -> None:
    best, made = brute(case), planned(case)
    event("none" if best is None else f"{best.stages} dilutions")
    if best is None:
        assert made is None
        return
    assert made is not None
    assert dilutions(made) == best.stages
    assert weighings(made)[0].amount.base == best.first


@given(case=cases())
def test_every_weighing_is_on_the_grid_and_no_capsule_is_off_by_more(case: Case) -> None:
    made = planned(case)
    if made is None:
        return
    for step in weighings(made):
        assert step.amount.base % STEP == 0
        assert step.amount.base >= case.minimum
    outcome = carry_out(made)
    assert not outcome.shortages
    for run in outcome.runs:
        assert run.weighing_error.base <= Fraction(case.largest_error, 100)


def test_a_tenth_of_the_draws_is_diluted_once_and_a_tenth_twice() -> None:
    counted: Counter[int] = Counter()

    @settings(max_examples=200, derandomize=True, database=None)
    @given(case=cases())
    def draw(case: Case) -> None:
        made = planned(case)
        counted[-1 if made is None else dilutions(made)] += 1

    draw()
    drawn = sum(counted.values())
    assert drawn >= 100
    assert counted[0] >= drawn / 10
    assert counted[1] >= drawn / 10
    assert counted[2] >= drawn / 10
