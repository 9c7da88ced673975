"""A kit as it is made up: what is taken for each dose, and how many capsules of each strength.

7 days each of 0.5, 1, 1.5 and 2 mg from 0.5 and 1.5 mg: 1, 2, 0 and 1 of 0.5 mg, 0, 0, 1 and 1 of
1.5 mg; 7 × 4 = 28 and 7 × 2 = 14 capsules. In packs of 30, 2 and 16 are left over.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, model_validator

from ldn_compound.equations.demand import active_in_units
from ldn_compound.equations.everyday import difference, times, total
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.regimen import Regimen
from ldn_compound.model.stated import Counted, Stated
from ldn_compound.planning.kits.terms import KitTerms, strength_text
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount
from ldn_compound.quantity.rounding import Mode, Rounding


class Portion(Base, frozen=True):
    """So many capsules of one strength."""

    model_config = ConfigDict(title="the kit")

    strength: Stated[PerUnit]
    units: Counted[UnitCount]


def _each_once(portions: tuple[Portion, ...]) -> tuple[Portion, ...]:
    strengths = [portion.strength for portion in portions]
    if not portions or strengths != sorted(set(strengths), reverse=True):
        said = ", ".join(map(strength_text, strengths)) or "no capsules"
        raise AmountError(f"{said}: write each strength once, the largest first")
    return portions


class Combination(Base, frozen=True):
    """The capsules that are taken together for one dose, the largest first."""

    model_config = ConfigDict(title="the kit")

    portions: Annotated[tuple[Portion, ...], AfterValidator(_each_once)]

    @property
    def gives(self) -> Mass:
        """The dose they make."""
        return total(
            *(active_in_units(strength=one.strength, units=one.units) for one in self.portions)
        )

    @property
    def units(self) -> UnitCount:
        """Capsules of all strengths."""
        return total(*(portion.units for portion in self.portions))


class KitContent(Base, frozen=True):
    """The capsules of one strength in a kit."""

    strength: PerUnit
    taken: UnitCount
    """By the regimen."""
    supplied: UnitCount
    """The same, or as many as whole packs hold."""
    left_over: UnitCount | None
    """Of the last pack; None where capsules are counted out."""


class Kit(Document, frozen=True):
    """Capsules for a regimen: a combination for each period, and the count of each strength."""

    model_config = ConfigDict(title="the kit")

    kind: Literal["capsules"] = "capsules"
    regimen: Regimen
    terms: KitTerms
    combinations: tuple[Combination, ...]
    """For one dose of each period."""
    contents: tuple[KitContent, ...]
    """The smallest strength first."""

    @model_validator(mode="after")
    def _covers_exactly(self) -> Self:
        periods = self.regimen.periods
        if len(periods) != len(self.combinations):
            raise AmountError(
                f"{len(self.combinations)} combinations for {len(periods)} periods: write one for "
                "each"
            )
        for period, combination in zip(periods, self.combinations, strict=True):
            if combination.gives != period.dose:
                raise AmountError(
                    f"capsules that make {combination.gives} for a dose of {period.dose}: write a "
                    "combination that makes the dose"
                )
        if self.contents != contents_for(self.regimen, self.combinations, terms=self.terms):
            raise AmountError(
                "the counts are not those of the combinations: make the kit with kit(...)"
            )
        return self

    @property
    def strengths(self) -> tuple[PerUnit, ...]:
        """The strengths in it, the smallest first."""
        return tuple(content.strength for content in self.contents)

    @property
    def taken(self) -> UnitCount:
        """Capsules taken in all."""
        return total(*(content.taken for content in self.contents))

    @property
    def left_over(self) -> UnitCount | None:
        """Capsules left in the last packs; None where they are counted out."""
        left = [one.left_over for one in self.contents if one.left_over is not None]
        return total(*left) if left else None

    def for_days(self, days: tuple[int, ...]) -> tuple[KitContent, ...]:
        """What so many days of each period take, counted out or packed on their own."""
        of_each = self.regimen.days_of_each(days)
        return contents_for(self.regimen, self.combinations, terms=self.terms, days=of_each)


def contents_for(
    regimen: Regimen,
    combinations: tuple[Combination, ...],
    *,
    terms: KitTerms,
    days: tuple[int, ...] | None = None,
) -> tuple[KitContent, ...]:
    """The counts of each strength that so many days of each period come to; without `days`, all."""
    lengths = tuple(period.length for period in regimen.periods) if days is None else days
    taken: dict[PerUnit, list[UnitCount]] = {}
    for period, combination, length in zip(regimen.periods, combinations, lengths, strict=True):
        for portion in combination.portions if length else ():
            units = times(portion.units, factor=period.times_a_day * length)
            taken.setdefault(portion.strength, []).append(units)
    return tuple(_content(one, taken=total(*taken[one]), pack=terms.pack) for one in sorted(taken))


def _content(strength: PerUnit, *, taken: UnitCount, pack: UnitCount | None) -> KitContent:
    """Counted out, or in whole packs."""
    if pack is None:
        return KitContent(strength=strength, taken=taken, supplied=taken, left_over=None)
    in_packs = Rounding(f"whole packs of {strength_text(strength)}", pack, Mode.UP)
    supplied = in_packs(taken)
    left_over = difference(supplied, less=taken)
    return KitContent(strength=strength, taken=taken, supplied=supplied, left_over=left_over)
