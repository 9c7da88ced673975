"""The pharmacist's own arithmetic, slow and in plain fractions, against the plan.

Tablets of 50 mg that weigh 177.3 mg, 90 × 4.5 mg: 405 mg ÷ (50 ÷ 177.3) = 1436.13 mg, 1436 mg on
the balance; 1436.13 × 1.02 ÷ 177.3 = 8.26, so 9 tablets; shell 0.50 mL × 0.46 g/mL = 230 mg, and
90 × (230 − 1436 ÷ 90) = 19264 mg of diluent.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from hypothesis import event, given, strategies as st

from ldn_compound.catalog import excipient, shell
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Estimated
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.quantity.rounding import Mode
from ldn_compound.sources.tablets import Tablets
from ldn_compound.strategies import Job, benches, orders, policies, powders, tablets

HALF = Fraction(1, 2)
# g/mol, as the labels print them.
MOLAR_MASS = {
    "naltrexone": Fraction("341.41"),
    "naltrexone hydrochloride": Fraction("377.86"),
    "naltrexone hydrochloride dihydrate": Fraction("413.90"),
}


class Potency(NamedTuple):
    """mg of `of` in each mg: as it is, as the name promises, and with the assay cut at 100 %."""

    of: str
    real: Fraction
    promised: Fraction
    cut: Fraction


def _percent(ratio: Any) -> Fraction:
    return ratio.value / 100


def _tablet_weight(source: Tablets) -> Fraction:
    if source.weight is not None:
        return source.weight.value
    if source.weights:
        return sum((one.value for one in source.weights), Fraction(0)) / len(source.weights)
    used = source.together if source.passed is None else source.passed
    return used.value / source.weighed.value


def _of_tablets(source: Tablets) -> Potency:
    promised = source.strength.value / _tablet_weight(source)
    real = promised if source.assay is None else promised * _percent(source.assay)
    return Potency("naltrexone hydrochloride", real, promised, real)


def _of_powder(source: Any) -> Potency:
    given = source.certificate
    lost = {
        "as is": lambda: Fraction(0),
        "dried": lambda: _percent(given.loss_on_drying),
        "anhydrous": lambda: _percent(given.water) + _percent(given.solvents),
    }[given.basis]()
    assay = _percent(given.assay)
    anhydrous = source.substance.removesuffix(" dihydrate")
    return Potency(
        source.assay_as or anhydrous,
        assay * (1 - lost),
        Fraction(1),
        min(assay, Fraction(1)) * (1 - lost),
    )


def _weighed_by(potency: Potency, policy: Policy) -> Fraction:
    """The potency after the house's corrections."""
    used = potency.real
    if policy.negative_correction == "capped":
        used = potency.cut
    if policy.negative_correction == "none":
        used = min(used, potency.promised)
    if used < potency.promised:
        missing = (potency.promised - used) / potency.promised
        if missing <= _percent(policy.correct_above):
            return potency.promised
    return used


def _on_marks(mass: Fraction, step: Fraction, mode: str) -> Fraction:
    marks, over = floor(mass / step), mass / step - floor(mass / step)
    up = {
        "half up": over >= HALF,
        "half down": over > HALF,
        "half even": over > HALF or (over == HALF and marks % 2 == 1),
        "up": over > 0,
        "ceiling": over > 0,
        "down": False,
        "floor": False,
    }[mode]
    return (marks + up) * step


class ByHand(NamedTuple):
    powder: Fraction
    tablets: int | None
    diluent: Fraction
    shell: Fraction


def _by_hand(case: Job) -> ByHand | None:
    """What the pharmacist would write down; None where it does not work out."""
    order, source, bench, policy, _ = case
    form, step = order.form, bench.balance.readability.value
    units = form.quantity.value + form.spare.value
    potency = _of_tablets(source) if isinstance(source, Tablets) else _of_powder(source)
    content = form.strength.value * MOLAR_MASS[potency.of] / MOLAR_MASS[order.strength_as]
    overage = form.overage or policy.overage
    if overage.below is None or form.strength.value < overage.below.value:
        wanted_content = content * (1 + _percent(overage.part))
    else:
        wanted_content = content
    used = _weighed_by(potency, policy)
    wanted = units * wanted_content / used
    count, there = None, None
    if isinstance(source, Tablets):
        weight = _tablet_weight(source)
        count = ceil(wanted * (1 + _percent(policy.grinding_reserve)) / weight)
        there = count * weight
    powder = _taken(wanted, there, units * content / used, bench, policy)
    if powder == 0:
        return None
    filled = _filled(case, powder / units)
    if filled is None:
        return None
    volume, diluent = filled
    marked = _on_marks(units * diluent, step, policy.rounding.weigh)
    return None if diluent and not marked else ByHand(powder, count, marked, volume)


def _taken(
    wanted: Fraction, there: Fraction | None, full: Fraction, bench: Bench, policy: Policy
) -> Fraction:
    """On the balance's marks; down where up is more than there is, or first passes the limit."""
    step = bench.balance.readability.value
    marked = _on_marks(wanted, step, policy.rounding.weigh)
    if marked <= wanted or wanted < step:
        return marked
    limit = policy.content.high.value
    last = Fraction(1, 10**policy.content.decimals)  # 100.2 % is 100 % where the limit is 100 %
    passes = _on_marks(100 * marked / full, last, "half up") > limit
    passed = _on_marks(100 * wanted / full, last, "half up") > limit
    too_much = there is not None and marked > there
    return floor(wanted / step) * step if too_much or (passes and not passed) else marked


def _filled(case: Job, powder: Fraction) -> tuple[Fraction, Fraction] | None:
    """The shell's volume, and the diluent in one capsule; densities are in g/mL, masses in mg."""
    form, policy = case.order.form, case.policy
    listed = excipient(form.diluent or policy.diluent).tapped
    density = listed if form.fill.density is None else form.fill.density
    if density is None:
        return None
    of_powder = form.fill.powder_density
    if of_powder is None:
        of_powder = case.source.tapped
    if of_powder is None:
        of_powder = density
    if form.shell is not None:
        shells, most = [form.shell.volume.value], Fraction(1)
    else:
        shells = [shell(size).volume.value for size in policy.shells]
        most = _percent(policy.largest_powder_share)
    for volume in shells:
        taken_up = powder / (volume * 1000 * of_powder.value)
        if taken_up <= most:
            return volume, volume * 1000 * density.value * (1 - taken_up)
    return None


@st.composite
def estimated(draw: st.DrawFn) -> Job:
    """Cases whose fill is estimated and that nothing is diluted for."""
    order = draw(orders().filter(lambda one: isinstance(one.form.fill, Estimated)))
    source: Source = draw(st.one_of(tablets(), powders()))
    policy = draw(policies(most_stages=0))
    return Job(
        order, source, draw(benches()), policy, draw(st.dates(date(2014, 1, 1), date(2099, 12, 31)))
    )


@st.composite
def to_the_last_tablet(draw: st.DrawFn) -> Job:
    """Orders that take all that some whole tablets give, with no reserve: 10 × 5 mg from 50 mg."""
    form = Capsules(strength="5 mg", quantity=10 * draw(st.integers(1, 50)), shell="000")
    tenths = draw(st.integers(1000, 9000))
    source = Tablets(strength="50 mg", weight=f"{tenths // 10}.{tenths % 10} mg")
    policy = Policy(
        rounding={"weigh": draw(st.sampled_from(Mode))}, grinding_reserve="0 %", most_stages=0
    )
    order = Order(drug="naltrexone", form=form)
    return Job(order, source, draw(benches()), policy, date(2026, 12, 1))


@given(case=st.one_of(estimated(), to_the_last_tablet()))
def test_powder_tablets_and_diluent_are_as_by_hand(
    case: Job, planned: Callable[[Job], Plan | None]
) -> None:
    plan = planned(case)
    expected = _by_hand(case)
    event(f"base: {case.order.strength_as == 'naltrexone'}, {type(case.source).__name__}")
    assert (plan is None) == (expected is None)
    if plan is None or expected is None:
        return
    weighed = {step.what: step.amount.value for step in plan.steps if step.verb == "weigh"}
    counted = [step.tablets.value for step in plan.steps if step.verb == "count"]
    assert plan.taken.value == expected.powder
    assert weighed.get("diluent", 0) == expected.diluent
    assert counted == ([] if expected.tablets is None else [expected.tablets])
    assert plan.filling.shell.volume.value == expected.shell


def test_the_worked_line_above() -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90, shell="1"))
    source = Tablets(strength="50 mg", weight="177.3 mg")
    worked = _by_hand(Job(order, source, Bench(), Policy(), date(2026, 12, 1)))
    assert worked == ByHand(Fraction(1436), 9, Fraction(19264), HALF)
