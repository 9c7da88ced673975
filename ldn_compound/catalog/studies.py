"""Published stability studies, each bound to the formulation it tested."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn_compound.catalog.facts import Limits
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find_key
from ldn_compound.catalog.row import Row
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.kinds import Celsius, Concentration, Days, Mass, PerUnit, Volume

_FILE = "studies"
_FORMS = ("capsules", "oral liquid")
_STORAGES = ("room", "refrigerator")
_WORDS = ("title", "form", "active", "light", "assumed", "note")
STUDY = ("strength", "concentration", "source", "container", "contents", "stable", *_WORDS)
_CONTENT = ("name", "also", "mass", "volume")


class StudyContent(NamedTuple):
    """What the formulation holds beside the active, with its amount in 100 mL where stated."""

    name: str
    also: tuple[str, ...] = ()
    mass: Mass | None = None
    volume: Volume | None = None


class Stable(NamedTuple):
    """How long it was found stable, kept so."""

    storage: str
    days: Days
    temperature: Limits[Celsius] | None = None

    @property
    def at(self) -> str:
        """The temperature in words, "2 °C to 8 °C"; nothing where it is not stated."""
        if self.temperature is None:
            return ""
        return " to ".join(dict.fromkeys(self.temperature.texts))


class Study(NamedTuple):
    """A stability study. What it does not state (None, empty) is not compared with a preparation.

    A house's own study is one of these too.
    """

    name: str
    title: str
    form: str
    active: str
    contents: tuple[StudyContent, ...]
    stable: tuple[Stable, ...]
    cites: tuple[str, ...]
    confirmed: bool
    strength: Limits[PerUnit] | None = None
    concentration: Concentration | None = None
    source: tuple[str, ...] = ()
    container: tuple[str, ...] = ()
    light: str = ""
    """"protected" where it was kept from light."""
    assumed: str = ""
    """What is taken for granted beyond what was read."""
    note: str = ""

    def __hash__(self) -> int:  # quick, and the same where two are equal
        return hash(self.name)


@cache
@cache
def studies_of(form: str) -> tuple[Study, ...]:
    """Every study of a form, "capsules" or "oral liquid", that the catalogue holds."""
    every = tables(_FILE)["study"].items()
    return tuple(_study(name) for name, table in every if table.get("form") == form)


def study(name: str) -> Study:
    """The study of this key, "cote-2018"."""
    return _study(find_key(name, file=_FILE, what="study"))


@cache
def _study(name: str) -> Study:
    return study_of(Row(_FILE, name, tables(_FILE)["study"][name], keys=STUDY), name=name)


def study_of(row: Row, *, name: str) -> Study:
    """The study that an entry states."""
    return Study(
        name=name,
        title=row.said("title"),
        form=row.choice("form", _FORMS),
        active=row.said("active"),
        strength=row.limits("strength", PerUnit),
        concentration=row.amount("concentration", Concentration),
        contents=tuple(_content(row, one) for one in row.tables("contents")),
        source=row.texts("source"),
        container=row.texts("container"),
        light=row.choice("light", ("", "protected")),
        stable=tuple(_stable(row, one) for one in row.tables("stable")),
        assumed=row.text("assumed"),
        note=row.text("note"),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
    )


def _content(study: Row, stated: Any) -> StudyContent:
    row = study.part("contents", stated, keys=_CONTENT)
    return StudyContent(
        name=row.said("name"),
        also=row.texts("also"),
        mass=row.amount("mass", Mass),
        volume=row.amount("volume", Volume),
    )


def _whole_days(row: Row) -> Days:
    days = row.required("days", Days)
    if days.base < 1 or days.base.denominator != 1:
        raise row.refused("days", f"{days}: write a whole number of days, such as '90 days'")
    return days


def _stable(study: Row, stated: Any) -> Stable:
    row = study.part("stable", stated, keys=("storage", "temperature", "days"))
    at = row.texts("temperature")
    return Stable(
        storage=row.choice("storage", _STORAGES),
        days=_whole_days(row),
        temperature=row.pair(list(at), "temperature", Celsius, study.backing) if at else None,
    )
