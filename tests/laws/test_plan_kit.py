"""What holds of every kit that is planned, shared trituration or not."""

from __future__ import annotations

from datetime import date
from itertools import chain

from hypothesis import event, given, strategies as st

from ldn_compound.choosing.kit_plan import KitPlan
from ldn_compound.choosing.plan_kit import plan_kit
from ldn_compound.errors import PlanError
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.kit import kit
from ldn_compound.rules.check import THE_RULE
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

STRENGTHS = ("0.5 mg", "1 mg", "1.5 mg", "3 mg")
COUNTS = st.dictionaries(
    st.sampled_from(STRENGTHS), st.integers(1, 120), min_size=1, max_size=3
).map(lambda counts: dict(sorted(counts.items())))
SOURCES = st.sampled_from(
    (
        Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="99.5 %")),
        Tablets(strength="50 mg", weighed=20, together="3546 mg"),
    )
)
BENCHES = st.sampled_from(
    (
        Bench.usual(),
        Bench(balance=Balance(readability="1 mg", sensitivity="2 mg", capacity="120 g")),
    )
)


def planned(counts: dict[str, int], source: Powder | Tablets, bench: Bench) -> KitPlan | None:
    days = {n: "1 day" if n == 1 else f"{n} days" for n in counts.values()}
    regimen = Regimen(periods=tuple(Period(dose=dose, days=days[n]) for dose, n in counts.items()))
    made = kit(regimen, strengths=tuple(counts), wishes=["capsules a day"])
    try:
        return plan_kit(made, source, on=date(2026, 12, 1), bench=bench)
    except PlanError:
        return None


@given(counts=COUNTS, source=SOURCES, bench=BENCHES)
def test_a_kit_that_is_planned(
    counts: dict[str, int], source: Powder | Tablets, bench: Bench
) -> None:
    made = planned(counts, source, bench)
    event("no plan" if made is None else made.way)
    if made is None:
        return
    assert tuple(int(plan.units.base) for plan in made.plans) == tuple(
        int(one.taken.base) for one in made.kit.contents
    )
    limit, balance = made.policy.largest_weighing_error, made.bench.balance
    trituration = made.trituration
    own = () if trituration is None else trituration.steps
    steps = (*own, *chain.from_iterable(plan.steps for plan in made.plans))
    assert made.weighings == sum(isinstance(step, Weigh) for step in steps)
    assert all(step.amount >= balance.minimum for step in steps if isinstance(step, Weigh))
    assert made.weighings <= made.weighings_separately
    for review in made.reviews:
        assert all(run.weighing_error <= limit for run in review.outcome.runs)
        assert not review.outcome.shortages
    if trituration is None:
        return
    assert made.weighings < made.weighings_separately
    assert all(one.place != THE_RULE for one in trituration.findings)
    assert len(trituration.aliquots) >= 2
    assert trituration.taken <= trituration.source.mass
    for plan in (plan for plan in made.plans if plan.before):
        assert plan.before == own
        whole = plan.model_copy(
            update={
                "before": (),
                "steps": (*own, *plan.steps),
                "supplies": (
                    *trituration.supplies,
                    *(one for one in plan.supplies if one.vessel != trituration.source.vessel),
                ),
            }
        )
        # Making and aliquot in one dry run: the same content and the same worst case, exactly.
        assert carry_out(whole).runs == carry_out(plan).runs
