"""What stands on the bench: the balance, and the capsule machine."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ConfigDict, Field, model_validator

from ldn_compound.catalog import balance, fact, machine
from ldn_compound.equations.weighing import (
    half_step,
    least_scatter,
    minimum_by_repeatability,
    minimum_by_sensitivity,
    weighing_error,
)
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.flagged import flagged
from ldn_compound.model.seldom import Measure
from ldn_compound.model.stated import (
    Counted,
    Maybe,
    MaybeFromZero,
    Stated,
    as_stated,
    unstated,
)
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, Ratio, UnitCount
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write

_BASES = ("sensitivity", "minimum_weighable", "repeatability")


class Balance(Base, frozen=True):
    """A balance, and what it can weigh; exactly one of the three bases is stated.

    `sensitivity` is a class III balance's, with 5 % accepted error; `minimum_weighable` is as its
    certificate says; `repeatability` is the standard deviation of at least 10 weighings, and with
    `readability` gives the least accurate weight of USP <41> (2000 s, s not under 0.41 d).
    None says less than the display leaves open, half of what it reads: 5 mg where it reads 10 mg.
    """

    model_config = ConfigDict(title="the balance")

    readability: Stated[Mass]
    capacity: Stated[Mass]
    sensitivity: Maybe[Mass] = unstated()
    minimum_weighable: Maybe[Mass] = unstated()
    repeatability: MaybeFromZero[Mass] = unstated()
    accepted_error: Maybe[Ratio] = unstated()
    """How far off a weighing at the minimum may be; 5 %, and 0.10 % with a repeatability."""

    @model_validator(mode="after")
    def _one_basis(self) -> Any:
        given = [name for name in _BASES if getattr(self, name) is not None]
        if len(given) != 1:
            said = " and ".join(given) or "none of them"
            raise AmountError(
                f"balance: {said} is stated; state exactly one of {', '.join(_BASES)}, "
                "such as sensitivity = '6 mg'"
            )
        if self.accepted_error is not None and self.accepted_error.base >= 1:
            raise AmountError(
                f"balance, accepted_error: {self.accepted_error}; write a part such as '5 %'"
            )
        return self

    @model_validator(mode="after")
    def _no_finer_than_its_display(self) -> Any:
        # A standard deviation counts as 0.41 d at least, and twice that is more than half of d.
        least = half_step(readability=self.readability)
        if self.sensitivity is not None and self.sensitivity < least:
            raise self._too_fine(least)
        if self.minimum_weighable is not None:
            allowed = minimum_by_sensitivity(sensitivity=least, accepted_error=self.error_accepted)
            if self.minimum_weighable < allowed:
                raise self._too_fine(self.roundings[Mode.UP](allowed))
        return self

    def _too_fine(self, least: Mass) -> AmountError:
        stated = f"{self.basis} = {getattr(self, self.basis)}"
        return AmountError(
            f"balance: {stated}, yet a display that reads {self.readability} leaves half of that "
            f"open, and {write(self.error_accepted)} is accepted; write {self.basis} = "
            f"'{write(least)}' or more, or the readability that the display has"
        )

    @property
    def basis(self) -> str:
        """Which of the three bases is stated."""
        return next(name for name in _BASES if getattr(self, name) is not None)

    @kept
    def error_accepted(self) -> Ratio:
        """How far off a weighing at the minimum may be."""
        if self.accepted_error is not None:
            return self.accepted_error
        accurate = self.basis == "repeatability"
        return fact("accurate_weighing_error" if accurate else "largest_weighing_error").amount(
            Ratio
        )

    @kept
    def minimum(self) -> Mass:
        """The smallest mass this balance may weigh."""
        if self.minimum_weighable is not None:
            return self.minimum_weighable
        error = self.error_accepted
        if self.sensitivity is not None:
            return minimum_by_sensitivity(sensitivity=self.sensitivity, accepted_error=error)
        assert self.repeatability is not None
        scatter = least_scatter(
            repeatability=self.repeatability,
            readability=self.readability,
            least_part=fact("least_repeatability").amount(Ratio),
        )
        return minimum_by_repeatability(repeatability=scatter, accepted_error=error)

    @kept
    def roundings(self) -> Mapping[Mode, Rounding]:
        """A mass as this balance shows it, by each mode of rounding."""
        return {mode: Rounding("weigh", self.readability, mode) for mode in Mode}

    @kept
    def error(self) -> Mass:
        """How far off one weighing may be, in mg."""
        return weighing_error(minimum=self.minimum, accepted_error=self.error_accepted)


class CapsuleMachine(Base, frozen=True):
    """A hand-operated capsule machine."""

    model_config = ConfigDict(title="the capsule machine")

    holes: Counted[UnitCount]


@cache
def _usual_balance() -> Balance:
    """An electronic prescription balance, trusted no further than class III."""
    usual = balance("electronic prescription balance")
    return trusted(Balance)(
        readability=usual.readability, capacity=usual.capacity, sensitivity=usual.sensitivity
    )


@cache
def _usual_machine() -> CapsuleMachine:
    holes = machine("100-hole capsule machine").holes
    return trusted(CapsuleMachine)(
        holes=as_stated(UnitCount, holes, by="the capsule machine", place="holes")
    )


class Bench(Base, frozen=True):
    """The instruments an order is planned for."""

    model_config = ConfigDict(title="the bench")

    balance: Balance = Field(default_factory=_usual_balance)
    machine: CapsuleMachine = Field(default_factory=_usual_machine)
    measures: tuple[Measure, ...] = ()
    """Cylinders, oral syringes and pipettes; none stated: the usual ones."""
    assumed: tuple[str, ...] = ()
    """Parts nobody described, which the usual ones stand in for."""

    @classmethod
    def usual(cls) -> "Bench":
        """The bench that stands in for one nobody described."""
        return _usual_bench()

    @property
    def graduated(self) -> tuple[Measure, ...]:
        """The measures there are."""
        from ldn_compound.model.measure import usual_measures

        return self.measures or usual_measures()

    @kept
    def flagged(self) -> tuple[Amount, ...]:
        """What of its amounts was spelled oddly or is unconfirmed: looked for once."""
        return tuple(flagged(self))

    @model_validator(mode="before")
    @classmethod
    def _note_what_is_assumed(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        missing = {name for name in ("balance", "machine") if name not in data}
        return {**data, "assumed": sorted(missing | set(data.get("assumed", ())))}


@cache
def _usual_bench() -> Bench:
    return trusted(Bench)(assumed=("balance", "machine"))
