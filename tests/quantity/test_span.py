"""Limits as a monograph prints them, tested at their own number of decimals."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.origins import Given, Rounded
from ldn_compound.quantity.span import Span

CONTENT = Span("90.0 %", "110.0 %")


class TestLimits:
    """What is observed is rounded to the decimals of the limit, ties up, and then compared."""

    @pytest.mark.parametrize(
        ("observed", "passes"),
        [
            ("89.95 %", True),  # to one decimal 90.0
            ("89.94 %", False),  # to one decimal 89.9
            ("89.949999999 %", False),
            ("90 %", True),
            ("100 %", True),
            ("110 %", True),
            ("110.04 %", True),  # 110.0
            ("110.049999999 %", True),
            ("110.05 %", False),  # 110.1
            ("111 %", False),
            ("0 %", False),
        ],
    )
    def test_of_content(self, observed: str, passes: bool) -> None:
        assert CONTENT.holds(Ratio.of(observed)) is passes

    def test_a_tie_goes_up_where_binary_floats_go_down(self) -> None:
        # round(101.55, 1) of a binary float is 101.5 and would pass; by hand it is 101.6
        assert not Span("98.5 %", "101.5 %").holds(Ratio.of("101.55 %"))
        assert Span("98.5 %", "101.5 %").holds(Ratio.of("101.54 %"))

    @pytest.mark.parametrize(
        ("observed", "passes"), [("89.5 %", True), ("89.49 %", False), ("110.49 %", True)]
    )
    def test_of_whole_percents(self, observed: str, passes: bool) -> None:
        assert Span("90 %", "110 %").holds(Ratio.of(observed)) is passes

    def test_the_finer_of_two_limits_counts_for_both(self) -> None:
        assert Span("90 %", "110.0 %").decimals == 1
        assert not Span("90 %", "110.0 %").holds(Ratio.of("89.5 %"))

    def test_what_it_compared(self) -> None:
        observed = Ratio.of("89.95 %")
        compared = CONTENT.rounded(observed)
        assert compared == Ratio.of("90 %")
        assert compared.origin == Rounded(
            "test against a limit",
            "rounded half up to 1 decimal, as the limit is written",
            observed,
        )

    @pytest.mark.parametrize(
        ("limit", "said"), [("90 %", "0 decimals"), ("90.0 %", "1 decimal"), ("90.00 %", "2 dec")]
    )
    def test_it_says_to_how_many_decimals(self, limit: str, said: str) -> None:
        rounded = Span(limit, "110 %").rounded(Ratio.of("95 %")).origin
        assert isinstance(rounded, Rounded)
        assert rounded.how.startswith(f"rounded half up to {said}")

    def test_one_point(self) -> None:
        assert Span("100.0 %", "100.0 %").holds(Ratio.of("100.04 %"))

    @pytest.mark.parametrize("thing", [Mass.of("95 mg"), 95, 0.95, "95 %", None])
    def test_only_a_ratio_is_tested(self, thing: Any) -> None:
        for test in (CONTENT.holds, CONTENT.rounded):
            with pytest.raises(KindError) as refused:
                test(thing)
            assert str(refused.value) == (
                f"{thing!r} is not a Ratio; a Span tests ratios, such as '99.5 %'"
            )


class TestTexts:
    def test_the_limits_keep_their_zeros(self) -> None:
        assert str(CONTENT) == "90.0 % to 110.0 %"
        assert repr(CONTENT) == "Span('90.0 %', '110.0 %')"
        assert (str(CONTENT.low), str(CONTENT.high)) == ("90.0 %", "110.0 %")

    def test_the_limits_are_amounts(self) -> None:
        assert (CONTENT.low, CONTENT.high) == (Ratio.of("90 %"), Ratio.of("110 %"))

    def test_the_limits_are_given_and_keep_their_text(self) -> None:
        limits = Span(" 90.0 % ", "110.0 %")
        assert limits.low.origin == Given("the limit", "90.0 %", reading=True)
        assert limits.high.origin == Given("the limit", "110.0 %", reading=True)
        assert str(limits) == "90.0 % to 110.0 %"

    def test_other_decimals_are_another_span(self) -> None:
        assert Span("90.0 %", "110.0 %") == CONTENT
        assert hash(CONTENT) == hash(Span("90.0 %", "110.0 %"))
        assert hash(CONTENT) != hash(Span("90 %", "110 %"))
        assert Span("90 %", "110 %") != CONTENT
        assert CONTENT != "90.0 % to 110.0 %"


class TestUnchanging:
    """A limit that can be moved is none."""

    @pytest.mark.parametrize("name", ["low", "high", "decimals", "_texts", "anything"])
    def test_nothing_can_be_set(self, name: str) -> None:
        span = Span("90.0 %", "110.0 %")
        with pytest.raises(AttributeError):
            setattr(span, name, 0)
        assert span == CONTENT

    @pytest.mark.parametrize("name", ["low", "decimals"])
    def test_nothing_can_be_deleted(self, name: str) -> None:
        span = Span("90.0 %", "110.0 %")
        with pytest.raises(AttributeError, match=f"limits do not change; '{name}' cannot be del"):
            delattr(span, name)
        assert span == CONTENT

    @pytest.mark.parametrize(
        "copied", [lambda span: pickle.loads(pickle.dumps(span)), copy.copy, copy.deepcopy]
    )
    def test_a_copy_is_equal(self, copied: Callable[[Span], Span]) -> None:
        assert copied(CONTENT) == CONTENT
        assert str(copied(CONTENT)) == "90.0 % to 110.0 %"


class TestRefused:
    def test_the_wrong_way_round(self) -> None:
        with pytest.raises(AmountError, match="write the lower limit first"):
            Span("110.0 %", "90.0 %")

    @pytest.mark.parametrize(
        ("low", "high", "instead"), [("", "110 %", "'90.0 %'"), ("90 %", "", "'110.0 %'")]
    )
    def test_it_says_what_to_write_instead(self, low: str, high: str, instead: str) -> None:
        with pytest.raises(AmountError, match=f"such as {instead}"):
            Span(low, high)

    @pytest.mark.parametrize(
        ("low", "high"),
        [("90.0", "110.0"), (90, 110), (0.9, 1.1), ("90,0 %", "110,0 %"), ("90 mg", "110 mg")],
    )
    def test_what_is_no_percentage(self, low: Any, high: Any) -> None:
        with pytest.raises(AmountError):
            Span(low, high)


class TestOnTheWire:
    @pytest.fixture
    def spans(self) -> TypeAdapter[Span]:
        return TypeAdapter(Span)

    def test_there_and_back(self, spans: TypeAdapter[Span]) -> None:
        text = spans.dump_json(CONTENT)
        assert text == b'{"low":"90.0 %","high":"110.0 %"}'
        assert spans.validate_json(text) == CONTENT

    def test_in_python_it_stays_a_span(self) -> None:
        class Limited(BaseModel):
            limits: Span

        assert Limited(limits=CONTENT).model_dump() == {"limits": CONTENT}

    def test_its_schema(self, spans: TypeAdapter[Span]) -> None:
        limit = {"type": "string", "examples": ["90.0 %"]}
        assert spans.json_schema() == {
            "title": "Span",
            "type": "object",
            "properties": {"low": limit, "high": limit},
            "required": ["low", "high"],
            "additionalProperties": False,
        }

    @pytest.mark.parametrize(
        "stated",
        [
            "90.0 % to 110.0 %",
            {"low": "90.0 %"},
            {"low": "90.0 %", "high": "110.0 %", "decimals": 0},
            {"low": 90.0, "high": 110.0},
            [90.0, 110.0],
        ],
    )
    def test_anything_else_is_refused(self, spans: TypeAdapter[Span], stated: object) -> None:
        with pytest.raises(ValidationError):
            spans.validate_python(stated)

    def test_the_refusal_shows_the_table_to_write(self, spans: TypeAdapter[Span]) -> None:
        with pytest.raises(ValidationError, match=r"write \{low = '90.0 %', high = '110.0 %'}"):
            spans.validate_python("90.0 % to 110.0 %")
