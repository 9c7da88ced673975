"""What the catalogue holds: sources, substances, excipients, shells, products, instruments.

An entry's amounts carry their own citation; its `cites` and `confirmed` are for its words.
"""

from __future__ import annotations

from typing import Literal

from ldn_compound.catalog.facts import Limits
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import (
    Concentration,
    Density,
    Mass,
    MolarMass,
    PerTablet,
    PerUnit,
    Ratio,
    SpecificVolume,
    Volume,
    VolumePerUnit,
)

Preserved = Literal["yes", "no", "unknown"]


class Reference(NamedTuple):
    """A source, as one would cite it; `seen` says how it was read."""

    key: str
    title: str
    place: str
    seen: str
    edition: str = ""
    date: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.edition, self.date, self.place) if part)


class Substance(NamedTuple):
    """A drug in one form; `parent` names the substance it is a salt or hydrate of."""

    name: str
    form: str
    formula: str
    molar_mass: MolarMass
    synonyms: tuple[str, ...]
    cites: tuple[str, ...]
    confirmed: bool
    parent: str = ""
    water: Ratio | None = None
    assay: Limits[Ratio] | None = None
    assay_basis: str = ""
    unii: str = ""
    cas: str = ""
    rxcui: str = ""
    atc: str = ""
    solubility: str = ""
    water_solubility: Concentration | None = None
    displacement: SpecificVolume | None = None
    storage: str = ""
    stability: str = ""
    note: str = ""


class Excipient(NamedTuple):
    """A powder beside the drug; `contains` is what a patient may have to avoid in it."""

    name: str
    role: str
    synonyms: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    confirmed: bool = False
    unii: str = ""
    tapped: Density | None = None
    bulk: Limits[Density] | None = None
    contains: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    """What a mixture is made of, as far as it was read."""
    undisclosed: bool = False
    """Whether it may hold what neither `contains` nor `ingredients` names."""
    slows_release: bool = False
    advice: str = ""
    note: str = ""


class ShellEntry(NamedTuple):
    """An empty hard capsule shell, by the table it was read in."""

    size: str
    maker: str
    volume: VolumePerUnit
    cites: tuple[str, ...] = ()
    confirmed: bool = False
    says: str = ""
    empty: PerUnit | None = None
    empty_hypromellose: PerUnit | None = None


class Product(NamedTuple):
    """A commercial product; where `refused` says why, it is no source."""

    name: str
    substance: str
    presentation: str
    release: str
    synonyms: tuple[str, ...]
    cites: tuple[str, ...]
    confirmed: bool
    strength: PerTablet | None = None
    content: Limits[Ratio] | None = None
    tablet_weight: Limits[PerTablet] | None = None
    lactose: PerTablet | None = None
    contains: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    other_actives: tuple[str, ...] = ()
    rxcui: str = ""
    refused: str = ""
    note: str = ""


class VehiclePart(NamedTuple):
    """What 100 mL of a vehicle made in house hold of one ingredient: a mass or a volume."""

    name: str
    amount: Mass | Volume


class VehicleEntry(NamedTuple):
    """A vehicle of oral liquids; one with `parts` is made in house, brought to volume with `ad`."""

    name: str
    water: bool
    preserved: Preserved
    cites: tuple[str, ...]
    confirmed: bool
    synonyms: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    """What a ready made one is made of, as far as it was read."""
    undisclosed: bool = False
    """Whether it may hold what neither `contains`, `ingredients` nor `parts` names."""
    density: Density | None = None
    ad: str = ""
    parts: tuple[VehiclePart, ...] = ()
    note: str = ""


class BalanceEntry(NamedTuple):
    """A balance as it is usually met; `sensitivity` is its sensitivity requirement."""

    name: str
    readability: Mass
    capacity: Mass
    sensitivity: Mass
    cites: tuple[str, ...]
    confirmed: bool
    note: str = ""


class MachineEntry(NamedTuple):
    """A hand-operated capsule machine and how many shells it holds."""

    name: str
    holes: int
    cites: tuple[str, ...]
    confirmed: bool


class Graduate(NamedTuple):
    """A cylinder or syringe: what it holds and its least graduation."""

    name: str
    capacity: Volume
    graduation: Volume
    cites: tuple[str, ...]
    confirmed: bool
