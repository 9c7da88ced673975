"""Steps as data: told apart by their verb, and nothing that no verb knows."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ldn_compound.model.steps import Count, Step, Weigh
from ldn_compound.quantity.kinds import Mass, PerTablet, TabletCount

steps: TypeAdapter[Any] = TypeAdapter(Step)
WEIGH = {
    "verb": "weigh",
    "what": "ground tablet",
    "amount": "1436 mg",
    "out_of": "grinding mortar",
    "into": "mixing mortar",
    "carries_active": True,
}


def test_the_verb_says_which() -> None:
    assert steps.validate_python(WEIGH) == Weigh(
        what="ground tablet",
        amount=Mass.of("1436 mg"),
        out_of="grinding mortar",
        into="mixing mortar",
        carries_active=True,
    )


def test_there_and_back() -> None:
    count = Count(
        what="tablets",
        tablets=TabletCount.of(9),
        weight=PerTablet.of("177.3 mg"),
        strength=PerTablet.of("50 mg"),
        into="grinding mortar",
    )
    assert steps.validate_json(steps.dump_json(count)) == count


@pytest.mark.parametrize(
    "change",
    [
        {"verb": "guess"},
        {"verb": None},
        {"amount": 1436},
        {"amount": "1436 mL"},
        {"amount": None},
        {"tablets": 9},
    ],
)
def test_what_is_no_step(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        steps.validate_python({**WEIGH, **change})
