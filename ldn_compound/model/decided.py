"""What a house may decide or an order name, and what nobody can: a fold of 1, a shell nobody makes.

Each function gives back what was stated once it is sure of it, or refuses it and says what to write
instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ldn_compound.catalog import excipient, fact, shell, substance
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.span import Span

if TYPE_CHECKING:
    from ldn_compound.model.shell import Shell


def name_of(base: str, *, changed: Iterable[str]) -> str:
    """What a policy is called that is `base` but for what a house decides: it is printed."""
    own = ", ".join(key for key in changed if key != "name")
    return f"{base}, with {own} of the house" if own else base


def said(stated: str) -> str:
    """A name, which is printed."""
    if not stated.strip() or not stated.isprintable():
        raise AmountError(f"{stated!r}: write a name that can be printed, such as 'our house'")
    return stated


def a_part(stated: Ratio) -> Ratio:
    """Less than the whole."""
    if stated.base >= 1:
        raise AmountError(f"{stated}: write a part of the whole, such as '5 %'")
    return stated


def at_most_all(stated: Ratio) -> Ratio:
    """No more than the whole."""
    return stated if stated.base == 1 else a_part(stated)


def around_the_whole(stated: Span) -> Span:
    """Limits of a unit's content: the strength lies within, none and twice of it do not."""
    if not 0 < stated.low.base <= 1 <= stated.high.base < 2:
        raise AmountError(
            f"{stated}: 100 % is to lie within, 0 % and 200 % without; "
            "write {low = '90.0 %', high = '110.0 %'}"
        )
    return stated


def known_maker(stated: str) -> str:
    """A maker whose table of shells the catalogue holds."""
    from ldn_compound.catalog.lookup import find

    try:
        return find(stated, file="shells", what="maker")
    except CatalogError as error:
        raise AmountError(str(error)) from None


def known_shells(stated: tuple[str | Shell, ...], *, maker: str) -> tuple[str | Shell, ...]:
    """Sizes of a maker's table, or shells of the house's own; one at least."""
    if not stated:
        raise AmountError("no shell is named; write sizes such as ['3', '1', '0']")
    try:
        return tuple(
            shell(one, maker=maker).size if isinstance(one, str) else one for one in stated
        )
    except CatalogError as error:
        raise AmountError(str(error)) from None


def known_substance(stated: str) -> str:
    """A substance of the catalogue."""
    try:
        return substance(stated).name
    except CatalogError as error:
        raise AmountError(str(error)) from None


def known_diluent(stated: str) -> str:
    """An excipient of the catalogue."""
    try:
        return excipient(stated).name
    except CatalogError as error:
        raise AmountError(str(error)) from None


def known_vehicle(stated: str) -> str:
    """A vehicle of the catalogue."""
    from ldn_compound.catalog import vehicle

    try:
        return vehicle(stated).name
    except CatalogError as error:
        raise AmountError(str(error)) from None


def known_edition(stated: str) -> str:
    """An edition that the catalogue dates by."""
    from ldn_compound.catalog.lookup import find_key

    try:
        return find_key(stated, file="beyond_use", what="edition")
    except CatalogError as error:
        raise AmountError(str(error)) from None


def refuse_wider(
    outer: StrengthLimits, *, warned: StrengthLimits | None, usual: StrengthLimits
) -> None:
    """The usual doses within those that draw a warning, and all within the package's outermost."""
    around, whose = StrengthLimits.of_fact("outer_strength"), "the package's own outermost"
    for name, limits in (
        ("outer_strength", outer),
        ("warned_strength", warned),
        ("usual_strength", usual),
    ):
        if limits is None:
            continue
        if not limits.within(around):
            raise AmountError(f"{name}, {limits}: write limits within {whose}, {around}")
        around, whose = limits, name


def refuse_too_many_ways(fold: int, *, stages: int) -> None:
    """More ways of diluting, every fold at every stage, than can be gone through."""
    ways, most = 1, fact("most_dilution_ways").number
    for _ in range(stages):
        ways *= fold
        if ways > most:
            raise AmountError(
                f"largest_fold {fold} in each of most_stages {stages}: more than {most} ways of "
                "diluting to go through; write a smaller fold, or fewer stages"
            )
