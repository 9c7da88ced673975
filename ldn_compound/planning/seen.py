"""What a plan makes, as its dating sees it: the fields of a `Preparation`, without its checks.

What the library computed needs no checking, and an order loads nothing that only checks.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Concentration, Mass, PerUnit, Ratio, Volume

if TYPE_CHECKING:
    from ldn_compound.model.preparation import (
        AntimicrobialTest,
        Component,
        Container,
        Content,
        Monograph,
        Preparation,
    )


class SeenContainer(NamedTuple):
    """What it is packed in; None: nobody said."""

    name: str
    tight: bool | None
    light_resistant: bool | None


class SeenContent(NamedTuple):
    """What is in it, with its amount in 100 mL."""

    name: str
    mass: Mass | None = None
    volume: Volume | None = None


class SeenComponent(NamedTuple):
    """What it is made of, and until when that may be used."""

    name: str
    until: datetime.date | None = None
    kind: Literal["expiry", "beyond-use date"] = "expiry"
    printed: str = ""


class Seen(NamedTuple):
    """The preparation."""

    form: Literal["capsules", "oral liquid"]
    active: str
    strength: PerUnit | None
    concentration: Concentration | None
    contents: tuple[SeenContent, ...]
    source: str
    contains_water: bool
    preserved: Literal["yes", "no", "unknown"]
    storage: Literal["room", "refrigerator"]
    refrigeration_harms: str
    container: SeenContainer
    monograph: Monograph | None
    antimicrobial_test: AntimicrobialTest | None
    water_activity: Ratio | None = None
    components: tuple[SeenComponent, ...] = ()

    @property
    def all_but_components(self) -> tuple[object, ...]:
        """What its evidence depends on."""
        return self[:-1]


if TYPE_CHECKING:
    AnyComponent: TypeAlias = Component | SeenComponent
    AnyContainer: TypeAlias = Container | SeenContainer
    AnyContent: TypeAlias = Content | SeenContent
    AnyPreparation: TypeAlias = Preparation | Seen
