"""A preparation for whose way of being kept the chapter has no date."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import edition_for
from ldn_compound.model.plan import Plan
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="BUD702",
    title="There is no date for the way it is kept",
    severity="error",
    rationale="Water without a preservative keeps for 14 days, and only in a refrigerator. At room "
    "temperature the chapter gives it no date at all: what is not used on the day it is made has "
    "nothing to go by. The 2014 edition keeps every liquid with water in a refrigerator.",
    bad="1 mg/mL in purified water, kept at room temperature.",
    good="1 mg/mL in purified water, kept in a refrigerator.",
    remedy="Keep it in a refrigerator; take a preserved vehicle; or state in refrigeration_harms "
    "what cold would do to it, where it would.",
    cites=("usp-795-2023-dating",),
)
def no_default(case: Case) -> Iterator[Breach]:
    plan = case.plan
    if "no default" in [limit.kind for limit in plan.beyond_use.limits]:
        made = plan.bottled
        what = "it" if made is None else f"{made.entry.name}, preserved: {made.preserved}"
        yield Breach(
            "beyond-use date",
            f"{what}, kept at {plan.made.storage}",
            "kept in a refrigerator, or with a date of its own",
            remedy=_remedy(plan),
        )


def _remedy(plan: Plan) -> str:
    """What helps in the edition that dates it; an older one has no date for either exception."""
    edition = edition_for(plan.on, key=plan.beyond_use.edition)
    kind = plan.made.kind
    ways = ["keep it in a refrigerator"]
    if "room" in edition.category(form=kind, water=True, preserved=True).storage:
        ways.append("take a preserved vehicle")
    if edition.category(form=kind, water=True, preserved=False).unless:
        ways.append("state in refrigeration_harms what cold would do to it, where it would")
    *others, last = ways
    said = f"{'; '.join(others)}; or {last}" if others else last
    return f"{said[0].upper()}{said[1:]}."
