"""A user's own source needs the two methods of the Protocol, and nothing else."""

from dataclasses import dataclass
from datetime import date

from ldn_compound import (
    Bench,
    Capsules,
    Mass,
    Order,
    PerTablet,
    Plan,
    Policy,
    Ready,
    Review,
    Solid,
    Tablets,
    carry_out,
    check,
    plan,
)
from ldn_compound.equations.potency import potency_of_tablets


@dataclass(frozen=True)
class Lozenges:
    """Lozenges, ground."""

    strength: PerTablet
    weight: PerTablet

    def stock(self) -> Solid:
        potency = potency_of_tablets(strength=self.strength, weight=self.weight)
        return Solid(
            material="ground lozenge",
            active="naltrexone hydrochloride",
            potency=potency,
            nominal=potency,
            rests_on="by label claim",
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="lozenge jar")


class Unready:
    """It says what it is and not how to have it."""

    def stock(self) -> Solid:
        raise AssertionError


order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90))
tablets = Tablets(strength="50 mg", weight="177.3 mg")
lozenges = Lozenges(PerTablet.of("50 mg"), PerTablet.of("177.3 mg"))

# What passes.
planned: Plan = plan(order, tablets, on=date(2026, 12, 1))
own: Plan = plan(order, lozenges, on=date(2026, 12, 1), bench=Bench(), policy=Policy.usp())
review: Review = check(own)
carry_out(own)

# What does not.
plan(order, Unready(), on=date(2026, 12, 1))  # both: "Unready"
plan(order, "tablets", on=date(2026, 12, 1))  # both: "Source"
plan(order, tablets)  # both: "on"
plan(order, tablets, on="2026-12-01")  # both: "date"
plan(order, tablets, date(2026, 12, 1))  # both: positional
plan(tablets, order, on=date(2026, 12, 1))  # both: "Order"
Order(drug="naltrexone", form=tablets)  # both: "form"
check(carry_out(planned))  # both: "Plan"
planned.taken = Mass.of("1 mg")  # both: "taken"
