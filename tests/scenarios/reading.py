"""The scenarios as they are written, and the order and review that each comes to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldn_compound.model.toml import read_toml
from ldn_compound.planning.request import Request
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review

FOLDER = Path(__file__).parent
USUAL = read_toml((FOLDER / "usual.toml").read_text("utf-8"))
SOURCES = ("powder", "tablets", "injection", "prepared")
FORMS = ("capsules", "oral_liquid")
EXPECTED = ("title", "fires", "near_miss", "findings", "notes", "figures", "steps", "says")
TOLD = ("source", "form", "without", *EXPECTED)

Scenario = Mapping[str, Any]


def _read() -> list[tuple[str, Scenario]]:
    return [
        (path.stem, scenario)
        for path in sorted(FOLDER.glob("*.toml"))
        if path.stem != "usual"
        for scenario in read_toml(path.read_text("utf-8"))["scenario"]
    ]


SCENARIOS = _read()


def _chosen(scenario: Scenario, key: str, names: tuple[str, ...]) -> str:
    """The source or form that a scenario says or describes; else the usual, the first."""
    stated = [name for name in names if name in scenario]
    return scenario.get(key, stated[0] if stated else names[0])


def request_of(scenario: Scenario) -> Request:
    """The usual order with what the scenario does otherwise; only its own source is kept."""
    kept = (_chosen(scenario, "source", SOURCES), _chosen(scenario, "form", FORMS))
    tables = {
        name: one for name, one in USUAL.items() if name not in (*SOURCES, *FORMS) or name in kept
    }
    for name, one in scenario.items():
        if name not in TOLD:
            usual = tables.get(name)
            both = isinstance(usual, dict) and isinstance(one, dict)
            tables[name] = {**usual, **one} if both else one
    for place in scenario.get("without", ()):
        table, key = place.split(".")
        tables[table] = {name: one for name, one in tables[table].items() if name != key}
    return Request.from_tables(tables)


def review_of(scenario: Scenario) -> Review:
    return check(request_of(scenario).plan())
