"""Tablets as a source: what is stated of them and cannot be is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.model.bench import Bench
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Count
from ldn_compound.quantity.kinds import Mass, TabletCount
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.shared_trituration import SharedTrituration
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration


def solution(of: Tablets) -> StockSolution:
    return StockSolution(
        of=of,
        powder="709.2 mg",
        volume="20 mL",
        solvent="purified water",
        measure={"kind": "cylinder", "capacity": "25 mL", "graduation": "0.2 mL"},
    )


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


class TestPieces:
    """Tablets of which all goes in are not weighed, so no dilution is made of them."""

    @pytest.mark.parametrize("use", ["whole", "half", "quarter"])
    def test_no_dilution_is_made_of_them(self, use: Any) -> None:
        pieces = Tablets(strength="50 mg", weighed=20, together="3546 mg", use=use)
        said = f"its powder is weighed, of tablets with use = '{use}'; write use = 'by weight'"
        with pytest.raises(ValidationError, match=f"trituration: {said}"):
            Trituration(of=pieces, powder="600 mg", diluent="5400 mg")
        with pytest.raises(ValidationError, match=f"trituration: {said}"):
            SharedTrituration(of=pieces, powder="600 mg", diluent="5400 mg")
        with pytest.raises(ValidationError, match=f"stock solution: {said}"):
            solution(pieces)

    def test_by_weight_they_are_diluted(self) -> None:
        # 709.2 mg are 4 tablets of 177.3 mg: 200 mg of drug, in 20 mL 10 mg/mL, in 2000 mg a tenth
        tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="by weight")
        made = Trituration(of=tablets, powder="709.2 mg", diluent="1290.8 mg")
        assert made.stock().potency.base == Fraction(1, 10)
        assert solution(tablets).stock().concentration.base == 10


class TestLots:
    """What there is of a lot is counted of tablets, and weighed of powder."""

    def test_a_mass_of_tablets_is_refused(self) -> None:
        def lots(**held: Any) -> Tablets:
            lot = {"number": "A"} | held
            return Tablets(strength="50 mg", weighed=20, together="3546 mg", lots=(lot,))

        said = "lot A with amount = '10 mg'; tablets of a lot are counted, write tablets = 30"
        with pytest.raises(ValidationError, match=said):
            lots(amount="10 mg")
        with pytest.raises(ValidationError, match=said):
            lots(amount="10 mg", tablets=3)
        assert lots().lots[0].tablets is None
        ready = lots(tablets=3).prepare(Mass.of("531.9 mg"), bench=Bench(), policy=Policy.usp())
        count = ready.steps[0]
        assert isinstance(count, Count)
        assert count.held == TabletCount.of(3)

    def test_a_number_of_powder_is_refused(self) -> None:
        def lots(**held: Any) -> Powder:
            return Powder(
                substance="naltrexone hydrochloride",
                certificate=AsIs(assay="100 %"),
                lots=({"number": "A"} | held,),
            )

        said = "lot A with tablets = 3; a powder's lot is weighed, write amount = '5 g'"
        with pytest.raises(ValidationError, match=said):
            lots(tablets=3)
        assert lots(amount="5 g").stock().held == Mass.of("5 g")
        assert lots().stock().held is None


def test_a_tablet_holds_something_beside_its_drug() -> None:
    """An empty list would hide the lactose from whoever avoids it, and from the label."""
    with pytest.raises(ValidationError, match=r"contains: .* list what its label does, or leave"):
        Tablets(strength="50 mg", weighed=20, together="3546 mg", contains=())
