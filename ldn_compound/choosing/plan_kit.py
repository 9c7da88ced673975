"""Plan every strength of a kit from one source; share a trituration where that saves weighings.

63 capsules of 0.5 mg and 21 of 1 mg of pure powder: two triturations are 2 × 2 weighings, and one
that both take an aliquot of is 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from ldn_compound.catalog.studies import Study
from ldn_compound.choosing.kit_plan import Aliquot, KitPlan, TriturationMade, weighings_in
from ldn_compound.errors import KindError, PlanError
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.named import NamedTuple
from ldn_compound.planning.draft import Asked, each_once
from ldn_compound.planning.kit import Kit, orders
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.planning.plan import plan
from ldn_compound.planning.preparation import dated
from ldn_compound.planning.settled import settled
from ldn_compound.planning.shared_trituration import Shared, shared, shared_as_stated
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.check import THE_RULE, check
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.rule import HouseRule
from ldn_compound.sources.shared_trituration import SharedTrituration
from ldn_compound.sources.trituration import Trituration


class _Sharing(NamedTuple):
    """Which of the orders share a trituration, and the weighings of all orders then."""

    weighings: int
    members: tuple[int, ...]
    shared: Shared


def plan_kit(
    kit: Kit,
    source: Source,
    *,
    on: date,
    bench: Bench | None = None,
    policy: Policy | None = None,
    drug: str = DRUG,
    strength_as: str = STRENGTH_AS,
    avoid: tuple[str, ...] = (),
    also: Iterable[HouseRule] = (),
    studies: tuple[Study, ...] = (),
) -> KitPlan:
    """Each strength of `kit` planned from `source`, made on the day `on`, and reviewed.

    Strengths that would each need a trituration of their own share one where that takes fewer
    weighings. PlanError names the strength for which there is no plan. `also` are the house's own
    rules, as for `check`, and `studies` those that date what is made, as for `plan`.
    """
    if not isinstance(kit, Kit):
        raise KindError(f"{kit!r} is no kit: make one with kit(regimen)")
    stands, house, rules = bench or Bench.usual(), policy or Policy.usp(), tuple(also)
    asked = orders(kit, drug=drug, strength_as=strength_as, avoid=avoid)
    plans = [_planned(order, source, on, stands, house, studies) for order in asked]
    separately = sum(weighings_in(one.steps) for one in plans)
    sharing = _sharing(plans)
    saves = sharing is not None and sharing.weighings < separately
    made = None
    if sharing is not None and saves:
        for member, taken_from_it in zip(sharing.members, sharing.shared.plans, strict=True):
            plans[member] = dated(taken_from_it, studies=studies)
        made = trituration_made(
            sharing.shared.trituration, [plans[one] for one in sharing.members], rules
        )
    return KitPlan(
        kit=kit,
        on=on,
        bench=stands,
        policy=house,
        way="shared" if saves else "separately",
        weighings_separately=separately,
        weighings_shared=None if sharing is None else sharing.weighings,
        trituration=made,
        reviews=tuple(check(one, also=rules) for one in plans),
    )


def _planned(
    order: Order,
    source: Source,
    on: date,
    bench: Bench,
    policy: Policy,
    studies: tuple[Study, ...],
) -> Plan:
    try:
        return plan(order, source, on=on, bench=bench, policy=policy, studies=studies)
    except PlanError as error:
        strength = strength_text(order.form.strength)
        raise PlanError(f"{strength}: {error.problem}", remedy=error.remedy) from None


def _sharing(plans: list[Plan]) -> _Sharing | None:
    """The trituration with which all take fewest weighings; of equals, the one that most share.

    For strengths that need one of their own; or the house's, of those that are taken from it.
    """
    own = {number: making for number, one in enumerate(plans) if (making := _making(one))}
    separately = sum(weighings_in(one.steps) for one in plans)
    best = _of_the_house(plans)
    for size in range(len(own), 1, -1):
        for members in combinations(own, size):
            each = [own[member] for member in members]
            # What serves all of them serves the one that needs most stages.
            at_best = separately - sum(each) + max(each)
            if best is not None and best.weighings <= at_best:
                continue
            found = shared(tuple(_asked(plans[member]) for member in members))
            if found is not None:
                way = _Sharing(_weighings(plans, members, found), members, found)
                best = way if best is None or way.weighings < best.weighings else best
    return best


def _of_the_house(plans: list[Plan]) -> _Sharing | None:
    """The house's own trituration, where it is the source and several strengths take of it."""
    members = tuple(n for n, one in enumerate(plans) if one.taken_from == one.source)
    if len(members) < 2:
        return None
    found = shared_as_stated(tuple(_asked(plans[member]) for member in members))
    return None if found is None else _Sharing(_weighings(plans, members, found), members, found)


def _making(planned: Plan) -> int:
    """The weighings that its own trituration takes to be made; 0 where it has none."""
    trituration = planned.taken_from
    if not isinstance(trituration, Trituration) or trituration == planned.source:
        return 0
    ready = trituration.prepare(trituration.mass, bench=planned.bench, policy=planned.policy)
    return weighings_in(ready.steps)


def _asked(planned: Plan) -> Asked:
    order = planned.order
    return settled(
        Asked(order, planned.source, planned.bench, planned.policy, planned.on, order.form)
    )


def _weighings(plans: list[Plan], members: tuple[int, ...], found: Shared) -> int:
    others = (one for number, one in enumerate(plans) if number not in members)
    making = weighings_in(found.plans[0].before)
    return making + sum(weighings_in(one.steps) for one in (*found.plans, *others))


def trituration_made(
    trituration: SharedTrituration, plans: Sequence[Plan], also: tuple[HouseRule, ...] = ()
) -> TriturationMade:
    """The trituration as a preparation of its own, and what the rules find of its steps."""
    first = plans[0]
    making = trituration.making(bench=first.bench, policy=first.policy)
    return TriturationMade(
        source=trituration,
        steps=making.steps,
        supplies=each_once(making.supplies),
        aliquots=tuple(
            Aliquot(strength=one.order.form.strength, taken=_mass(one)) for one in plans
        ),
        findings=_findings(
            first.model_copy(
                update={"steps": making.steps, "supplies": making.supplies, "before": ()}
            ),
            also,
        ),
    )


def _mass(planned: Plan) -> Mass:
    assert isinstance(planned.taken, Mass)
    return planned.taken


def _findings(making: Plan, also: tuple[HouseRule, ...]) -> tuple[Finding, ...]:
    """Of a plan whose steps end with the trituration: what concerns one of these steps.

    What concerns the source or the order stands in the review of each strength; a rule that could
    not be judged is named here too.
    """
    return tuple(
        one
        for one in check(making, also=also).findings
        if one.step is not None or one.place == THE_RULE
    )
