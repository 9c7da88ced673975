"""A plan: the order, what will be made of what, and the steps, every amount with its working."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, cast

from pydantic import ConfigDict, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.bench import Bench
from ldn_compound.model.beyond_use import BeyondUse
from ldn_compound.model.deciding import deciding
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import DILUTIONS, AnySource, kinds_of
from ldn_compound.model.seldom import Lot, WholeTabletWay
from ldn_compound.model.shell import Shell
from ldn_compound.model.steps import Step
from ldn_compound.model.stock import Solid, Supply
from ldn_compound.model.when_stated import OneOf
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import (
    Concentration,
    Mass,
    PerUnit,
    Ratio,
    TabletCount,
    UnitCount,
    Volume,
)


class Ready(Base, frozen=True):
    """How a source's material comes to be ready for weighing, and how much there is then."""

    steps: tuple[Step, ...] = ()
    before: tuple[Step, ...] = ()
    """Steps of another preparation that made it, where that is shared."""
    vessel: str
    """Where it is weighed from."""
    available: Mass | Volume | None = None
    """None: as much as is asked for."""
    tablets: TabletCount | None = None
    supplies: tuple[Supply, ...] = ()

    def supplied(self, stock: "Solid | Liquid") -> tuple[Supply, ...]:
        """Its supplies; the stock itself among them, where nothing is done to it first."""
        if self.steps or any(supply.vessel == self.vessel for supply in self.supplies):
            return self.supplies
        return (*self.supplies, stock.supply(self.vessel))


class Filling(Base, frozen=True):
    """How the shells are filled, and what that rests on."""

    kind: Literal["capsules"] = "capsules"
    shell: Shell
    diluent: str
    basis: str
    """"estimated", "measured" or "calibrated"."""
    full_of_diluent: PerUnit
    full_of_powder: PerUnit
    part_filled: Ratio
    """Part of the fill that the powder takes."""
    net_fill: PerUnit | None
    """What each unit holds, net; None where it is found at the bench."""
    lots: tuple[Lot, ...] = ()
    """Of the shells."""
    container: str = ""
    """What the units are packed in; empty where nobody said."""
    storage: str = "room temperature"


if TYPE_CHECKING:
    from ldn_compound.model.bottled import Bottled
    from ldn_compound.model.deciding import Decider
    from ldn_compound.model.liquid import Liquid

    Made = Filling | Bottled
    Stock = Solid | Liquid
else:
    _MADE = {"capsules": Filling, "oral liquid": "ldn_compound.model.bottled:Bottled"}
    Made = Annotated[Any, OneOf("kind", _MADE)]
    _STOCK = {"Solid": Solid, "Liquid": "ldn_compound.model.liquid:Liquid"}
    Stock = Annotated[Any, OneOf(None, _STOCK)]


class Finished(Base, frozen=True):
    """The steps from the weighed powder to the finished units."""

    steps: tuple[Step, ...]
    supplies: tuple[Supply, ...]
    made: Made
    assumptions: tuple[str, ...] = ()


class Plan(Document, frozen=True):
    """Exact, weighable, checkable bench steps for one order. `explain` any of its amounts."""

    model_config = ConfigDict(title="the plan")

    order: Order
    source: AnySource
    taken_from: AnySource
    """What is weighed out: the source, or a dilution of it that the bench can weigh."""
    bench: Bench
    policy: Policy
    on: date
    """The day of compounding."""
    version: str
    """The library's version that made it."""
    units: UnitCount
    """Units made, the spare ones included."""
    strength: PerUnit
    """As `order.strength_as` counts."""
    strength_in_source: PerUnit
    """As the source's potency counts."""
    active: Mass
    """Active wanted, overage included, as the source's potency counts it."""
    stock: Stock
    potency: Ratio | Concentration
    """The potency weighed by: the stock's, after the policy's corrections."""
    wanted: Mass | Volume
    """Of the material weighed, before rounding."""
    taken: Mass | Volume
    """Of the material, as weighed out."""
    supplies: tuple[Supply, ...]
    steps: tuple[Step, ...]
    made: Made
    before: tuple[Step, ...] = ()
    """Steps of the shared preparation that it is taken from; they decide its content too."""
    assumptions: tuple[str, ...] = ()
    """What was taken for granted, to be printed."""
    whole_tablet_ways: tuple[WholeTabletWay, ...] = ()
    """The ways offered where whole tablets are used; the plan takes the first."""
    beyond_use: BeyondUse
    """Until when it may be used, and what that rests on."""

    @model_validator(mode="after")
    def _dated_as_planned(self) -> Self:
        found = self.beyond_use
        if found.made != self.on:
            raise AmountError(
                f"beyond_use: made {found.made}, yet planned for {self.on}; plan anew"
            )
        for what, lots in self.lots:
            for lot in lots:
                if lot.until is not None and lot.until < found.date:
                    raise AmountError(
                        f"beyond_use: {found.date}, yet {what}, lot {lot.number}, may be used "
                        f"until {lot.until}; plan anew"
                    )
        return self

    @model_validator(mode="after")
    def _made_as_ordered(self) -> Self:
        for what, made, ordered in self._named_twice():
            if made != ordered:
                raise AmountError(f"{what}: {made}, yet {ordered} by what it rests on; plan anew")
        return self

    def _named_twice(self) -> Iterator[tuple[str, Amount, Amount]]:
        """What the label says, and what of the order or of the steps it has to be."""
        made, form = self.made, cast(Any, self.order.form)
        if isinstance(made, Filling):
            yield "strength", self.strength, form.strength
            return
        if "oral liquid" in kinds_of(form):
            yield "made, concentration", made.concentration, form.concentration
            brought = [step.volume for step in self.steps if step.verb == "bring_to"]
            for volume in brought[-1:]:
                yield "made, volume", made.volume, volume

    @property
    def filling(self) -> Filling | None:
        """How the shells are filled; None where no capsules are made."""
        made = self.made
        return made if isinstance(made, Filling) else None

    @property
    def bottled(self) -> "Bottled | None":
        """What is bottled; None where no liquid is made."""
        made = self.made
        return None if isinstance(made, Filling) else made

    @kept
    def origin(self) -> Any:
        """What the active comes from, under any dilution of it: tablets, powder or another."""
        return undiluted(self.source)

    @kept
    def deciders(self) -> "Mapping[str, tuple[Decider, ...]]":
        """By vessel that fills units: what weighings and measurings decide what a unit holds."""
        return deciding((*self.before, *self.steps))

    @kept
    def inert(self) -> tuple[Supply, ...]:
        """What goes in beside the drug: diluents, a vehicle or its parts; each material once."""
        by_name: dict[str, Supply] = {}
        for supply in self.supplies:
            if supply.potency is None and supply.concentration is None:
                by_name.setdefault(supply.material, supply)
        return tuple(by_name.values())

    @kept
    def lots(self) -> tuple[tuple[str, tuple[Lot, ...]], ...]:
        """What it is made of, by name, each with its lots: the source first, shells last."""
        inert = [(supply.material, supply.lots) for supply in self.inert]
        shells = [("capsule shells", one.lots)] if (one := self.filling) is not None else []
        return (("source", self.stock.lots), *inert, *shells)

    def amount(self, name: str) -> Amount:
        """An amount of the plan by its name, for `explain`: "taken", "active", "net_fill"."""
        named = self.amounts
        if name not in named:
            from ldn_compound.errors import CatalogError

            raise CatalogError(f"{name!r}: the plan's amounts are {', '.join(named)}")
        return named[name]

    @property
    def amounts(self) -> dict[str, Amount]:
        """The plan's main amounts by name."""
        main: dict[str, Amount | None] = {
            "strength": self.strength,
            "units": self.units,
            "active": self.active,
            "potency": self.potency,
            "taken": self.taken,
            "wanted": self.wanted,
            "net_fill": self.filling.net_fill if self.filling else None,
        }
        weighed = {
            step.what.replace(" ", "_"): step.amount for step in self.steps if step.verb == "weigh"
        }
        return {name: one for name, one in {**weighed, **main}.items() if one is not None}


def undiluted(source: Any) -> Any:
    """What a source is a dilution of, under all its dilutions; itself where it is none."""
    while kinds_of(source) & DILUTIONS:
        source = source.of
    return source
