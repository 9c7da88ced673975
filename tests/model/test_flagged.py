"""Every amount of a record is met; of what they came from, what a reviewer should look at."""

import copy
import pickle
from dataclasses import dataclass

import pytest

from ldn_compound.equations.everyday import difference, total
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.flagged import behind, flagged, flagged_in
from ldn_compound.model.overage import Overage
from ldn_compound.model.policy import Policy
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.rounding import Rounding


@dataclass(frozen=True)
class Own:
    """A record of somebody's own."""

    one: Mass
    more: tuple[Mass, ...]
    named: dict[str, Mass]
    word: str = "no amount"


@dataclass(frozen=True)
class Sole:
    """A record of one field."""

    one: Mass


ONE, TWO, THREE = Mass.of("1 mg"), Mass.of("2 mg"), Mass.of("3 mg")


def test_the_amounts_of_a_record_of_the_package() -> None:
    balance = Balance(readability="1.0 mg", capacity="120.0 g", sensitivity="6.0 mg")
    assert [str(one) for one in flagged_in(balance)] == ["1 mg", "120 g", "6 mg"]
    assert flagged_in(Overage(part="10.0 %")) == [Ratio.of("10 %")]
    assert flagged_in(Balance(readability="1 mg", capacity="120 g", sensitivity="6.0 mg")) == [
        Mass.of("6 mg")
    ]


def test_the_amounts_of_a_dataclass_in_lists_and_tables() -> None:
    one, two, three = (Mass.of(f"{number}.0 mg") for number in (1, 2, 3))
    assert flagged_in(Own(one, (two,), {"third": three})) == [one, two, three]
    assert flagged_in([one, (two, [three])], {"again": one}) == [one, two, three, one]
    assert flagged_in(Own(ONE, (two,), {"third": THREE})) == [two]
    assert flagged_in(Sole(one), Sole(ONE)) == [one]


def test_words_and_classes_hold_no_amounts() -> None:
    assert flagged_in("4.5 mg", Own, None, 4.5) == []


ODD = Mass.of("1.0 mg")  # a trailing zero has been misread
READ, GUESSED = (
    Mass.cited("3 mg", entry="a fact", cites=(), confirmed=confirmed) for confirmed in (True, False)
)


@pytest.mark.parametrize(
    ("one", "is_flagged"), [(ONE, False), (ODD, True), (READ, False), (GUESSED, True)]
)
class TestOneAmount:
    def test_itself(self, one: Mass, is_flagged: bool) -> None:
        assert one.flagged is is_flagged

    def test_what_is_made_of_it(self, one: Mass, is_flagged: bool) -> None:
        for made in (
            total(TWO, one),
            total(one, TWO),
            difference(THREE, less=one) if one < THREE else total(one, one),
            Rounding("weigh", Mass.of("10 mg"))(total(one, one, THREE)),
            total(total(one, TWO), THREE),
        ):
            assert made.flagged is is_flagged

    def test_a_copy(self, one: Mass, is_flagged: bool) -> None:
        for copied in (copy.deepcopy(one), pickle.loads(pickle.dumps(total(one, TWO)))):
            assert copied.flagged is is_flagged


def test_what_is_flagged_is_found_behind_it_each_once() -> None:
    together = total(ODD, TWO)
    rounded = Rounding("weigh", Mass.of("10 mg"))(total(together, GUESSED, together))
    # (1 + 2) + 3 + (1 + 2) = 9 mg, weighed as 10 mg
    found = flagged(Own(rounded, (THREE, GUESSED), {"odd": ODD}))
    assert [id(one) for one in found] == [id(ODD), id(GUESSED)]


def test_what_was_seen_is_not_told_again() -> None:
    seen: set[int] = set()
    assert behind([ODD], seen=seen) == [ODD]
    assert behind([total(ODD, GUESSED)], seen=seen) == [GUESSED]


def test_a_house_s_bench_and_policy_tell_theirs_once() -> None:
    bench = Bench(balance=Balance(readability="1.0 mg", capacity="120 g", sensitivity="6 mg"))
    policy = Policy(grinding_reserve="2.0 %")
    assert [one.base for one in bench.flagged][:1] == [1]
    assert "2 %" in [str(one) for one in policy.flagged]
    other = bench.model_copy(
        update={"balance": Balance(readability="1 mg", capacity="120 g", sensitivity="6 mg")}
    )
    assert not any(one.base == 1 for one in other.flagged)
