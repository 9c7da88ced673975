"""Tablets as a source: what is stated of them and cannot be is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.sources.tablets import Tablets


class TestPassed:
    """The powder that passed the sieve is part of what was weighed."""

    @pytest.mark.parametrize(
        "weighed",
        [
            {"weighed": 20, "together": "3546 mg"},
            {"weights": ["1773 mg", "1773 mg"]},
            {"weighed": 20, "weight": "177.3 mg"},  # 20 × 177.3 = 3546 mg
        ],
    )
    def test_more_than_the_tablets_weigh_is_refused_and_all_of_it_is_not(
        self, weighed: dict[str, Any]
    ) -> None:
        def bare(passed: str) -> Tablets:
            return Tablets(strength="50 mg", coat="removed", passed=passed, **weighed)

        with pytest.raises(ValidationError) as refused:
            bare("3546.1 mg")
        said = str(refused.value)
        assert "3546.1 mg passed the sieve, yet the tablets weigh 3546 mg together" in said
        assert "write as passed the powder of these tablets alone, without their coat" in said
        # All of 20 tablets: 3546 ÷ 20 = 177.3 mg; of two: 3546 ÷ 2 = 1773 mg
        count = 2 if "weights" in weighed else 20
        assert bare("3546 mg").average.base == Fraction(3546, count)
