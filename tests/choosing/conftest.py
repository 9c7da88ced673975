"""30 capsules of 4.5 mg, 135 mg of drug, from what a pharmacy may have on its shelf.

Ground tablets: 135 × 177.3 ÷ 50 = 478.71 mg, weighed as 479 mg; with 2 % in reserve 488.28 mg,
2.75 tablets: 3. Whole tablets: 3 in 33 capsules. Powder of 99.5 % × (1 − 8.5 %) = 91.0425 %:
135 ÷ 0.910425 = 148.28 mg, weighed as 148 mg. The balance is class III, may be off by 6 mg.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ldn_compound.choosing.compare import compare
from ldn_compound.choosing.comparison import Comparison
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.sources.powder import Anhydrous, AsIs, Powder
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)
Compared = Callable[..., Comparison]


def tablets(**stated: Any) -> Tablets:
    """20 tablets of 50 mg, 3546 mg together: 177.3 mg each."""
    return Tablets(strength="50 mg", weighed=20, together="3546 mg", **stated)


def powder(**stated: Any) -> Powder:
    """Powder of 0.995 × 0.915 = 91.0425 %."""
    usual = {
        "substance": "naltrexone hydrochloride",
        "certificate": Anhydrous(assay="99.5 %", water="8.5 %"),
    }
    return Powder(**usual | stated)


def as_is(assay: str) -> Powder:
    """Powder of which the assay is all there is to say."""
    return powder(certificate=AsIs(assay=assay))


@pytest.fixture
def sources() -> dict[str, Any]:
    return {
        "ground tablets": tablets(),
        "whole tablets": tablets(use="whole"),
        "powder": powder(),
    }


@pytest.fixture
def compared(sources: dict[str, Any]) -> Compared:
    """A comparison of capsules, 30 of 4.5 mg from each source unless said otherwise."""

    def made(
        of: Any = None, *, order: Any = None, also: Any = (), policy: Any = None, **capsules: Any
    ) -> Comparison:
        form = Capsules(**{"strength": "4.5 mg", "quantity": 30} | capsules)
        ordered = Order(drug="naltrexone", form=form, **order or {})
        named = sources if of is None else of
        return compare(ordered, named, on=ON, also=also, policy=policy)

    return made


@pytest.fixture
def liquids(sources: dict[str, Any]) -> Comparison:
    """90 mL of 1 mg/mL; of whole tablets 100 mL."""
    form = OralLiquid(
        concentration="1 mg/mL", volume="90 mL", vehicle="purified water", doses=("4.5 mg",)
    )
    return compare(Order(drug="naltrexone", form=form), sources, on=ON)
