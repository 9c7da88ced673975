"""The house's decisions, and what they are where it decides nothing."""

from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound import Mode, Overage, Policy, RoundingPolicy, Span
from ldn_compound.quantity.kinds import PerUnit, Ratio


class TestDefaults:
    """Each a fact of the catalogue, with its citation."""

    policy = Policy.usp()

    def test_content_of_a_unit(self) -> None:
        # 90.0 to 110.0 %: usp-naltrexone-tablets
        assert self.policy.content == Span("90.0 %", "110.0 %")

    def test_weighing(self) -> None:
        # 5 %: usp-1176
        assert self.policy.largest_weighing_error == Ratio.of("5 %")
        assert self.policy.rounding.weigh is Mode.HALF_UP

    def test_made_with_the_intent_of_the_whole(self) -> None:
        assert self.policy.overage.part.is_zero
        assert self.policy.negative_correction == "full"
        assert self.policy.correct_above.is_zero

    def test_they_say_where_they_come_from(self) -> None:
        from ldn_compound.quantity.origins import Cited

        for amount in (self.policy.grinding_reserve, self.policy.largest_weighing_error):
            assert isinstance(amount.origin, Cited)

    def test_they_are_the_defaults(self) -> None:
        assert Policy() == Policy.usp()


def test_the_german_rules() -> None:
    policy = Policy.nrf()
    # 10 % more drug in a capsule with less than 20 mg, no negative correction, corrected above 2 %
    assert policy.overage == Overage(part="10 %", below="20 mg")
    assert policy.negative_correction == "none"
    assert policy.correct_above == Ratio.of("2 %")
    assert policy.name == "nrf"


class TestOverage:
    def test_text_alone_is_the_part(self) -> None:
        assert Overage.model_validate("3 %") == Overage(part="3 %")
        assert Overage(part="10 %", below="20 mg").below == PerUnit.of("20 mg")

    @pytest.mark.parametrize("part", ["100 %", "110 %"])
    def test_the_whole_is_no_extra(self, part: str) -> None:
        with pytest.raises(ValidationError, match="write the extra alone, '10 %'"):
            Overage(part=part)


class TestOfAHouse:
    def test_a_mode_by_its_words(self) -> None:
        policy = Policy.model_validate({"rounding": {"weigh": "half even"}})
        assert policy.rounding == RoundingPolicy(weigh=Mode.HALF_EVEN)

    @pytest.mark.parametrize(
        "stated",
        [
            {"rounding": {"weigh": "nearest"}},
            {"rounding": {"tolerance": "0 %"}},
            {"content": "90 to 110 %"},
            {"content": {"low": "110 %", "high": "90 %"}},
            {"largest_weighing_error": 5},
            {"grinding_reserve": "-2 %"},
            {"negative_correction": "half"},
            {"largest_fold": 1},
            {"largest_fold": True},
            {"largest_fold": "10"},
            {"most_stages": True},
            {"largest_fold": 101, "most_stages": 2},  # 101 × 101 = 10201 ways
            {"largest_fold": 2, "most_stages": 10**9},
            {"shells": []},
            {"shells": "3"},
            {"shells": ["3", "7"]},
            {"shell_maker": "nobody"},
            {
                "shell_maker": "National Capsules"
            },  # has no size 1, which is tried where none is said
            {"shell_maker": "Capsuline", "shells": ["000"], "content": 3},
            {"diluent": "flour"},
            {"vehicle": "water"},
            {"name": " "},
            {"grinding_reserve": "100 %"},
            {"first_diluent": "100 %"},
            {"largest_powder_share": "101 %"},
            {"largest_weighing_error": "100 %"},
            {"whole_tablet_tolerance": "200 %"},
            {"correct_above": "100 %"},
            {"content": {"low": "101 %", "high": "110 %"}},
            {"content": {"low": "90 %", "high": "99 %"}},
            {"content": {"low": "0 %", "high": "110 %"}},
            {"content": {"low": "90 %", "high": "200 %"}},
            {"edition": "usp-795-2022"},
            {"first_day": "tomorrow"},
            {"most_stages": -1},
            {"severities": {"CAP401": "fatal"}},
            {"checking": False},
        ],
    )
    def test_what_is_no_policy(self, stated: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            Policy.model_validate(stated)

    def test_each_within_the_next(self) -> None:
        """The usual doses in those that draw a warning, these in the outermost, none wider."""
        house = {
            "usual_strength": {"low": "1 mg", "high": "3 mg"},
            "warned_strength": {"low": "0.5 mg", "high": "6 mg"},
            "outer_strength": {"low": "0.2 mg", "high": "8 mg"},
        }
        Policy.model_validate(house)
        for name, low, said in (
            ("usual_strength", "0.4 mg", "usual_strength, 0.4 mg to 3 mg: .* within warned_str"),
            ("warned_strength", "0.1 mg", "within outer_strength, 0.2 mg to 8 mg"),
            ("outer_strength", "0.09 mg", "the package's own outermost, 0.1 mg to 10 mg"),
        ):
            wider = {**house, name: {**house[name], "low": low}}
            with pytest.raises(ValidationError, match=said):
                Policy.model_validate(wider)

    def test_the_largest_fold_that_can_be_gone_through(self) -> None:
        # 100 × 100 = 10000 ways
        assert Policy(largest_fold=100, most_stages=2).largest_fold == 100

    def test_what_nobody_named_is_called_after_its_changes(self) -> None:
        assert Policy(largest_fold=5, shells=("0",)).name == (
            "usp, with largest_fold, shells of the house"
        )
        assert Policy(name="our house", largest_fold=5).name == "our house"

    def test_a_shell_of_the_maker_whose_table_is_taken(self) -> None:
        assert Policy(shell_maker="Capsuline", shells=("#3",)).shells == ("3",)

    def test_there_and_back(self) -> None:
        for policy in (Policy.usp(), Policy.nrf()):
            assert Policy.model_validate_json(policy.model_dump_json()) == policy


class TestDating:
    def test_the_day_of_compounding_is_day_1(self) -> None:
        assert Policy.usp().first_day == "compounding day"
        assert Policy(first_day="day after").first_day == "day after"

    def test_the_edition_official_on_the_day(self) -> None:
        assert Policy.usp().edition is None
        assert Policy(edition="usp-795-2014").edition == "usp-795-2014"

    def test_a_slip_is_answered_with_the_nearest_key(self) -> None:
        with pytest.raises(ValidationError, match=r"no edition of the catalogue.*'usp-795-2014'"):
            Policy(edition="usp-795-2015")

    def test_no_edition_loads_no_editions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from ldn_compound.catalog import lookup

        def loaded(file: str) -> Any:
            raise AssertionError(file)

        monkeypatch.setattr(lookup, "tables", loaded)
        Policy.model_validate({"edition": None})
        with pytest.raises(ValidationError, match="beyond_use"):
            Policy(edition="usp-795-2016")  # asked for nowhere else, for a key asked is kept
