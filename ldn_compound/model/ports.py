"""What a source and a dosage form must be able to say; the package's own and a user's alike.

A user's class needs nothing but these methods: no subclassing, no registration. The package's own
kinds are listed by name in SOURCES and FORMS, and imported when an order first names one.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, runtime_checkable

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ldn_compound.errors import AmountError, PlanError
from ldn_compound.model.satisfying import asked_of, satisfies
from ldn_compound.quantity.kinds import Mass, UnitCount
from ldn_compound.quantity.rounding import Mode
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.model.bench import Balance, Bench
    from ldn_compound.model.liquid import Liquid
    from ldn_compound.model.order import Order
    from ldn_compound.model.plan import Finished, Ready
    from ldn_compound.model.policy import Policy
    from ldn_compound.model.stock import Solid


@runtime_checkable
class Source(Protocol):
    """An origin of the active."""

    def stock(self) -> Solid | Liquid:
        """What it comes to: a solid of known potency, or a liquid of known concentration."""
        ...

    def prepare(self, amount: Any, *, bench: Bench, policy: Policy) -> Ready:
        """How to have so much of it, a mass or a volume, ready to be taken."""
        ...


@runtime_checkable
class Form(Protocol):
    """A dosage form."""

    @property
    def strength(self) -> Any:
        """Active in one unit, as the order counts it: a `PerUnit`.

        `Any` here and below, because pyright does not see through a stated or cached field.
        """
        ...

    @property
    def units(self) -> Any:
        """Units to make, the spare ones included."""
        ...

    @property
    def size(self) -> int:
        """How much is ordered, as a whole number of its smallest part (capsules)."""
        ...

    def of_size(self, size: int) -> Form:
        """The same, with another size."""
        ...

    def of_units(self, units: UnitCount) -> Form:
        """The same order, made in more units than were ordered."""
        ...

    def size_said(self, size: int) -> str:
        """A size in words: "30 capsules"."""
        ...

    def diluent_name(self, policy: Policy) -> str:
        """The powder that drug for this form is diluted with."""
        ...

    def demand(self, order: Order, *, policy: Policy) -> Mass:
        """The active it needs, as the order's strength counts it."""
        ...

    def finish(
        self, taken: Any, *, order: Order, stock: Any, bench: Bench, policy: Policy
    ) -> Finished:
        """The steps from the mass or volume taken to the finished units."""
        ...


SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "tablets": "ldn_compound.sources.tablets:Tablets",
        "powder": "ldn_compound.sources.powder:Powder",
        "trituration": "ldn_compound.sources.trituration:Trituration",
        "shared trituration": "ldn_compound.sources.shared_trituration:SharedTrituration",
        "stock solution": "ldn_compound.sources.stock_solution:StockSolution",
        "prepared": "ldn_compound.sources.prepared:Prepared",
        "injection": "ldn_compound.sources.injection:Injection",
        "foreign": "ldn_compound.sources.foreign:Foreign",
    }
)
FORMS: Mapping[str, str] = MappingProxyType(
    {
        "capsules": "ldn_compound.forms.capsules:Capsules",
        "oral liquid": "ldn_compound.forms.oral_liquid:OralLiquid",
    }
)

DILUTIONS = frozenset({"trituration", "shared trituration", "stock solution"})
"""Sources that are another one, diluted: it is their `of`."""


def named(table: Mapping[str, str], kind: object) -> type[Any]:
    """The class that a table names for `kind`."""
    if not isinstance(kind, str) or kind not in table:
        raise AmountError(f"kind = {kind!r}: write one of {', '.join(map(repr, table))}")
    module, name = table[kind].split(":")
    return getattr(import_module(module), name)  # type: ignore[no-any-return]


class _Port:
    """How pydantic reads and writes a field that holds any source, or any form."""

    def __init__(self, table: Mapping[str, str], port: type[Any]) -> None:
        self.table = table
        self.port: Any = port

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._read,
            serialization=core_schema.plain_serializer_function_ser_schema(_written, info_arg=True),
        )

    def _read(self, stated: Any, info: core_schema.ValidationInfo) -> Any:
        if isinstance(stated, dict):
            return self._from_table(stated, info)
        if satisfies(stated, self.port):
            return stated
        wanted = " and ".join(asked_of(self.port))
        raise AmountError(
            f"{stated!r} is no {self.port.__name__.lower()}: it has {wanted}; "
            f"the package's own are {', '.join(name for name in self.table if name != 'foreign')}"
        )

    def _from_table(self, stated: dict[str, Any], info: core_schema.ValidationInfo) -> Any:
        kind = stated.get("kind")
        if kind == "foreign":
            for known in (info.context or {}).get("sources", ()):
                if known.__name__ == stated.get("name"):
                    from ldn_compound.model.storing import rebuilt

                    return rebuilt(known, stated)
            if kind not in self.table:
                name = stated.get("name")
                raise AmountError(
                    f"{name!r} is somebody's own and not known here: read the document with "
                    f"context={{'sources': ({name},)}}"
                )
        return named(self.table, kind).model_validate(
            {name: value for name, value in stated.items() if name != "kind"}, context=info.context
        )

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        if _within.get():  # a source of a source is described by its kind alone
            kinds = {"kind": {"enum": list(self.table)}}
            return {"type": "object", "properties": kinds, "required": ["kind"]}
        token = _within.set(True)
        try:
            return {"oneOf": [self._schema(kind, handler) for kind in self.table]}
        finally:
            _within.reset(token)

    def _schema(self, kind: str, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        model = named(self.table, kind)
        model.model_rebuild()
        schema: dict[str, Any] = handler.resolve_ref_schema(handler(model.__pydantic_core_schema__))
        properties = {"kind": {"const": kind}, **schema.get("properties", {})}
        return schema | {
            "properties": properties,
            "required": ["kind", *schema.get("required", ())],
        }


_within: ContextVar[bool] = ContextVar("ldn_compound_within_a_port", default=False)

AnySource = Annotated[Source, _Port(SOURCES, Source)]
AnyForm = Annotated[Form, _Port(FORMS, Form)]


def kind_of(thing: object) -> str:
    """The package's word for a source or form, or "foreign"."""
    class_ = type(thing)
    return _kind_at(f"{class_.__module__}:{class_.__name__}")


def kinds_of(thing: object) -> frozenset[str]:
    """The package's words for a source or form, and for all that its class descends from.

    As `isinstance`, and no class is imported for the question.
    """
    class_: Any = type(thing)
    return _kinds_of(class_)


@cache
def _kinds_of(class_: type[Any]) -> frozenset[str]:
    return frozenset(_kind_at(f"{one.__module__}:{one.__name__}") for one in class_.__mro__)


@cache
def _kind_at(where: str) -> str:
    for table in (SOURCES, FORMS):
        for kind, path in table.items():
            if path == where:
                return kind
    return "foreign"


def refuse_pieces(source: Any, *, what: str) -> None:
    """Refuse tablets used whole or in pieces where a part of their powder is weighed."""
    if "tablets" in kinds_of(source) and source.use != "by weight":
        raise AmountError(
            f"{what}: its powder is weighed, of tablets with use = {source.use!r}; "
            "write use = 'by weight'"
        )


def refuse_between_marks(*masses: Mass, what: str, balance: Balance) -> None:
    """Refuse to weigh what the balance does not show, where the house states how much it is."""
    for mass in masses:
        nearest = balance.roundings[Mode.UP if mass < balance.readability else Mode.HALF_UP]
        if not nearest.holds(mass):
            raise PlanError(
                f"{what}: {write(mass)} on a balance that reads {write(balance.readability)}",
                remedy=f"write '{write(nearest(mass))}', or the readability that the display has",
            )


def _written(thing: Any, info: core_schema.SerializationInfo) -> Any:
    mode: Literal["json", "python"] = "json" if info.mode == "json" else "python"
    kind = kind_of(thing)
    if kind != "foreign":
        return {"kind": kind, **thing.model_dump(mode=mode)}
    from ldn_compound.model.storing import stored

    return {"kind": "foreign", **stored(thing)}
