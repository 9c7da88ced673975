"""What an order file holds: the prescription, the source, and what differs from the usual bench.

drug = "naltrexone"
on = 2026-12-01
[capsules]
strength = "4.5 mg"
quantity = 90
[tablets]
strength = "50 mg"
weighed = 20
together = "3546 mg"
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from ldn_compound.errors import AmountError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.base import Base
from ldn_compound.model.bench import Bench
from ldn_compound.model.faults import Fault, FileError, faults
from ldn_compound.model.named_policy import NamedPolicy
from ldn_compound.model.order import STRENGTH_AS, Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.stated import Several, none_stated
from ldn_compound.model.toml import read_toml
from ldn_compound.model.when_stated import WhenStated
from ldn_compound.planning.plan import plan
from ldn_compound.planning.sources import (
    DILUTIONS,
    SOURCES,
    StockSolutionTable,
    TriturationTable,
    Way,
    one_of,
    one_source,
    source_of,
)
from ldn_compound.quantity.dates import read_date
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.sources.injection import Injection
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.tablets import Tablets

if TYPE_CHECKING:
    from ldn_compound.catalog.studies import Study
    from ldn_compound.planning.directions import DirectionsTable
    from ldn_compound.planning.house import House
else:
    DirectionsTable = Annotated[Any, WhenStated("ldn_compound.planning.directions:DirectionsTable")]

_FORMS = ("capsules", "oral_liquid")


class RequestError(FileError):
    """An order that cannot be read; `faults` has each with its place."""


def _day(stated: Any) -> Any:
    """A day of the calendar; nothing is made of a number or of a time of day."""
    if isinstance(stated, datetime) or not isinstance(stated, str | date):
        raise AmountError(f"{stated!s}: write the day alone, 2026-12-01")
    return read_date(stated if isinstance(stated, str) else stated.isoformat())


def _tables(names: tuple[str, ...]) -> list[Any]:
    return [{"required": [name], "properties": {name: {"type": "object"}}} for name in names]


def _names_a_product(stated: Mapping[str, Any]) -> bool:
    tablets = stated.get("tablets")
    return isinstance(tablets, Mapping) and "product" in tablets


class Request(Base, frozen=True):
    """An order of one form, one source, and the bench and policy where they are not the usual.

    `directions` are what the patient takes, and `beside` the kit's other strengths.
    `trituration` or `stock_solution` say how the house dilutes the source that stands beside it.
    `ways` are several sources by name, to be compared: [ways.ground.tablets], [ways.powder.powder].
    `policy` is a name, 'usp' or 'nrf', or a table of changes to the one that its `base` names.
    """

    model_config = ConfigDict(
        title="the order",
        json_schema_extra={
            "allOf": [{"oneOf": _tables(_FORMS)}, {"oneOf": _tables((*SOURCES, "ways"))}]
        },
    )

    drug: str = Field(examples=["naltrexone"])
    on: Annotated[date, BeforeValidator(_day)] = Field(examples=["2026-12-01"])
    """The day of compounding; nothing reads a clock."""
    strength_as: str = STRENGTH_AS
    avoid: tuple[str, ...] = ()
    directions: DirectionsTable | None = None
    beside: Several[PerUnit] = none_stated()
    capsules: Capsules | None = None
    oral_liquid: OralLiquid | None = None
    tablets: Tablets | None = None
    powder: Powder | None = None
    injection: Injection | None = None
    prepared: Prepared | None = None
    trituration: TriturationTable | None = None
    stock_solution: StockSolutionTable | None = None
    ways: Mapping[str, Way] | None = None
    bench: Bench = Field(default_factory=Bench)
    policy: NamedPolicy = Field(default_factory=Policy.usp)

    @model_validator(mode="after")
    def _one_form_and_one_source(self) -> Self:
        one_of(self, _FORMS, "dosage form")
        self._one_source_or_several_ways()
        self._a_vehicle()
        _ = self.order  # which judges the drug and what its milligrams count
        return self

    def _a_vehicle(self) -> None:
        liquid = self.oral_liquid
        if liquid is not None and liquid.vehicle is None and self.policy.vehicle is None:
            raise AmountError(
                "oral_liquid.vehicle: missing, and the policy has none; "
                "write vehicle = 'purified water'"
            )

    def _one_source_or_several_ways(self) -> None:
        if self.ways is None:
            one_source(self)
            return
        beside = [name for name in (*SOURCES, *DILUTIONS) if getattr(self, name) is not None]
        if beside:
            raise AmountError(
                f"[{beside[0]}] stands beside [ways]; give it a name there, "
                f"[ways.first.{beside[0]}], or leave [ways]"
            )
        if len(self.ways) < 2 or not all(name.strip() for name in self.ways):
            raise AmountError(
                "[ways]: write two or more, each with its name, such as [ways.ground.tablets] "
                "and [ways.powder.powder]"
            )

    @kept
    def order(self) -> Order:
        """The prescription."""
        return Order(
            drug=self.drug,
            form=self.form,
            strength_as=self.strength_as,
            avoid=self.avoid,
            directions=None if self.directions is None else self.directions.regimen,
            beside=self.beside,
        )

    @property
    def form(self) -> Capsules | OralLiquid:
        """The dosage form."""
        form = self.capsules or self.oral_liquid
        assert form is not None
        return form

    @property
    def source(self) -> Source:
        """The origin of the active. AmountError where several ways are stated."""
        if self.ways is not None:
            raise AmountError(
                f"several ways are stated, {', '.join(map(repr, self.ways))}: compare them, "
                "or write one source, such as the table [tablets]"
            )
        return source_of(self)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The source of each way, by the way's name."""
        if self.ways is None:
            raise AmountError(
                "one source is stated: to compare, write two or more as ways, each with its name, "
                "such as [ways.ground.tablets] and [ways.powder.powder]"
            )
        return {name: source_of(way) for name, way in self.ways.items()}

    def plan(self, *, studies: "tuple[Study, ...]" = ()) -> Plan:
        """The bench steps. PlanError where there are none; `studies` are the house's own."""
        return plan(
            self.order,
            self.source,
            on=self.on,
            bench=self.bench,
            policy=self.policy,
            studies=studies,
        )

    @classmethod
    def from_toml(
        cls, text: str, *, on: date | str | None = None, house: "House | None" = None
    ) -> Self:
        """Read an order file; `on` comes before the day that the file states.

        It may name what is in the catalogue of the `house`. RequestError names every fault with its
        place and what to write instead.
        """
        return cls.from_tables(read_toml(text), on=on, house=house)

    @classmethod
    def from_tables(
        cls,
        tables: Mapping[str, Any],
        *,
        on: date | str | None = None,
        house: "House | None" = None,
    ) -> Self:
        """Read an order file's tables."""
        stated = dict(tables) if on is None else {**tables, "on": on}
        if house is None and _names_a_product(stated):
            says = "no catalogue of a house is given that has it; give one, --catalogue house.toml"
            raise RequestError((Fault("tablets.product", says),))
        if house is not None:
            try:
                stated = house.in_order(stated)
            except FileError as error:
                raise RequestError(error.faults) from None
        if isinstance(stated.get("bench"), Mapping) and "assumed" in stated["bench"]:
            # What is assumed follows from what is stated; a file cannot say it away.
            raise RequestError((Fault("bench.assumed", "no such key; describe the bench instead"),))
        try:
            return cls.model_validate(stated)
        except ValidationError as error:
            raise RequestError(faults(error, of=cls)) from None


def readable(error: ValidationError, *, of: type[BaseModel] = Request) -> str:
    """A pydantic error as lines, each a place and what to write there."""
    return "\n".join(map(str, faults(error, of=of)))
