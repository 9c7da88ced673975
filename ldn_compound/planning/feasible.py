"""When nothing works: say which balance, or which batch, would make the order feasible."""

from __future__ import annotations

from collections.abc import Callable

from ldn_compound.errors import CompoundError, PlanError
from ldn_compound.model.bench import Balance
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.reach import ways
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.writing import write

_LARGEST_BATCH = 2**13  # units; a batch no hand-operated machine is asked for


def out_of_reach(asked: Asked) -> PlanError:
    """The refusal of an order that no dilution brings within reach, with what would."""
    balance = asked.bench.balance
    problem = (
        f"no way within {asked.policy.most_stages} dilutions keeps every weighing at "
        f"{write(balance.minimum)} or more and a unit within "
        f"{write(asked.policy.largest_weighing_error)}"
    )
    answers = [said for said in (_finer_balance(asked), _larger_batch(asked)) if said]
    remedy = " or ".join(answers) if answers else "divide the work otherwise: no balance helps"
    return PlanError(problem, remedy=remedy)


def _works(asked: Asked) -> bool:
    try:
        return next(ways(asked), None) is not None
    except CompoundError:
        return False


def _finer_balance(asked: Asked) -> str:
    balance = asked.bench.balance
    step = balance.readability.base

    def with_minimum(steps: int) -> Asked:
        minimum = Mass.in_base(steps * step, Given("tried", f"{steps * step} mg"))
        finer = Balance(
            readability=balance.readability,
            capacity=balance.capacity,
            minimum_weighable=minimum,
            accepted_error=balance.error_accepted,
        )
        return asked._replace(bench=asked.bench.model_copy(update={"balance": finer}))

    largest = _last(lambda steps: _works(with_minimum(steps)), int(balance.minimum.base / step))
    if largest == 0:
        return ""
    minimum = with_minimum(largest).bench.balance.minimum
    return (
        f"use a balance with a minimum weighable of {write(minimum)} or less "
        f"and a capacity of {write(balance.capacity)}"
    )


def _larger_batch(asked: Asked) -> str:
    form = asked.form

    def with_more(count: int) -> Asked:
        larger = asked.order.model_copy(update={"form": form.of_size(count)})
        return asked._replace(order=larger, form=larger.form)

    size = form.size
    larger = size
    while larger <= _LARGEST_BATCH and not _works(with_more(larger)):
        larger *= 2
    if larger > _LARGEST_BATCH:
        return ""
    short = _last(lambda more: not _works(with_more(size + more)), larger - size)
    return f"make at least {form.size_said(size + short + 1)} at once"


def _last(holds: Callable[[int], bool], beyond: int) -> int:
    """The last number before `beyond` for which it holds, if it holds from 1 on; else 0."""
    low, high = 0, beyond
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
