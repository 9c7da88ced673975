"""Stocks of two or more strengths mixed to one between them.

100 g of 30 % from 70 % and 20 %: (30 − 20) ÷ (70 − 20) = one fifth of the stronger, 20 g, and 80 g.
"""

from __future__ import annotations

from typing import Generic, TypeVar, overload

from ldn_compound.equations.algebra import total
from ldn_compound.equations.equation import equation
from ldn_compound.errors import AmountError, KindError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume

A = TypeVar("A")
B = TypeVar("B")
S = TypeVar("S", Ratio, Concentration)


@equation(cites="usp-1160")
def medial_by_mass(*, strengths: tuple[Ratio, ...], masses: tuple[Mass, ...]) -> Ratio:
    """Strength of stocks mixed by weight, % w/w (alligation medial)."""
    return total(one * mass for one, mass in _each(strengths, masses)) / total(masses)


@equation(cites="usp-1160")
def medial_by_volume(
    *, concentrations: tuple[Concentration, ...], volumes: tuple[Volume, ...]
) -> Concentration:
    """Concentration of stocks mixed by volume, where no volume is lost (alligation medial)."""
    return total(one * volume for one, volume in _each(concentrations, volumes)) / total(volumes)


@equation(cites=("usp-1160", "army-md0802"))
def part_of_stronger(*, wanted: Ratio, stronger: Ratio, weaker: Ratio) -> Ratio:
    """The stronger stock's part of the mixture (alligation alternate)."""
    return (wanted - weaker) / (stronger - weaker)


@equation(cites=("usp-1160", "army-md0802"))
def part_of_weaker(*, wanted: Ratio, stronger: Ratio, weaker: Ratio) -> Ratio:
    """The weaker stock's part of the mixture (alligation alternate)."""
    return (stronger - wanted) / (stronger - weaker)


@equation(cites=("usp-1160", "army-md0802"))
def mass_of_stronger(*, mass: Mass, wanted: Ratio, stronger: Ratio, weaker: Ratio) -> Mass:
    """The stronger stock in a mass of the mixture (alligation alternate)."""
    return mass * (wanted - weaker) / (stronger - weaker)


@equation(cites=("usp-1160", "army-md0802"))
def mass_of_weaker(*, mass: Mass, wanted: Ratio, stronger: Ratio, weaker: Ratio) -> Mass:
    """The weaker stock in a mass of the mixture (alligation alternate)."""
    return mass * (stronger - wanted) / (stronger - weaker)


@equation(cites=("usp-1160", "army-md0802"))
def volume_of_stronger(
    *, volume: Volume, wanted: Concentration, stronger: Concentration, weaker: Concentration
) -> Volume:
    """The stronger stock in a volume of the mixture (alligation alternate)."""
    return volume * (wanted - weaker) / (stronger - weaker)


@equation(cites=("usp-1160", "army-md0802"))
def volume_of_weaker(
    *, volume: Volume, wanted: Concentration, stronger: Concentration, weaker: Concentration
) -> Volume:
    """The weaker stock in a volume of the mixture (alligation alternate)."""
    return volume * (stronger - wanted) / (stronger - weaker)


@equation(cites="army-md0802")
def mass_to_add(*, mass: Mass, strength: Ratio, wanted: Ratio, added_strength: Ratio) -> Mass:
    """Drug (100 %), stock or plain base (0 %) to add to a mass for another strength."""
    return mass * (wanted - strength) / (added_strength - wanted)


class TwoStocks(NamedTuple, Generic[A]):
    """How much of each of two stocks makes the mixture."""

    stronger: A
    weaker: A


@overload
def alternate(
    amount: Mass, *, wanted: Ratio, stronger: Ratio, weaker: Ratio
) -> TwoStocks[Mass]: ...
@overload
def alternate(
    amount: Volume, *, wanted: Concentration, stronger: Concentration, weaker: Concentration
) -> TwoStocks[Volume]: ...
def alternate(
    amount: Mass | Volume,
    *,
    wanted: Ratio | Concentration,
    stronger: Ratio | Concentration,
    weaker: Ratio | Concentration,
) -> TwoStocks[Mass] | TwoStocks[Volume]:
    """Both stocks for `amount` of a strength between theirs; AmountError outside them."""
    match amount, wanted, stronger, weaker:
        case Mass(), Ratio(), Ratio(), Ratio():
            _refuse_outside(wanted, stronger, weaker)
            return TwoStocks(
                mass_of_stronger(mass=amount, wanted=wanted, stronger=stronger, weaker=weaker),
                mass_of_weaker(mass=amount, wanted=wanted, stronger=stronger, weaker=weaker),
            )
        case Volume(), Concentration(), Concentration(), Concentration():
            _refuse_outside(wanted, stronger, weaker)
            return TwoStocks(
                volume_of_stronger(volume=amount, wanted=wanted, stronger=stronger, weaker=weaker),
                volume_of_weaker(volume=amount, wanted=wanted, stronger=stronger, weaker=weaker),
            )
    raise KindError(
        f"alternate: {amount!r} of {wanted!r} from {stronger!r} and {weaker!r}: write a mass and "
        "three strengths in percent, or a volume and three concentrations"
    )


def _refuse_outside(wanted: S, stronger: S, weaker: S) -> None:
    if stronger <= weaker:
        raise AmountError(
            f"stronger: {stronger} is not above the weaker, {weaker}; write the larger strength "
            "as stronger"
        )
    if not weaker <= wanted <= stronger:
        raise AmountError(
            f"wanted: {wanted} is outside {weaker} to {stronger}, and no mixture of the two has "
            "it; take a stock beyond it"
        )


def _each(strengths: tuple[A, ...], amounts: tuple[B, ...]) -> zip[tuple[A, B]]:
    if len(strengths) != len(amounts) or not amounts:
        raise AmountError(
            f"strengths: {len(strengths)} for {len(amounts)} stocks; write one for each stock, "
            "and one stock at least"
        )
    return zip(strengths, amounts, strict=True)
