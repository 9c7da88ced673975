"""Which weighings and measurings decide what a finished unit holds.

165 mg of a trituration is weighed, which 510 mg of drug and 4590 mg of diluent went into: three
weighings decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ldn_compound.model.steps import Step, Weigh

if TYPE_CHECKING:
    from ldn_compound.model.liquid_steps import BringTo, MeasureOut

    Decider = Weigh | MeasureOut | BringTo


def deciding(steps: tuple[Step, ...]) -> dict[str, tuple[Decider, ...]]:
    """By vessel that fills units: the weighings and measurings that decide what a unit holds.

    A vessel that shares were weighed out of fills its units with what is left, which is checked
    on the balance: that counts as one more weighing, of a share's size.
    """
    came_from: dict[str, set[str]] = {}
    into: dict[str, list[Decider]] = {}
    shares: dict[str, Weigh] = {}
    filling: list[str] = []
    for step in steps:
        match step.verb:
            case "weigh" | "measure":
                vessel, out_of = step.into, step.out_of
                came_from.setdefault(vessel, set()).add(out_of)
                if step.carries_active:
                    into.setdefault(vessel, []).append(step)
                    if step.verb == "weigh":
                        shares[out_of] = step
            case "mix":
                if added := step.added:
                    came_from.setdefault(step.vessel, set()).add(added)
            case "bring_to":
                if step.carries_active:
                    into.setdefault(step.vessel, []).append(step)
            case "encapsulate":
                filling.append(step.vessel)
            case "package" if step.vessel:
                filling.append(step.vessel)
    found: dict[str, tuple[Decider, ...]] = {}
    for vessel in filling:
        behind = _behind(vessel, came_from)
        deciders = [one for name, ones in into.items() if name in behind for one in ones]
        if vessel in shares:
            deciders.append(shares[vessel])
        found[vessel] = tuple(deciders)
    return found


def _behind(vessel: str, came_from: Mapping[str, set[str]]) -> set[str]:
    """The vessel and every one that something in it came from."""
    seen: set[str] = set()
    ahead = [vessel]
    while ahead:
        one = ahead.pop()
        if one not in seen:
            seen.add(one)
            ahead += came_from.get(one, ())
    return seen
