"""Orders as a pharmacist meets them: 90 capsules from tablets, many from powder, and mistakes.

50 mg tablets, 20 of them 3546 mg: 177.3 mg each. 90 × 4.5 mg = 405 mg; 405 × 177.3 ÷ 50 =
1436.13 mg of ground tablet, weighed as 1436 mg. A size 2 shell holds 0.37 mL × 0.46 g/mL
= 170.2 mg; for 90 15318 mg, so 15318 − 1436 = 13882 mg of diluent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.rules.approval import Approved
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review
from ldn_compound.sources.powder import Anhydrous, Powder
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)

Reviewed = Callable[..., Review]
Approve = Callable[[Review], Approved]


@pytest.fixture
def tablets() -> Tablets:
    return Tablets(strength="50 mg", weighed=20, together="3546 mg")


@pytest.fixture
def powder() -> Powder:
    return Powder(
        substance="naltrexone hydrochloride",
        certificate=Anhydrous(assay="99.5 %", water="0.5 %"),
        lots=(Lot(number="NX-22", maker="Fagron", expiry="2027-10", amount="5 g"),),
    )


@pytest.fixture
def reviewed(tablets: Tablets) -> Reviewed:
    """A review of capsules, 90 of 4.5 mg in size 2 shells from tablets unless said otherwise."""

    def made(*, source: Any = None, order: Any = None, also: Any = (), **capsules: Any) -> Review:
        house = order or {}
        form = Capsules(**{"strength": "4.5 mg", "quantity": 90, "shell": "2"} | capsules)
        policy = house.pop("policy", None)
        ordered = Order(drug="naltrexone", form=form, **house)
        return check(plan(ordered, source or tablets, on=ON, policy=policy), also=also)

    return made


@pytest.fixture
def undiluted(reviewed: Reviewed) -> Review:
    """4 capsules: 4 × 4.5 × 177.3 ÷ 50 = 63.8 mg of ground tablet, below the balance's 120 mg."""
    return reviewed(quantity=4, order={"policy": Policy(most_stages=0)})


@pytest.fixture
def absolute(reviewed: Reviewed) -> Review:
    """Modified-release tablets, which no waiver makes a source."""
    modified = Tablets(strength="50 mg", weighed=20, together="3546 mg", release="modified")
    return reviewed(source=modified)


@pytest.fixture
def approve() -> Approve:
    """An approval that waives each error."""

    def made(review: Review) -> Approved:
        waivers = tuple(
            error.waive(reason="made to test the process", by="B. Chief", on=ON, second="C. Other")
            for error in review.errors
        )
        return review.approve(by="A. Pharmacist", on=ON, waivers=waivers)

    return made
