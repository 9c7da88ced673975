"""Which shell, and how much of the diluent and of the drug's powder fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.catalog import shell as catalogued, sizes
from ldn_compound.catalog.entries import Excipient
from ldn_compound.equations.filling import full_of, mean_fill, part_filled, smallest_shell
from ldn_compound.errors import PlanError
from ldn_compound.forms.fills import Estimated, Fill
from ldn_compound.model.base import trusted
from ldn_compound.model.policy import Policy
from ldn_compound.model.shell import Shell
from ldn_compound.model.stock import Solid
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Density, PerUnit, Ratio
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.forms.house_fills import Packed


class Chosen(NamedTuple):
    """A shell, how much fills it, and what was taken for granted in that."""

    shell: Shell
    diluent: str
    full_of_diluent: PerUnit
    full_of_powder: PerUnit
    part_filled: Ratio
    assumptions: tuple[str, ...]


class _Room(NamedTuple):
    full_of_diluent: PerUnit
    full_of_powder: PerUnit
    assumptions: tuple[str, ...]


def filling(
    powder: PerUnit,
    *,
    shell: Shell | None,
    diluent: Excipient,
    fill: Fill,
    stock: Solid,
    policy: Policy,
) -> Chosen:
    """The shell given, or the first of the house's in which the powder leaves room enough."""
    if shell is None and fill.kind == "measured":
        raise PlanError(
            "the fill was measured in a shell that is not named",
            remedy="name the shell it was measured in, such as shell = '3'",
        )
    shells = (
        (shell,)
        if shell is not None
        else tuple(
            one if isinstance(one, Shell) else Shell.of(one, maker=policy.shell_maker)
            for one in policy.shells
        )
    )
    for one in shells:
        room = _room(one, diluent, fill, stock)
        part = part_filled.amount(powder=powder, full=room.full_of_powder)
        largest = 1 if shell is not None else policy.largest_powder_share.base
        if part.base <= largest:
            return Chosen(
                one,
                diluent.name,
                room.full_of_diluent,
                room.full_of_powder,
                part,
                room.assumptions,
            )
    raise _too_small(powder, shells[-1], room, fill, policy)


def _room(shell: Shell, diluent: Excipient, fill: Fill, stock: Solid) -> _Room:
    if fill.kind == "measured":
        of_diluent = _packed(fill.diluent)
        if fill.powder is not None and not stock.diluted:
            return _Room(of_diluent, _packed(fill.powder), ())
        return _Room(of_diluent, of_diluent, (f"{stock.material} packs as {diluent.name} does",))
    stated = fill if fill.kind == "estimated" else trusted(Estimated)()
    density = diluent.tapped if stated.density is None else stated.density
    if density is None:
        raise PlanError(
            f"no tapped density of {diluent.name} is known",
            remedy="state it, fill = {kind = 'estimated', density = '0.5 g/mL'}, "
            "or measure the fill",
        )
    of_powder = stock.tapped if stated.powder_density is None else stated.powder_density
    if stock.diluted:
        of_powder = None
    assumptions = [_density_said(diluent.name, density)]
    if of_powder is None:
        assumptions.append(
            f"density of {stock.material}: not stated, taken as the diluent's, {write(density)}"
        )
    return _Room(
        full_of.amount(shell=shell.volume, density=density),
        full_of.amount(shell=shell.volume, density=density if of_powder is None else of_powder),
        tuple(assumptions),
    )


def _density_said(diluent: str, density: Density) -> str:
    return f"tapped density of {diluent}: {write(density)}"


def _packed(packed: Packed) -> PerUnit:
    assert packed.together is not None
    return mean_fill.amount(together=packed.together, shells=packed.shells)


def _too_small(powder: PerUnit, shell: Shell, room: _Room, fill: Fill, policy: Policy) -> PlanError:
    """Names the smallest shell of the maker's table in which the powder would fit."""
    problem = (
        f"shell {shell.size} holds {write(room.full_of_powder, unit='capsule')} of this powder, "
        f"{write(powder, unit='capsule')} is to go in"
    )
    per_volume = room.full_of_powder.base / shell.volume.base
    share = policy.largest_powder_share
    needed = smallest_shell.amount(
        powder=powder,
        largest_part=share,
        density=Density.in_base(per_volume, room.full_of_powder.origin),
    )
    for size in reversed(sizes(maker=policy.shell_maker)):
        larger = catalogued(size, maker=policy.shell_maker)
        if larger.volume >= needed:
            again = ", and state the fill as measured in that one"
            return PlanError(
                problem,
                remedy=f"take shell = '{larger.size}' ({write(larger.volume, unit='capsule')}), "
                f"in which it takes at most {write(share)} of the room"
                f"{again if fill.kind == 'measured' else ''}",
            )
    return PlanError(
        problem,
        remedy="no shell of the table is large enough: divide the dose into "
        "several capsules of a smaller strength, or take powder instead of tablets",
    )
