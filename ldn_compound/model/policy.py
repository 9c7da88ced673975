"""What the house decides, each default a cited fact; no choice is hidden in the code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Self

from pydantic import (
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema

from ldn_compound.catalog import excipient, fact, shell
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Base, FromZero, Maybe, Stated, unstated
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.dates import FirstDay
from ldn_compound.quantity.kinds import PerUnit, Ratio
from ldn_compound.quantity.rounding import Mode
from ldn_compound.quantity.span import Span

Severity = Literal["note", "warning", "error"]


def usual(name: str, kind: type[Amount]) -> Any:
    """A default from the catalogue's practice."""
    return Field(default_factory=lambda: fact(name).amount(kind))


class RoundingPolicy(Base, frozen=True):
    """How measured amounts are rounded, and how much a rounding may change one unremarked."""

    model_config = ConfigDict(title="the rounding policy")

    weigh: Mode = Mode.HALF_UP
    tolerance: Stated[Ratio] = usual("rounding_tolerance", Ratio)


class Overage(Base, frozen=True):
    """More active in every unit; `below` limits it to units with less active than that."""

    model_config = ConfigDict(title="the overage")

    part: FromZero[Ratio]
    below: Maybe[PerUnit] = unstated()

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: Any) -> Any:
        return {"part": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(core))]}

    @model_validator(mode="after")
    def _an_extra(self) -> Self:
        if self.part.base >= 1:
            raise AmountError(
                f"overage {self.part}: 10 % more, or twice as much? write the extra alone, '10 %'"
            )
        return self


class Policy(Base, frozen=True):
    """The house's decisions. `Policy.usp()` is the default; `Policy.nrf()` the German rules."""

    model_config = ConfigDict(title="the policy")

    name: str = "usp"
    rounding: RoundingPolicy = Field(default_factory=RoundingPolicy)
    content: Span = Field(default_factory=lambda: fact("content").limits(Ratio).span)
    largest_weighing_error: Stated[Ratio] = usual("largest_weighing_error", Ratio)
    grinding_reserve: FromZero[Ratio] = usual("grinding_reserve", Ratio)
    whole_tablet_tolerance: Stated[Ratio] = usual("whole_tablet_tolerance", Ratio)
    """How far off the strength whole tablets may make a unit."""
    overage: Overage = Field(default_factory=lambda: Overage(part="0 %"))
    negative_correction: Literal["full", "none", "capped"] = "full"
    correct_above: FromZero[Ratio] = Field(default="0 %", validate_default=True)
    """A shortfall of potency up to this is not corrected for."""
    largest_fold: int = Field(default_factory=lambda: fact("largest_fold").count, ge=2)
    """Of one stage of dilution."""
    most_stages: int = Field(default_factory=lambda: fact("most_stages").count, ge=0)
    """Of dilution; 0: nothing is diluted, and the rules judge what is weighed."""
    shells: tuple[str, ...] = Field(default_factory=lambda: fact("usual_shells").texts)
    shell_maker: str = "mainstream"
    diluent: str = "microcrystalline cellulose"
    largest_powder_share: Stated[Ratio] = usual("largest_powder_share", Ratio)
    first_diluent: Stated[Ratio] = usual("first_diluent", Ratio)
    first_day: FirstDay = "compounding day"
    """Which day is day 1 of a beyond-use date's count of days."""
    edition: str | None = None
    """The edition of USP <795> that dates, by its key; none: the one official on the day."""
    severities: Mapping[str, Severity] = Field(default_factory=dict)
    """Other severities than the rules' own, by code; never of an absolute rule."""

    @field_validator("shells", "diluent")
    @classmethod
    def _known(cls, stated: Any, info: ValidationInfo) -> Any:
        try:
            if info.field_name == "diluent":
                return excipient(stated).name
            return tuple(shell(size).size for size in stated)
        except CatalogError as error:
            raise AmountError(str(error)) from None

    @field_validator("edition")
    @classmethod
    def _dates(cls, stated: str | None) -> str | None:
        if stated is None:
            return None
        from ldn_compound.catalog.lookup import find_key

        try:
            return find_key(stated, file="beyond_use", what="edition")
        except CatalogError as error:
            raise AmountError(str(error)) from None

    @classmethod
    def usp(cls) -> Policy:
        """The package's defaults."""
        return _usp()

    @classmethod
    def nrf(cls) -> Policy:
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
    return Policy()
