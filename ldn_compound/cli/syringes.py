"""Doses, a concentration and syringes as the command states them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from ldn_compound.cli.ending import Unusable
from ldn_compound.errors import AmountError, CatalogError, KindError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Concentration, Mass, Volume

if TYPE_CHECKING:
    from ldn_compound.model.measure import Measure

A = TypeVar("A", bound=Amount)


class Doses(NamedTuple):
    """What is taken at once, of which liquid, measured in which syringes (none: the usual)."""

    doses: tuple[Mass, ...]
    concentration: Concentration | None
    syringes: tuple[Measure, ...]


def asked(doses: Sequence[str], concentration: str | None, syringes: Sequence[str]) -> Doses:
    """What the flags state, or a line that names the flag at fault."""
    return Doses(
        doses=tuple(stated(Mass, dose, "--dose") for dose in doses),
        concentration=(
            None
            if concentration is None
            else stated(Concentration, concentration, "--concentration")
        ),
        syringes=tuple(syringe_said(text) for text in syringes),
    )


def stated(kind: type[A], text: str, flag: str) -> A:
    from ldn_compound.model.stated import above_zero

    try:
        return above_zero(kind.of(text))
    except (AmountError, KindError) as error:
        raise Unusable(f"{flag}: {error}") from None


def syringe_said(text: str) -> Measure:
    """'3 mL' is a usual one; '10 mL by 0.2 mL' says its marks."""
    from ldn_compound.catalog import syringe
    from ldn_compound.model.measure import Measure

    capacity, _, marks = text.partition(" by ")
    if marks:
        size, mark = (stated(Volume, one, "--syringe") for one in (capacity, marks))
        if mark > size:
            raise Unusable(f"--syringe: {text!r}: its marks are farther apart than it is long")
        return Measure(kind="oral syringe", capacity=size, graduation=mark)
    try:
        usual = syringe(text)
    except CatalogError as error:
        raise Unusable(
            f"--syringe: {error}; or say how far apart its marks are, '10 mL by 0.2 mL'"
        ) from None
    return Measure(kind="oral syringe", capacity=usual.capacity, graduation=usual.graduation)
