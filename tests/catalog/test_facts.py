"""A fact gives what it holds and refuses what it does not."""

import pickle

import pytest

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.quantity.kinds import Mass, PerUnit, Ratio
from ldn_compound.quantity.span import Span


def test_another_kind_is_refused() -> None:
    with pytest.raises(CatalogError, match=r"fact 'grinding_reserve' .* not a Mass"):
        fact("grinding_reserve").amount(Mass)
    with pytest.raises(CatalogError, match="not a pair of limits of PerUnit"):
        fact("content").limits(PerUnit)


def test_limits_are_no_amount_and_an_amount_no_limits() -> None:
    with pytest.raises(CatalogError, match="not a Ratio"):
        fact("content").amount(Ratio)
    with pytest.raises(CatalogError, match="not a pair of limits"):
        fact("grinding_reserve").limits(Ratio)


def test_counts_and_texts_are_not_taken_for_each_other() -> None:
    with pytest.raises(CatalogError, match="not a whole number"):
        _ = fact("strength_as").number
    with pytest.raises(CatalogError, match="not a text"):
        _ = fact("few_tablets").text
    with pytest.raises(CatalogError, match="not a list of texts"):
        _ = fact("strength_as").texts


def test_limits_as_a_span() -> None:
    assert fact("content").limits(Ratio).span == Span("90.0 %", "110.0 %")
    with pytest.raises(AmountError):
        _ = fact("strength").limits(PerUnit).span  # a Span is of ratios


def test_a_fact_survives_pickling() -> None:
    for name in ("content", "grinding_reserve", "few_tablets", "usual_shells"):
        assert pickle.loads(pickle.dumps(fact(name))) == fact(name)
