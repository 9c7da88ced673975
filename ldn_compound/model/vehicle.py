"""A vehicle of the house's own: what its label says, and what it is made of if it is made here.

100 mL of it hold, of each part, a mass or a volume: 100 mg of sodium benzoate, 20 mL of glycerol.
"""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, StrictBool, field_validator, model_validator

from ldn_compound.catalog.entries import Preserved, VehicleEntry, VehiclePart
from ldn_compound.catalog.lookup import if_known, plain_name, taken
from ldn_compound.catalog.vehicles import vehicle
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Base
from ldn_compound.model.stated import above_zero
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Mass, Volume


def _plain(name: str) -> str:
    if not name.strip():
        raise AmountError(f"{name!r}: write its name")
    try:
        return plain_name(name, what="vehicle")
    except CatalogError as error:
        raise AmountError(str(error)) from None


def _aqueous(name: str) -> bool:
    """Whether it is an aqueous vehicle of the catalogue, by its name or synonym.

    A name that the catalogue refuses as one of several, "water" or "syrup", is aqueous whichever
    is meant.
    """
    try:
        named = taken(" ".join(name.split()), file="vehicles", what="vehicle")
    except CatalogError:  # a label may list what no entry is called
        return False
    known = if_known(vehicle, " ".join(name.split()))
    return named and (known is None or known.water)


def _in_100_ml(stated: Any) -> Any:
    if not isinstance(stated, str):
        return stated
    return Volume.of(stated) if stated.endswith("L") else Mass.of(stated)


class Part(Base, frozen=True):
    """What 100 mL of a vehicle hold of one ingredient."""

    model_config = ConfigDict(title="the vehicle's part")

    name: Annotated[str, AfterValidator(_plain)]
    amount: Mass | Volume

    @field_validator("amount", mode="before")
    @classmethod
    def _of_text(cls, stated: Any) -> Any:
        return _in_100_ml(stated)

    @field_validator("amount")
    @classmethod
    def _some(cls, amount: Mass | Volume) -> Mass | Volume:
        return above_zero(amount)


class Vehicle(Base, frozen=True):
    """A vehicle by what is known of it; one with `parts` is made in house and brought to volume.

    `water` says whether it is aqueous (water activity 0.60 or more), `contains` what a patient may
    have to avoid in it, `ingredients` all that the label of a ready made one lists. `cites` and
    `confirmed` are in the house's own words.
    """

    model_config = ConfigDict(title="the vehicle")

    name: Annotated[str, AfterValidator(_plain)]
    water: StrictBool
    preserved: Preserved
    contains: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    ad: str = ""
    """What it is brought to volume with."""
    parts: tuple[Part, ...] = ()
    note: str = ""
    cites: tuple[str, ...] = ()
    confirmed: StrictBool = False

    @model_validator(mode="after")
    def _its_own(self) -> Self:
        if taken(self.name, file="vehicles", what="vehicle"):
            raise AmountError(
                f"{self.name!r} is a vehicle of the catalogue: give the house's a name of its own"
            )
        if bool(self.parts) != bool(self.ad.strip()):
            raise AmountError(
                f"vehicle {self.name!r}: parts go with ad, what it is brought to volume with; "
                "write ad = 'purified water'"
            )
        if self.parts and self.ingredients:
            raise AmountError(
                f"vehicle {self.name!r}: ingredients are what the label of a ready made vehicle "
                "lists; one made in house is made of its parts, so leave them out"
            )
        names = [part.name.lower() for part in self.parts]
        if len(set(names)) < len(names):
            raise AmountError(f"vehicle {self.name!r}: a part is stated twice; write one amount")
        return self

    @model_validator(mode="after")
    def _dry(self) -> Self:
        if self.water:
            return self
        for name in (self.ad, *(part.name for part in self.parts), *self.ingredients):
            if _aqueous(name):
                raise AmountError(
                    f"vehicle {self.name!r}: water = false, and {name!r} is in it, which is "
                    "aqueous; write water = true"
                )
        return self

    @kept
    def entry(self) -> VehicleEntry:
        """It as the catalogue has its vehicles."""
        return VehicleEntry(
            name=self.name,
            water=self.water,
            preserved=self.preserved,
            contains=self.contains,
            ingredients=self.ingredients,
            undisclosed=not (self.parts or self.ingredients),
            ad=self.ad,
            parts=tuple(VehiclePart(part.name, part.amount) for part in self.parts),
            note=self.note,
            cites=self.cites,
            confirmed=self.confirmed,
        )

    def __str__(self) -> str:
        return self.name
