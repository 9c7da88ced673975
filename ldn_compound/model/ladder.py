"""Doses at even steps, up or down to a target that no step passes.

Up by 1.5 mg from 1 mg to 3 mg: 1, 2.5 and, where the full step would be 4 mg, 3 mg.
"""

from collections.abc import Callable

from pydantic import ConfigDict

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, total
from ldn_compound.equations.regimen import stepped_down, stepped_up
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.period import Period, TimesADay
from ldn_compound.model.stated import Maybe, Stated, unstated
from ldn_compound.quantity.kinds import Days, Mass
from ldn_compound.quantity.origins import Derived


class Ladder(Base, frozen=True):
    """Doses at even steps."""

    model_config = ConfigDict(title="the regimen")

    start: Stated[Mass]
    step: Stated[Mass]
    every: Stated[Days]
    target: Stated[Mass]
    hold: Maybe[Days] = unstated()
    times_a_day: TimesADay = 1

    def periods(self, stepped: Callable[..., Mass]) -> tuple[Period, ...]:
        """A period for each dose from the start to the target, which is held."""
        self._refuse_too_many()
        doses = [self.start]
        while doses[-1] != self.target:
            doses.append(stepped(dose=doses[-1], step=self.step, target=self.target))
        hold = self.every if self.hold is None else self.hold
        return tuple(
            Period(
                dose=dose,
                days=hold if dose == self.target else self.every,
                times_a_day=self.times_a_day,
            )
            for dose in doses
        )

    def _refuse_too_many(self) -> None:
        steps = -(-abs(self.target.base - self.start.base) // self.step.base)
        most = fact("most_periods").number
        if steps >= most:
            raise AmountError(
                f"steps of {self.step} from {self.start} to {self.target}: {steps + 1} periods, "
                f"and {most} are the most; write a larger step"
            )


def cut_short(dose: Mass) -> str:
    """What to say of a dose whose full step would have passed the target."""
    origin = dose.origin
    if not isinstance(origin, Derived):
        return ""
    inputs = dict(origin.inputs)
    if origin.equation.name not in (stepped_up.name, stepped_down.name):
        return ""
    start, step = inputs["dose"], inputs["step"]
    assert isinstance(start, Mass)
    assert isinstance(step, Mass)
    up = origin.equation.name == stepped_up.name
    full = total(start, step) if up else difference(start, less=step)
    if full == dose:
        return ""
    way = "up" if up else "down"
    over = f"{full}" if full.base > 0 else "nothing"
    return (
        f"a step of {step} {way} from {start} would be {over}; this one ends at the target, {dose}"
    )
