"""Named tuples that share a constructor: `typing`'s own class says what is expected of them."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ldn_compound import named


class Weighed(named.NamedTuple):
    """What was weighed."""

    what: str
    mass: int
    lot: str = "none"
    boxes: tuple[str, ...] = ()

    @property
    def heavier(self) -> int:
        return self.mass + 1


class Typings(typing.NamedTuple):
    """What was weighed."""

    what: str
    mass: int
    lot: str = "none"
    boxes: tuple[str, ...] = ()

    @property
    def heavier(self) -> int:
        return self.mass + 1


class Subclass(Weighed):
    """Has the same places."""


NAMES = ("what", "mass", "lot", "boxes", "other")
VALUES = st.one_of(st.text(max_size=3), st.integers(), st.none())


def made(kind: Any, values: list[Any], by_name: dict[str, Any]) -> Any:
    """What a constructor gives: its values, or that it refuses."""
    try:
        return tuple(kind(*values, **by_name))
    except TypeError:
        return "refused"


@given(values=st.lists(VALUES, max_size=6), by_name=st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_a_call_gives_what_typing_s_gives(values: list[Any], by_name: dict[str, Any]) -> None:
    assert made(Weighed, values, by_name) == made(Typings, values, by_name)


@pytest.mark.parametrize(
    ("values", "by_name", "gives"),
    [
        (["powder", 405], {}, ("powder", 405, "none", ())),
        (["powder"], {"mass": 405, "boxes": ("tare",)}, ("powder", 405, "none", ("tare",))),
        (["powder", 405, "L1", ()], {}, ("powder", 405, "L1", ())),
        (["powder"], {}, "refused"),
        (["powder", 405], {"what": "again"}, "refused"),
        (["powder", 405], {"weight": 1}, "refused"),
        (["powder", 405, "L1", (), 1], {}, "refused"),
        ([], {}, "refused"),
    ],
)
def test_a_call_in_order_and_by_name(
    values: list[Any], by_name: dict[str, Any], gives: object
) -> None:
    assert made(Weighed, values, by_name) == gives


def test_a_refused_call_says_which_fields_there_are() -> None:
    called: Any = Weighed
    with pytest.raises(TypeError, match=r"Weighed\(what, mass, lot, boxes\), each field once"):
        called("powder", weight=1)


def test_it_is_a_tuple_with_names() -> None:
    ours, theirs = Weighed("powder", 405), Typings("powder", 405)
    assert ours == theirs == ("powder", 405, "none", ())
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Typings", "Weighed")
    assert (ours.what, ours.mass, ours.lot, ours.boxes) == ours
    assert ours.heavier == 406
    assert ours._replace(mass=5) == ("powder", 5, "none", ())
    assert ours._asdict() == theirs._asdict()
    assert Weighed._fields == Typings._fields
    assert Weighed._field_defaults == Typings._field_defaults
    assert Weighed.__match_args__ == Typings.__match_args__
    assert Weighed.__doc__ == Typings.__doc__


def test_a_match_takes_it_apart() -> None:
    match Weighed("powder", 405):
        case Weighed(what, mass=mass):
            assert (what, mass) == ("powder", 405)
        case _:
            pytest.fail("its places have names")


@pytest.mark.parametrize("kind", [Weighed, Subclass])
def test_copies_are_of_the_same_class(kind: type[Weighed]) -> None:
    one = kind("powder", 405, boxes=("tare",))
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert again == one
        assert type(again) is kind


@pytest.mark.parametrize("name", ["mass", "other"])
def test_nothing_in_it_can_be_set(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(Weighed("powder", 405), name, 1)
