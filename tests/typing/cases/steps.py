"""Steps: a match that answers every verb is complete, and one that forgets a verb is told which."""

from typing import assert_never

from ldn_compound.model.liquid_steps import BringTo, MeasureOut
from ldn_compound.model.steps import (
    Comminute,
    Count,
    Encapsulate,
    Inspect,
    Mix,
    Package,
    Sieve,
    Step,
    Weigh,
)
from ldn_compound.model.top_up import TopUp
from ldn_compound.quantity.kinds import Mass, TabletCount, Volume


def verb(step: Step) -> str:
    """Every verb there is."""
    match step:
        case Count() | Comminute() | Sieve() | Weigh() | MeasureOut():
            return step.verb
        case BringTo() | Mix() | TopUp() | Encapsulate() | Package() | Inspect():
            return step.verb
        case _:
            assert_never(step)


def forgetful(step: Step) -> str:
    """Whoever prints steps must not leave one out."""
    match step:
        case Count() | Comminute() | Sieve() | Weigh() | MeasureOut():
            return step.verb
        case BringTo() | Mix() | TopUp() | Encapsulate() | Package():
            return step.verb
        case _:
            assert_never(step)  # both: "Inspect"


def weighed(step: Step) -> Mass | Volume | TabletCount | None:
    """A step's amount is of its kind."""
    if isinstance(step, Count):
        return step.tablets
    if isinstance(step, MeasureOut):
        return step.volume
    return step.amount if isinstance(step, Weigh) else None


def changed(step: Weigh) -> None:
    """A step does not change."""
    step.amount = Mass.of("1 mg")  # both: "amount"


def misread(step: Weigh) -> Volume:
    """A mass is no volume."""
    return step.amount  # mypy: got "Mass" ; pyright: "Mass"
