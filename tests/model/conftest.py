"""Real plans of every kind, and a walk over all the amounts of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from ldn_compound import Order, Plan, Tablets, plan
from ldn_compound.quantity.amount import Amount

DAY = date(2026, 12, 1)


def _order(form: dict[str, Any], **more: Any) -> Order:
    return Order.model_validate({"drug": "naltrexone", "form": form, **more})


CAPSULES = {"kind": "capsules", "strength": "4.5 mg", "quantity": 90}
POWDER = {
    "kind": "powder",
    "substance": "naltrexone hydrochloride",
    "certificate": {"basis": "anhydrous", "assay": "99.5 %", "water": "8.5 %"},
}
TABLETS = {"kind": "tablets", "strength": "50 mg", "weighed": 20, "together": "3546.0 mg"}
LIQUID = {
    "kind": "oral liquid",
    "concentration": "1 mg/mL",
    "volume": "100 mL",
    "vehicle": "Ora-Plus",
    "doses": ["1.5 mg", "3 mg"],
}
# name: the form ordered, and the source
ORDERED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "tablets by weight": ({**CAPSULES, "shell": "2"}, TABLETS),
    "tablets weighed singly": (
        CAPSULES,
        {"kind": "tablets", "strength": "50 mg", "weights": ["177.1 mg", "177.5 mg"]},
    ),
    "whole tablets": ({**CAPSULES, "quantity": 100}, {**TABLETS, "use": "whole"}),
    "powder, triturated": ({**CAPSULES, "strength": "0.5 mg", "quantity": 30}, POWDER),
    "two runs": ({**CAPSULES, "quantity": 120, "spare": 2, "overage": "3 %"}, TABLETS),
    "calibrated": ({**CAPSULES, "shell": "1", "fill": {"kind": "calibrated"}}, TABLETS),
    "measured": (
        {
            **CAPSULES,
            "shell": "1",
            "fill": {
                "kind": "measured",
                "diluent": {"shells": 10, "together": "2100.0 mg"},
            },
        },
        TABLETS,
    ),
    "oral liquid": (LIQUID, TABLETS),
    "lots": (
        {**CAPSULES, "diluent_lots": [{"number": "d1", "expiry": "2027-06"}]},
        {**TABLETS, "lots": [{"number": "t1", "expiry": "2027-06-30", "tablets": 30}]},
    ),
}


@pytest.fixture(scope="session", params=sorted(ORDERED))
def planned(request: pytest.FixtureRequest) -> Plan:
    """A plan of each kind."""
    form, source = ORDERED[request.param]
    from ldn_compound.model.ports import SOURCES, named

    fields = {name: value for name, value in source.items() if name != "kind"}
    made = named(SOURCES, source["kind"]).model_validate(fields)
    return plan(_order(form), made, on=DAY)


@pytest.fixture(scope="session")
def usual() -> Plan:
    """90 capsules of 4.5 mg from tablets."""
    tablets = Tablets(strength="50 mg", weighed=20, together="3546.0 mg")
    return plan(_order(CAPSULES), tablets, on=DAY)


def _walk(thing: Any, place: str) -> Iterator[tuple[str, Amount]]:
    if isinstance(thing, Amount):
        yield place, thing
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            yield from _walk(getattr(thing, name), f"{place}.{name}")
    elif isinstance(thing, dict):
        for name, one in thing.items():
            yield from _walk(one, f"{place}.{name}")
    elif isinstance(thing, tuple | list):
        for number, one in enumerate(thing):
            yield from _walk(one, f"{place}[{number}]")


@pytest.fixture(scope="session")
def amounts_of() -> Callable[[BaseModel], dict[str, Amount]]:
    """Every amount of a document, by its place."""

    def found(document: BaseModel) -> dict[str, Amount]:
        return dict(_walk(document, ""))

    return found
