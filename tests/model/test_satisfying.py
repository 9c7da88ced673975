"""What stands for a source, a form or a rule: whatever has the names, however it comes by them."""

from __future__ import annotations

from typing import Any

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.ports import Form, Source
from ldn_compound.model.satisfying import asked_of, satisfies
from ldn_compound.rules.rule import HouseRule
from ldn_compound.sources.tablets import Tablets

TABLETS = Tablets(strength="50 mg", weight="177.3 mg")


class Passing:
    """Has nothing of its own, and passes on all that it is asked."""

    def __init__(self, inside: Any) -> None:
        self.inside = inside

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inside, name)


class Half:
    def stock(self) -> None: ...


@pytest.mark.parametrize(
    ("thing", "protocol"),
    [
        (TABLETS, Source),
        (Passing(TABLETS), Source),
        (Passing(Capsules(strength="4.5 mg", quantity=90)), Form),
    ],
)
def test_it_has_all_that_is_asked(thing: Any, protocol: Any) -> None:
    assert satisfies(thing, protocol)


@pytest.mark.parametrize("thing", [Half(), Tablets, Source, Passing(Half()), None, "tablets"])
def test_something_is_lacking_or_it_is_a_class(thing: Any) -> None:
    assert not satisfies(thing, Source)


def test_what_is_asked() -> None:
    assert asked_of(Source) == ("stock", "prepare")
    asked = ("code", "version", "title", "severity", "remedy", "cites", "check")
    assert asked_of(HouseRule) == asked
