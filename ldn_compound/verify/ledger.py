"""A ledger of vessels and what they hold, step by step, without the planner's equations.

Taking 1436 mg out of 1595.7 mg of ground tablet takes the same part of the drug and of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from ldn_compound.equations.balance import (
    active_of_tablets,
    carried,
    carried_by_volume,
    constituent_of,
    dissolved_in,
    held_together,
    left,
    poured,
    rest_of,
    short,
    tablets_short,
    tablets_taken,
    tablets_weigh,
    taken,
    volume_left,
    volume_short,
    volume_taken,
)
from ldn_compound.model.plan import Plan
from ldn_compound.model.steps import Count, Step
from ldn_compound.model.stock import Supply
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Mass, UnitCount, Volume
from ldn_compound.quantity.origins import Given

if TYPE_CHECKING:
    from ldn_compound.model.liquid_steps import MeasureOut

Contents = dict[str, Mass]


class Filled(NamedTuple):
    """Units filled in one run, and all that is in them."""

    run: int
    units: UnitCount
    vessel: str
    contents: Contents


class Short(NamedTuple):
    """What a step wanted of a vessel, and how much of it was not there."""

    step: int
    vessel: str
    wanted: Mass | Volume
    short: Mass | Volume


class Ledger:
    """Vessels, filled and emptied by steps in their order."""

    def __init__(self, plan: Plan) -> None:
        self.active = plan.stock.active
        self.vessels: dict[str, Contents] = {}
        self.volumes: dict[str, Volume] = {}
        self.unbounded: dict[str, Supply] = {}
        self.filled: list[Filled] = []
        self.shortages: list[Short] = []
        for supply in plan.supplies:
            vessel = supply.vessel
            if (volume := supply.volume) is not None:
                self.volumes[vessel] = volume
                self.vessels[vessel] = self._of_liquid(supply, volume)
            elif (held := supply.held) is not None:
                self.vessels[vessel] = self._of_supply(supply, held)
            else:
                self.unbounded[vessel] = supply
        for number, step in enumerate(plan.steps, start=1):
            self._do(number, step)

    def _do(self, number: int, step: Step) -> None:
        match step.verb:
            case "weigh":
                self._pour(step.into, self._take(number, step.out_of, step.amount))
            case "mix":
                if added := step.added:
                    self._pour(step.vessel, self.vessels.pop(added, {}))
            case "encapsulate":
                self._fill(step.run, step.units, step.vessel)
            case "count":
                self._count(number, step)
            case "measure":
                self._pour(step.into, self._measure(number, step))
            case "bring_to":
                self.volumes[step.vessel] = step.volume
            case "top_up":
                self._pour(step.vessel, self._take(number, step.out_of, step.about))
            case "package":
                if vessel := step.vessel:
                    self._fill(1, step.units, vessel)
            case "comminute" | "sieve" | "inspect":
                pass
            case verb:
                assert_never(verb)

    def _fill(self, run: int, units: UnitCount, vessel: str) -> None:
        self.filled.append(Filled(run, units, vessel, self.vessels.pop(vessel, {})))

    def _count(self, number: int, step: Count) -> None:
        tablets, weight = step.tablets, step.weight
        if step.held is not None:
            tablets = tablets_taken.amount(wanted=step.tablets, held=step.held)
            if tablets.base < step.tablets.base:
                missing = tablets_short.amount(wanted=step.tablets, taken=tablets)
                self.shortages.append(
                    Short(
                        number,
                        step.what,
                        tablets_weigh.amount(tablets=step.tablets, weight=weight),
                        tablets_weigh.amount(tablets=missing, weight=weight),
                    )
                )
        mass = tablets_weigh.amount(tablets=tablets, weight=weight)
        active = active_of_tablets.amount(tablets=tablets, strength=step.strength)
        self._pour(
            step.into,
            {
                self.active: active,
                f"rest of {step.what}": rest_of.amount(mass=mass, constituent=active),
            },
        )

    def _of_supply(self, supply: Supply, mass: Mass) -> Contents:
        material, potency = supply.material, supply.potency
        if potency is None:
            return {material: mass}
        active = constituent_of.amount(mass=mass, part=potency)
        return {
            self.active: active,
            f"rest of {material}": rest_of.amount(mass=mass, constituent=active),
        }

    def _of_liquid(self, supply: Supply, volume: Volume) -> Contents:
        """The drug in a volume of it; the liquid itself is not weighed."""
        if supply.concentration is None:
            return {}
        return {self.active: dissolved_in.amount(volume=volume, concentration=supply.concentration)}

    def _measure(self, number: int, step: MeasureOut) -> Contents:
        vessel = step.out_of
        if vessel in self.unbounded:
            return self._of_liquid(self.unbounded[vessel], step.volume)
        held = self.volumes.get(vessel, Volume.in_base(Fraction(0), Given("the ledger", "0 mL")))
        got = volume_taken.amount(wanted=step.volume, held=held)
        if got.base < step.volume.base:
            missing = volume_short.amount(wanted=step.volume, taken=got)
            self.shortages.append(Short(number, vessel, step.volume, missing))
        contents = self.vessels.get(vessel, {})
        out = {
            name: carried_by_volume.amount(content=content, taken=got, held=held)
            for name, content in contents.items()
        }
        self.vessels[vessel] = {
            name: left.amount(held=content, taken=out[name]) for name, content in contents.items()
        }
        self.volumes[vessel] = volume_left.amount(held=held, taken=got)
        return out

    def _take(self, number: int, vessel: str, wanted: Mass) -> Contents:
        if vessel in self.unbounded:
            return self._of_supply(self.unbounded[vessel], wanted)
        contents = self.vessels.get(vessel)
        if not contents:
            if not wanted.is_zero:
                self.shortages.append(Short(number, vessel, wanted, wanted))
            return {}
        held = held_together.amount(constituents=tuple(contents.values()))
        got = taken.amount(wanted=wanted, held=held)
        out = {
            name: carried.amount(content=content, taken=got, held=held)
            for name, content in contents.items()
        }
        self.vessels[vessel] = {
            name: left.amount(held=content, taken=out[name]) for name, content in contents.items()
        }
        if got.base < wanted.base:
            self.shortages.append(
                Short(number, vessel, wanted, short.amount(wanted=wanted, taken=got))
            )
        return out

    def _pour(self, vessel: str, contents: Contents) -> None:
        held = self.vessels.setdefault(vessel, {})
        for name, mass in contents.items():
            held[name] = poured.amount(held=held[name], added=mass) if name in held else mass

    def remaining(self) -> Iterator[tuple[str, Contents]]:
        """Vessels with what they hold at the end."""
        for vessel, contents in self.vessels.items():
            held = {name: mass for name, mass in contents.items() if not mass.is_zero}
            if held:
                yield vessel, held
