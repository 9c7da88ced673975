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
            {"most_stages": -1},
            {"severities": {"CAP401": "fatal"}},
            {"checking": False},
        ],
    )
    def test_what_is_no_policy(self, stated: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            Policy.model_validate(stated)

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
