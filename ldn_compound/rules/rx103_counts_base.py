"""An order that counts naltrexone base."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.model.order import STRENGTH_AS
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.rules.strengths import Dose, strength_as_salt, units


@rule(
    code="RX103",
    title="The strength counts naltrexone base",
    severity="warning",
    rationale="Tablets, and nearly all capsules of low doses, count the hydrochloride. The same "
    "milligrams of base are 10.7 % more drug: enough to miss 90.0 to 110.0 % by themselves.",
    bad="4.5 mg of base made for a prescription that meant 4.5 mg of hydrochloride: 4.98 mg.",
    good="4.5 mg of naltrexone hydrochloride.",
    remedy="Ask the prescriber which of the two is meant; print the salt form on the label.",
    cites=("usp-naltrexone-tablets", "usp-7"),
    of="strength as base",
)
def counts_base(case: Case) -> Iterator[Breach]:
    plan = case.plan
    if plan.order.strength_as == STRENGTH_AS:
        return
    whole = Dose("order, all of it", plan.strength, strength_as_salt(plan))
    for dose in tuple(units(plan)) or (whole,):
        unit = "preparation" if dose is whole else "capsule"
        base, salt = write(dose.ordered, unit=unit), write(dose.salt, unit=unit)
        yield Breach(
            dose.place,
            f"{base} of {plan.order.strength_as} (base) is {salt} of {STRENGTH_AS}",
            f"strengths count {STRENGTH_AS} as a rule",
        )
