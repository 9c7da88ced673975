"""Every amount of a record is met, and all it came from, each once."""

from dataclasses import dataclass

from ldn_compound.equations.everyday import total
from ldn_compound.model.bench import Balance
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Rounding
from ldn_compound.rules.trail import amounts, ancestry


@dataclass(frozen=True)
class Own:
    """A record of somebody's own."""

    one: Mass
    more: tuple[Mass, ...]
    named: dict[str, Mass]
    word: str = "no amount"


ONE, TWO, THREE = Mass.of("1 mg"), Mass.of("2 mg"), Mass.of("3 mg")


def test_the_amounts_of_a_record_of_the_package() -> None:
    balance = Balance(readability="1 mg", capacity="120 g", sensitivity="6 mg")
    assert [str(one) for one in amounts(balance)] == ["1 mg", "120 g", "6 mg"]


def test_the_amounts_of_a_dataclass_in_lists_and_tables() -> None:
    assert list(amounts(Own(ONE, (TWO,), {"third": THREE}))) == [ONE, TWO, THREE]


def test_words_and_classes_hold_no_amounts() -> None:
    assert list(amounts("4.5 mg")) == []
    assert list(amounts(Own)) == []


def test_an_amount_and_all_it_came_from() -> None:
    together = total(ONE, TWO)
    rounded = Rounding("weigh", Mass.of("10 mg"))(total(together, together, THREE))
    # (1 + 2) + (1 + 2) + 3 = 9 mg, weighed as 10 mg
    found = list(ancestry(rounded, seen=set()))
    assert [one.base for one in found] == [10, 9, 3, 1, 2, 3]
    assert [one.base for one in found if isinstance(one.origin, Given)] == [1, 2, 3]


def test_what_was_seen_is_not_told_again() -> None:
    seen: set[int] = set()
    assert list(ancestry(ONE, seen=seen)) == [ONE]
    assert [one.base for one in ancestry(total(ONE, TWO), seen=seen)] == [3, 2]
