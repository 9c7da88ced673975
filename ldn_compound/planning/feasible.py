"""When nothing works: say which balance, or which batch, would make the order feasible."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from ldn_compound.catalog import fact
from ldn_compound.equations.weighing import half_step, minimum_by_sensitivity
from ldn_compound.errors import CompoundError, PlanError
from ldn_compound.model.bench import Balance
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Weigh
from ldn_compound.model.stock import Solid
from ldn_compound.planning.draft import Asked
from ldn_compound.planning.reach import ways
from ldn_compound.planning.settled import settled
from ldn_compound.planning.shortage import shortage, shortage_of_the_order
from ldn_compound.planning.weighings import weighings
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.writing import write

_LARGEST_BATCH = 2**13  # units; a batch no hand-operated machine is asked for
_FINER_DISPLAYS = 2  # displays tried that read a tenth of the one before


def out_of_reach(asked: Asked) -> PlanError:
    """The refusal of an order that no dilution brings within reach, with what would."""
    short = shortage_of_the_order(settled(asked))
    if short is not None:
        return short.refused()
    balance = asked.bench.balance
    within = f"within {asked.policy.most_stages} dilutions"
    if asked.takes_whole_tablets:
        within = "without a dilution, which whole tablets are not put through,"
    problem = (
        f"no way {within} keeps every weighing at "
        f"{write(balance.minimum)} or more and a unit within "
        f"{write(asked.policy.largest_weighing_error)}"
    )
    answers = [said for said in (_finer_balance(asked), _larger_batch(asked)) if said]
    if not answers:
        readability = write(balance.readability)
        answers = [f"divide the work otherwise: no balance that reads {readability} or less helps"]
    return PlanError(problem, remedy=" or ".join(answers))


def _works(asked: Asked) -> bool:
    """Whether there is a plan, of material that there is, and within the limits of content."""
    try:
        found = next(ways(settled(asked)), None)
        return found is not None and shortage(found) is None and _holds_enough(found)
    except CompoundError:
        return False


def _holds_enough(plan: Plan) -> bool:
    """Whether a unit is within its limits at the worst of the weighings, or was never meant to be.

    Otherwise a refusal would name what is refused in its turn. Where an overage alone reaches the
    limit no balance helps, and then it is not asked for.
    """
    stock, limits = plan.stock, plan.policy.content
    carries = stock.potency if isinstance(stock, Solid) else stock.concentration
    whole = plan.strength_in_source.base * plan.units.base / carries.base
    if not limits.low.base < plan.wanted.base / whole < limits.high.base:
        return True
    asks = weighings(
        (*plan.before, *plan.steps),
        deciders=plan.deciders.values(),
        error=plan.bench.balance.error,
    )
    held = (plan.taken.base / whole * worst for worst in (asks.low, asks.high))
    return all(limits.holds(Ratio.in_base(part, Given("tried", ""))) for part in held)


def _finer_balance(asked: Asked) -> str:
    """A balance that would do: of the display there is, else of one that reads less."""
    balance = asked.bench.balance
    for tenths in range(_FINER_DISPLAYS + 1):
        read = balance.model_copy(
            update={"readability": _tried(balance.readability.base / 10**tenths)}
        )
        said = _of_display(asked, read)
        if said:
            reads = f"that reads {write(read.readability)}, " if tenths else ""
            return f"use a balance {reads}{said}"
    return ""


def _of_display(asked: Asked, balance: Balance) -> str:
    """The largest minimum weighable that would do, and the least capacity that does with it."""
    step = balance.readability.base
    finest = minimum_by_sensitivity(
        sensitivity=half_step(readability=balance.readability),
        accepted_error=balance.error_accepted,
    )
    marks_below = ceil(finest.base / step) - 1
    # The minimum need not lie on a mark: up to the next one, nothing works.
    least = _last(
        lambda steps: _works(_with(asked, balance, (marks_below + steps) * step)),
        ceil(balance.minimum.base / step) - marks_below,
    )
    if least == 0:
        return ""
    minimum = _tried((marks_below + least) * step)
    full = int(balance.capacity.base / step)
    short = _last(
        lambda steps: not _works(_with(asked, balance, minimum.base, capacity=steps * step)), full
    )
    capacity = _tried((short + 1) * step)
    found = next(ways(settled(_with(asked, balance, minimum.base, capacity=capacity.base))))
    weighed = (one.amount for one in found.steps if isinstance(one, Weigh))
    # What is weighed without a dilution is held against the capacity by a rule, not here.
    return (
        f"with a minimum weighable of {write(minimum)} or less {_accepting(balance)}"
        f"and a capacity of {write(max(capacity, *weighed))} or more"
    )


def _with(
    asked: Asked, balance: Balance, minimum: Fraction, *, capacity: Fraction | None = None
) -> Asked:
    """The same on a balance of that readability and accepted error."""
    finer = Balance(
        readability=balance.readability,
        capacity=balance.capacity if capacity is None else _tried(capacity),
        minimum_weighable=_tried(minimum),
        accepted_error=balance.error_accepted,
    )
    return asked._replace(bench=asked.bench.model_copy(update={"balance": finer}))


def _tried(base: Fraction) -> Mass:
    return Mass.in_base(base, Given("tried", f"{base} mg"))


def _accepting(balance: Balance) -> str:
    """The accepted error that the minimum goes with, where it is not the usual one."""
    if balance.error_accepted == fact("largest_weighing_error").amount(Ratio):
        return ""
    return f"(at {write(balance.error_accepted)} accepted error) "


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
