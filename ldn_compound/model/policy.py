"""What the house decides, each default a cited fact; no choice is hidden in the code."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from ldn_compound.catalog import fact
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.decided import (
    a_part,
    around_the_whole,
    at_most_all,
    known_diluent,
    known_edition,
    known_maker,
    known_shells,
    name_of,
    refuse_too_many_ways,
    refuse_wider,
    said,
)
from ldn_compound.model.flagged import flagged
from ldn_compound.model.overage import Overage
from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.model.seldom import NamedVehicle
from ldn_compound.model.stated import FromZero, Stated, as_stated
from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.model.when_stated import WhenStated
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.dates import FirstDay
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import PerUnit, Ratio
from ldn_compound.quantity.span import Span

Severity = Literal["note", "warning", "error"]


def usual(name: str, kind: type[Amount]) -> Any:
    """A default from the catalogue's practice."""
    return Field(default_factory=lambda: fact(name).amount(kind))


def _nothing(name: str) -> Any:
    """A default that is no part of the whole, as the policy itself states it."""
    return Field(default_factory=lambda: as_stated(Ratio, "0 %", by="the policy", place=name))


if TYPE_CHECKING:
    from ldn_compound.model.shell import Shell

    NamedShell = str | Shell
else:
    NamedShell = Annotated[Any, WhenStated("ldn_compound.model.shell:Shell", named=str)]


class Policy(Base, frozen=True):
    """The house's decisions. `Policy.usp()` is the default; `Policy.nrf()` the German rules."""

    model_config = ConfigDict(title="the policy")
    also_stated: ClassVar[tuple[str, ...]] = ("base",)
    """A key of its file that is no decision: the policy that the others change."""

    name: Annotated[str, AfterValidator(said)] = "usp"
    """As it is printed; a policy that nobody named is called after what it changes."""
    rounding: RoundingPolicy = Field(default_factory=trusted(RoundingPolicy))
    content: Annotated[Span, AfterValidator(around_the_whole)] = Field(
        default_factory=lambda: fact("content").limits(Ratio).span
    )
    """Of each unit, of its strength; also at the worst of the weighings."""
    usual_strength: StrengthLimits = Field(
        default_factory=lambda: StrengthLimits.of_fact("strength")
    )
    """What is taken at once; beyond it a finding asks the prescriber."""
    warned_strength: StrengthLimits | None = None
    """Beyond the usual, and yet a warning only: the house makes such strengths."""
    outer_strength: StrengthLimits = Field(
        default_factory=lambda: StrengthLimits.of_fact("outer_strength")
    )
    """From these on a waiver needs a second name; no wider than the package's own."""
    largest_weighing_error: Stated[Ratio] = usual("largest_weighing_error", Ratio)
    grinding_reserve: FromZero[Ratio] = usual("grinding_reserve", Ratio)
    whole_tablet_tolerance: Stated[Ratio] = usual("whole_tablet_tolerance", Ratio)
    """How far off the strength whole tablets may make a unit."""
    overage: Overage = Field(default_factory=Overage.none)
    negative_correction: Literal["full", "none", "capped"] = "full"
    correct_above: FromZero[Ratio] = _nothing("correct_above")
    """A shortfall of potency up to this is not corrected for."""
    largest_fold: int = Field(
        default_factory=lambda: fact("largest_fold").number, ge=2, strict=True
    )
    """Of one stage of dilution."""
    most_stages: int = Field(default_factory=lambda: fact("most_stages").number, ge=0, strict=True)
    """Of dilution; 0: nothing is diluted, and the rules judge what is weighed."""
    shell_maker: Annotated[str, AfterValidator(known_maker)] = "mainstream"
    """Whose table says what the shells hold."""
    shells: tuple[NamedShell, ...] = Field(default_factory=lambda: fact("usual_shells").texts)
    """Sizes of that table, or shells of the house's own, tried in this order where the order names
    none."""
    diluent: Annotated[str, AfterValidator(known_diluent)] = "microcrystalline cellulose"
    vehicle: NamedVehicle | None = None
    """Of an oral liquid whose order names none."""
    largest_powder_share: Stated[Ratio] = usual("largest_powder_share", Ratio)
    first_diluent: Stated[Ratio] = usual("first_diluent", Ratio)
    first_day: FirstDay = "compounding day"
    """Which day is day 1 of a beyond-use date's count of days."""
    edition: Annotated[str, AfterValidator(known_edition)] | None = None
    """The edition of USP <795> that dates, by its key; none: the one official on the day."""
    severities: Mapping[str, Severity] = Field(default_factory=dict)
    """Other than the rules' own, by code; of none that is absolute, or needs two names."""

    @model_validator(mode="before")
    @classmethod
    def _called_after_its_changes(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not data or "name" in data:
            return data
        return {"name": name_of("usp", changed=data), **data}

    @field_validator("shells")
    @classmethod
    def _of_the_maker(
        cls, stated: tuple[NamedShell, ...], info: ValidationInfo
    ) -> tuple[NamedShell, ...]:
        # An unknown maker is a fault of its own, and then the size is judged by the usual table.
        return known_shells(stated, maker=info.data.get("shell_maker", "mainstream"))

    @field_validator(
        *("largest_weighing_error", "grinding_reserve", "whole_tablet_tolerance"),
        *("correct_above", "first_diluent"),
    )
    @classmethod
    def _a_part(cls, stated: Ratio) -> Ratio:
        return a_part(stated)

    @field_validator("largest_powder_share")
    @classmethod
    def _at_most_all(cls, stated: Ratio) -> Ratio:
        return at_most_all(stated)

    @model_validator(mode="after")
    def _can_be_kept(self) -> Self:
        if self.shell_maker != "mainstream":  # whose table has the usual sizes
            known_shells(self.shells, maker=self.shell_maker)
        refuse_wider(self.outer_strength, warned=self.warned_strength, usual=self.usual_strength)
        refuse_too_many_ways(self.largest_fold, stages=self.most_stages)
        return self

    @kept
    def flagged(self) -> tuple[Amount, ...]:
        """What of its amounts was spelled oddly or is unconfirmed: looked for once."""
        return tuple(flagged(self))

    @classmethod
    def from_toml(cls, text: str) -> "Policy":
        """Read a house's policy file: `base = "usp"` or "nrf", and what the house decides else.

        FileError names each fault with its place and what to write instead.
        """
        from ldn_compound.model.named_policy import policy_of
        from ldn_compound.model.toml import read_toml

        return policy_of(read_toml(text))

    @classmethod
    def usp(cls) -> "Policy":
        """The package's defaults."""
        return _usp()

    @classmethod
    def nrf(cls) -> "Policy":
        """The German rules: 10 % overage under 20 mg a capsule, no negative correction."""
        return cls(
            name="nrf",
            overage=Overage(
                part=fact("nrf_overage").amount(Ratio),
                below=fact("nrf_overage_below").amount(PerUnit),
            ),
            negative_correction="none",
            correct_above=fact("nrf_correct_above").amount(Ratio),
            severities={"OUT802": "warning"},
        )


@cache
def _usp() -> Policy:
    return trusted(Policy)()


POLICIES = MappingProxyType({"usp": Policy.usp, "nrf": Policy.nrf})
"""The package's own, by the names that stand for them alone."""
