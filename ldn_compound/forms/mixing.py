"""From the weighed powder to the filled capsules: diluent, geometric dilution, machine runs."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, total
from ldn_compound.equations.filling import (
    diluent_in_unit,
    equal_volume,
    for_units,
    part_of_amount,
    per_unit,
    share_of_run,
)
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.filling import Chosen
from ldn_compound.model.base import trusted
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.mixing import GUIDANCE
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import (
    MIXING_MORTAR as MORTAR,
    Encapsulate,
    Inspect,
    Mix,
    Package,
    Step,
    Weigh,
)
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding, whole

BOAT = "diluent boat"


def blended(
    powder: Mass,
    *,
    chosen: Chosen,
    units: UnitCount,
    quantity: UnitCount,
    calibrated: bool,
    container: str,
    out_of: str,
    bench: Bench,
    policy: Policy,
) -> tuple[tuple[Step, ...], PerUnit | None]:
    """The steps after the powder is in the mixing mortar, and the net fill of a unit."""
    mode = policy.rounding.weigh
    weigh = bench.balance.roundings[mode]
    wanted = for_units.amount(
        per_unit=diluent_in_unit.amount(
            full_of_diluent=chosen.full_of_diluent, part_filled=chosen.part_filled
        ),
        units=units,
    )
    first = part_of_amount.amount(mass=wanted, part=policy.first_diluent) if calibrated else wanted
    diluent = _weighable(first, weigh)
    steps: list[Step] = []
    blend = powder
    if diluent is not None:
        blend = total(powder, diluent)
        steps += _mixed(powder, diluent, chosen, out_of)
    runs = _runs(units, bench.machine.holes)
    topping = _topping(wanted, diluent) if calibrated and diluent is not None else None
    net_fill = None if calibrated else per_unit.amount(mass=blend, units=units)
    shares = _shares(blend, runs, units, bench.balance, mode)
    steps += _filled(shares, runs, units, chosen, topping, out_of, net_fill)
    steps.append(trusted(Inspect)(units=_weighed_together(units), net_fill=net_fill))
    steps.append(trusted(Package)(units=quantity, container=container))
    return tuple(steps), net_fill


def _weighable(wanted: Mass, weigh: Rounding) -> Mass | None:
    if wanted.base <= 0:
        return None
    try:
        return weigh(wanted)
    except AmountError as error:
        raise PlanError(
            f"diluent {wanted} cannot be weighed: {error}",
            remedy="take a larger shell, so that there is diluent to weigh",
        ) from None


def _topping(wanted: Mass, diluent: Mass) -> Mass:
    """What is left of the diluent wanted, after that which goes in first."""
    if diluent >= wanted:
        raise PlanError(
            f"{diluent} of diluent go in first, and of {wanted} nothing is left to top up with",
            remedy="let less go in first (policy, first_diluent), or take a larger shell",
        )
    return difference(wanted, less=diluent)


def _mixed(powder: Mass, diluent: Mass, chosen: Chosen, out_of: str) -> list[Step]:
    first = equal_volume.amount(
        powder=powder,
        full_of_powder=chosen.full_of_powder,
        full_of_diluent=chosen.full_of_diluent,
    )
    return [
        trusted(Weigh)(
            what="diluent", amount=diluent, out_of=out_of, into=BOAT, carries_active=False
        ),
        trusted(Mix)(vessel=MORTAR, added=BOAT, powder=powder, diluent=diluent, first=first),
    ]


def _runs(units: UnitCount, holes: UnitCount) -> tuple[UnitCount, ...]:
    """Machine runs, as even as can be: 120 on 100 holes are 60 and 60."""
    whole, capacity = int(units.base), int(holes.base)
    count = -(-whole // capacity)
    fewer, larger = divmod(whole, count)
    return tuple(
        _counted(fewer + (number < larger), "the capsule machine's runs") for number in range(count)
    )


@cache
def _counted(number: int, by: str) -> UnitCount:
    return UnitCount.in_base(Fraction(number), Given(by, str(number)))


def _weighed_together(units: UnitCount) -> UnitCount:
    usual = int(fact("capsules_weighed").number)
    return _counted(min(usual, int(units.base)), "the capsules weighed together")


def _shares(
    blend: Mass, runs: tuple[UnitCount, ...], units: UnitCount, balance: Balance, mode: Mode
) -> tuple[Mass, ...]:
    """What all runs but the last are weighed; the last one takes what is left.

    A share is rounded to the mark above or below, so that all of them up to it keep in step with
    the capsules: otherwise the last run would take the rounding of every run before it.
    """
    step = balance.readability.base
    shares: list[Mass] = []
    filled = given = Fraction(0)
    for run in runs[:-1]:
        share = share_of_run.amount(blend=blend, run=run, units=units)
        filled += run.base
        rounded = balance.roundings[mode](share)
        in_step = whole(blend.base * filled / units.base / step, mode) * step - given
        if in_step > rounded.base:
            rounded = balance.roundings[Mode.UP](share)
        elif in_step < rounded.base and share.base >= step:
            rounded = balance.roundings[Mode.DOWN](share)
        given += rounded.base
        shares.append(rounded)
    return tuple(shares)


def _filled(
    shares: tuple[Mass, ...],
    runs: tuple[UnitCount, ...],
    units: UnitCount,
    chosen: Chosen,
    topping: Mass | None,
    out_of: str,
    net_fill: PerUnit | None,
) -> list[Step]:
    """Each run gets its weighed share of the blend, the last one what is left."""
    steps: list[Step] = []
    for number, run in enumerate(runs, start=1):
        vessel = MORTAR
        if number < len(runs):
            vessel = f"run {number}"
            steps.append(
                trusted(Weigh)(
                    what=f"blend for run {number}",
                    amount=shares[number - 1],
                    out_of=MORTAR,
                    into=vessel,
                    carries_active=True,
                )
            )
        if topping is not None:
            from ldn_compound.model.top_up import TopUp

            steps.append(
                trusted(TopUp)(
                    vessel=vessel,
                    units=run,
                    shell=str(chosen.shell),
                    what=chosen.diluent,
                    out_of=out_of,
                    about=GUIDANCE(share_of_run.amount(blend=topping, run=run, units=units)),
                )
            )
            steps.append(trusted(Mix)(vessel=vessel))
        steps.append(
            trusted(Encapsulate)(
                vessel=vessel, units=run, shell=str(chosen.shell), run=number, net_fill=net_fill
            )
        )
    return steps
