"""From which strength to which."""

import pytest
from pydantic import ValidationError

from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.quantity.kinds import Mass, PerUnit


def limits(low: str, high: str) -> StrengthLimits:
    return StrengthLimits(low=low, high=high)


def test_both_are_allowed_and_nothing_beyond() -> None:
    usual = limits("0.5 mg", "4.5 mg")
    assert usual.holds(PerUnit.of("0.5 mg"))
    assert usual.holds(Mass.of("4.5 mg"))
    assert not usual.holds(PerUnit.of("0.499999 mg"))
    assert not usual.holds(Mass.of("4.500001 mg"))


def test_in_words() -> None:
    assert str(limits("500 mcg", "4.5 mg")) == "0.5 mg to 4.5 mg"


def test_one_within_another() -> None:
    outer = limits("0.1 mg", "10 mg")
    assert outer.within(outer)
    assert limits("0.5 mg", "4.5 mg").within(outer)
    assert not limits("0.09 mg", "4.5 mg").within(outer)
    assert not limits("0.5 mg", "10.1 mg").within(outer)


def test_those_of_the_catalogue() -> None:
    assert StrengthLimits.of_fact("strength") == limits("0.5 mg", "4.5 mg")


@pytest.mark.parametrize(
    ("low", "high"), [("4.5 mg", "0.5 mg"), ("0 mg", "4.5 mg"), ("0.5 mL", "4.5 mg")]
)
def test_what_is_no_pair(low: str, high: str) -> None:
    with pytest.raises(ValidationError):
        limits(low, high)
