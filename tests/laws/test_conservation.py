"""Nothing is lost and nothing appears: what the steps take in is what is filled and left over."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from hypothesis import event, given

from ldn_compound.model.plan import Plan
from ldn_compound.strategies import Job, cases
from ldn_compound.verify.ledger import Ledger
from ldn_compound.verify.outcome import carry_out

REST = "rest of the drug's material"


def _put_in(plan: Plan) -> Counter[str]:
    """By constituent: tablets counted, what stood in jars, and what came out of endless ones."""
    put = Counter[str]()

    def of_material(mass: Fraction, potency: Fraction) -> None:
        put[plan.stock.active] += mass * potency
        put[REST] += mass * (1 - potency)

    out_of = Counter[str]()
    for step in plan.steps:
        if step.verb == "count":
            tablets = step.tablets.value
            if step.held is not None:
                tablets = min(tablets, step.held.value)
            of_material(tablets * step.weight.value, step.strength.value / step.weight.value)
        elif step.verb == "weigh":
            out_of[step.out_of] += step.amount.value
        elif step.verb == "top_up":
            out_of[step.out_of] += step.about.value
    for supply in plan.supplies:
        mass = out_of[supply.vessel] if supply.held is None else supply.held.value
        if supply.potency is None:
            put[supply.material] += mass
        else:
            of_material(mass, supply.potency.value / 100)
    return put


def _come_out(plan: Plan) -> Counter[str]:
    """By constituent: in the units of every run, and in every vessel at the end."""
    came = Counter[str]()
    pure = {plan.stock.active} | {one.material for one in plan.supplies if one.potency is None}
    ledger = Ledger(plan)
    contents = [filled.contents for filled in ledger.filled]
    contents += [held for _, held in ledger.remaining()]
    for held in contents:
        for name, mass in held.items():
            came[name if name in pure else REST] += mass.value
    return came


def _without_nothing(masses: Counter[str]) -> dict[str, Fraction]:
    return {name: mass for name, mass in masses.items() if mass}


@given(case=cases())
def test_mass_is_conserved_exactly_for_each_constituent(
    case: Job, planned: Callable[[Job], Plan | None]
) -> None:
    plan = planned(case)
    if plan is None:
        return
    put = _without_nothing(_put_in(plan))
    event(f"constituents: {len(put)}")
    assert _without_nothing(_come_out(plan)) == put


@given(case=cases())
def test_the_outcome_accounts_for_all_of_it(
    case: Job, planned: Callable[[Job], Plan | None]
) -> None:
    plan = planned(case)
    if plan is None:
        return
    outcome = carry_out(plan)
    event(f"ran short: {bool(outcome.shortages)}")
    put = _put_in(plan)
    left = [one for vessel in outcome.left_over for one in vessel.constituents]
    filled = sum(run.net_fill.value * run.units.value for run in outcome.runs)
    assert filled + sum(one.mass.value for one in left) == sum(put.values())
    active = sum(run.active.value * run.units.value for run in outcome.runs)
    of_active = sum(one.mass.value for one in left if one.name == plan.stock.active)
    assert active + of_active == put[plan.stock.active]
    above = any(one.potency is not None and one.potency.base > 1 for one in plan.supplies)
    if not above:  # above 100 % of drug, what is not drug counts negative
        assert all(one.mass.value > 0 for one in left)
    assert sum(run.units.value for run in outcome.runs) == plan.units.value
