"""What the label has to say, in the words to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import label
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.records.sheet import Block, Box, Fact, Facts, Heading
from ldn_compound.records.words import counted, each, listed, said
from ldn_compound.rules.avoidance import declared


def label_words(plan: Plan) -> tuple[Block, ...]:
    """The label's lines, those on the container first."""
    return (Heading("On the label"), Facts(tuple(_lines(plan))))


def _lines(plan: Plan) -> Iterator[Fact]:
    yield Fact("Number", value=Box("internal identification number"))
    yield Fact("Drug", value=_drug(plan))
    yield Fact("Strength", value=_strength(plan))
    yield Fact("Dosage form", value=_form(plan))
    yield Fact("Quantity", value=_quantity(plan))
    yield Fact("Beyond-use date", value=plan.beyond_use.date.isoformat())
    yield Fact("Storage", value=" ".join(_storage(plan)))
    for caution in _cautions(plan):
        yield Fact("Caution", value=label(caution).text)
    held = declared(plan)
    if held.contains:
        yield Fact("Contains", value=listed(held.contains))
    if held.may_contain:
        yield Fact("May contain", value=f"{listed(held.may_contain)}: read the tablets' label")
    yield Fact("Beside it", value=label("compounded").text)


def _cautions(plan: Plan) -> tuple[str, ...]:
    """The cautions by the names of their words."""
    shaken = plan.bottled is not None and plan.bottled.suspension
    return (*(("shake",) if shaken else ()), "opioids", "opioid_free")


def _drug(plan: Plan) -> str:
    """By the name that the strength counts, the salt or the base; never by a nickname."""
    return counted(plan.order.strength_as)


def _strength(plan: Plan) -> str:
    match plan.made:
        case Filling():
            return f"{each(plan.strength)} in each capsule"
        case made:
            return f"{each(made.concentration)} in each mL"


def _form(plan: Plan) -> str:
    match plan.made:
        case Filling():
            return "capsules, by mouth"
        case made:
            return f"oral {'suspension' if made.suspension else 'solution'}, by mouth"


def _quantity(plan: Plan) -> str:
    """What was ordered; spare units are not dispensed."""
    match plan.made:
        case Filling():
            form = plan.order.form
            return said(form.quantity if isinstance(form, Capsules) else plan.units)
        case made:
            return said(made.volume)


def _storage(plan: Plan) -> tuple[str, str]:
    cold = plan.made.storage == "refrigerator"
    return label("refrigerator" if cold else "room").text, label("light").text
