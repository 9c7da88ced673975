"""The preparation that the tests of the rules start from: no rule finds an error in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)
Planned = Callable[..., Plan]

CAPSULES: dict[str, Any] = {
    "strength": "4.5 mg",
    "quantity": 100,
    "shell": "3",
    "fill": {"kind": "measured", "diluent": {"shells": 10, "together": "1380 mg"}},
    "diluent_lots": ({"number": "C-7", "expiry": "2028-06"},),
    "shell_lots": ({"number": "S-2", "expiry": "2028-06"},),
}
TABLETS: dict[str, Any] = {
    "strength": "50 mg",
    "weighed": 20,
    "together": "3546 mg",
    "lots": ({"number": "T-5", "expiry": "2028-06"},),
}
POWDER: dict[str, Any] = {
    "substance": "naltrexone hydrochloride dihydrate",
    "certificate": {"basis": "anhydrous", "assay": "99.5 %", "water": "8.5 %"},
    "lots": ({"number": "P-3", "expiry": "2028-06"},),
}
BENCH: dict[str, Any] = {
    "balance": {"readability": "1 mg", "sensitivity": "6 mg", "capacity": "120 g"},
    "machine": {"holes": 100},
}


@pytest.fixture
def planned() -> Planned:
    """The usual plan, with what a test does otherwise."""

    def made(
        *,
        order: dict[str, Any] | None = None,
        capsules: dict[str, Any] | None = None,
        tablets: dict[str, Any] | None = None,
        powder: dict[str, Any] | None = None,
        source: Any = None,
        policy: Policy | None = None,
    ) -> Plan:
        form = Capsules.model_validate(CAPSULES | (capsules or {}))
        if source is None:
            source = (
                Powder.model_validate(POWDER | powder)
                if powder is not None
                else Tablets.model_validate(TABLETS | (tablets or {}))
            )
        return plan(
            Order(drug="naltrexone", form=form, **(order or {})),
            source,
            on=ON,
            bench=Bench.model_validate(BENCH),
            policy=policy,
        )

    return made
