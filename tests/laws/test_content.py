"""What a unit holds: exactly what was ordered where nothing is rounded, and near it where it is."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from math import prod

from hypothesis import assume, event, given, strategies as st

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.origins import Rounded
from ldn_compound.quantity.rounding import Mode
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.strategies import Job, cases
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)
FINEST = Mass.of("1 ng")
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
SHELLS = ("3", "1", "0")  # 0.3, 0.5, 0.68 mL × 0.46 g/mL: 138, 230, 312.8 mg, all on 0.1 mg


@given(
    twentieths=st.integers(1, 200),
    pairs=st.integers(1, 400),
    parts=st.sampled_from((2, 3, 4, 5, 10)),
    whole=st.booleans(),
    shell=st.sampled_from(SHELLS),
    holes=st.sampled_from((50, 100, 300)),
    mode=st.sampled_from(Mode),
)
def test_what_lies_on_the_grid_comes_out_exactly(
    twentieths: int, pairs: int, parts: int, whole: bool, shell: str, holes: int, mode: Mode
) -> None:
    """Steps of 0.05 mg in an even number of capsules lie on 0.1 mg, and so does all else."""
    strength = f"{twentieths // 20}.{twentieths % 20 * 5:02} mg"
    source = PURE if whole else Tablets(strength="50 mg", weight=f"{50 * parts} mg")
    powder = Fraction(twentieths, 20) * (1 if whole else parts)
    assume(powder <= 138)
    bench = Bench(
        balance=Balance(readability="0.1 mg", capacity="10 kg", minimum_weighable="1 mg"),
        machine=CapsuleMachine(holes=holes),
    )
    made = plan(
        Order(
            drug="naltrexone",
            form=Capsules(strength=strength, quantity=2 * pairs, shell=shell),
        ),
        source,
        bench=bench,
        policy=Policy(rounding={"weigh": mode}, most_stages=0),
        on=ON,
    )
    outcome = carry_out(made)
    event(f"runs: {min(len(outcome.runs), 4)}")
    assert made.taken.value == powder * 2 * pairs
    for run in outcome.runs:
        assert run.part.value == 100
        assert run.active.value == Fraction(twentieths, 20)
    assert not outcome.shortages


def _relative(amount: Amount) -> Fraction:
    """How much one rounding changed an amount, as a part of it."""
    if not isinstance(amount.origin, Rounded):
        return Fraction(0)
    before = amount.origin.before.base
    return abs(amount.base - before) / before


def _intended(case: Job, plan: Plan) -> Fraction:
    """Of the strength, what is meant to go in: overage, less what the policy does not correct."""
    overage = case.order.form.overage or case.policy.overage
    below = overage.below is None or case.order.form.strength < overage.below
    extra = overage.part.value / 100 if below else Fraction(0)
    return (1 + extra) * plan.stock.potency.value / plan.potency.value


def _bounds(plan: Plan) -> list[Fraction]:
    """By run: product(1 + relative rounding) − 1 of what carries or dilutes its active.

    The last run gets what the other shares leave: their roundings together are its own.
    """
    shares = [step for step in plan.steps if _is_share(step)]
    runs = [step.units.value for step in plan.steps if step.verb == "encapsulate"]
    carrying = [_relative(plan.taken)]
    if plan.taken_from != plan.source:
        carrying += [_relative(one.amount) for one in plan.steps if _is_of_a_dilution(one)]
    ratios = [_relative(step.amount) for step in shares]
    last = sum(ratio * run / runs[-1] for ratio, run in zip(ratios, runs[:-1], strict=True))
    return [prod(1 + one for one in (*carrying, share)) - 1 for share in (*ratios, last)]


def _is_share(step: object) -> bool:
    return isinstance(step, Weigh) and step.into.startswith("run ")


def _is_of_a_dilution(step: object) -> bool:
    return isinstance(step, Weigh) and "trituration" in step.into + step.what


def _off(case: Job, plan: Plan) -> list[Fraction] | None:
    """By run: how far its content is from what was intended; None where something ran short."""
    outcome = carry_out(plan)
    if outcome.shortages:
        event("ran short")
        return None
    intended = _intended(case, plan)
    return [abs(run.part.value / 100 / intended - 1) for run in outcome.runs]


@given(case=cases())
def test_rounding_moves_the_content_no_more_than_the_roundings_together(
    case: Job, planned: Callable[[Job], Plan | None]
) -> None:
    plan = planned(case)
    off = None if plan is None else _off(case, plan)
    if plan is None or off is None:
        return
    bounds = _bounds(plan)
    event(f"anything rounded: {any(bounds)}")
    assert len(off) == len(bounds)
    assert all(one <= bound for one, bound in zip(off, bounds, strict=True))


@given(case=cases())
def test_a_balance_that_reads_a_nanogram_gives_what_was_ordered(
    case: Job, planned: Callable[[Job], Plan | None]
) -> None:
    """0.08 mg of powder at least, 20 mg of blend in a run: a nanogram is under 1 in 10,000."""
    balance = case.bench.balance.model_copy(
        update={"readability": FINEST, "capacity": Mass.of("10 kg")}
    )
    finer = case._replace(
        bench=case.bench.model_copy(update={"balance": balance}),
        policy=case.policy.model_copy(update={"most_stages": 0}),
    )
    plan = planned(finer)
    off = None if plan is None else _off(finer, plan)
    if off is None:
        return
    event(f"exact: {not any(off)}")
    assert max(off) < Fraction(1, 10_000)
