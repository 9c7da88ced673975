"""The balance and what it can weigh; what nobody described is noted as assumed."""

from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound import Balance, Bench, CapsuleMachine
from ldn_compound.quantity.kinds import Mass, Ratio, UnitCount

PLAIN: dict[str, Any] = {"readability": "1 mg", "capacity": "120 g"}


class TestBalance:
    def test_by_sensitivity(self) -> None:
        balance = Balance(**PLAIN, sensitivity="6 mg")
        # 6 ÷ 0.05 = 120; 120 × 0.05 = 6 (usp-1176, class III)
        assert balance.minimum == Mass.of("120 mg")
        assert balance.error == Mass.of("6 mg")
        assert balance.error_accepted == Ratio.of("5 %")
        assert balance.basis == "sensitivity"

    def test_by_another_error(self) -> None:
        balance = Balance(**PLAIN, sensitivity="6 mg", accepted_error="2 %")
        # 6 ÷ 0.02 = 300
        assert balance.minimum == Mass.of("300 mg")
        assert balance.error == Mass.of("6 mg")

    def test_by_certificate(self) -> None:
        balance = Balance(**PLAIN, minimum_weighable="20 mg")
        # 20 × 0.05 = 1
        assert balance.minimum == Mass.of("20 mg")
        assert balance.error == Mass.of("1 mg")

    @pytest.mark.parametrize(
        ("repeatability", "minimum", "error"),
        [
            ("0.5 mg", "1000 mg", "1 mg"),  # 2 × 0.5 ÷ 0.001; 1000 × 0.001
            ("0.3 mg", "820 mg", "0.82 mg"),  # not under 0.41 × 1 mg: 2 × 0.41 ÷ 0.001
            ("0 mg", "820 mg", "0.82 mg"),
        ],
    )
    def test_by_repeatability(self, repeatability: str, minimum: str, error: str) -> None:
        balance = Balance(**PLAIN, repeatability=repeatability)
        assert balance.minimum == Mass.of(minimum)
        assert balance.error == Mass.of(error)
        assert balance.error_accepted == Ratio.of("0.1 %")

    @pytest.mark.parametrize(
        "stated",
        [
            {},
            {"sensitivity": "6 mg", "minimum_weighable": "120 mg"},
            {"sensitivity": "6 mg", "repeatability": "0.3 mg"},
            {"sensitivity": "6 mg", "minimum_weighable": "120 mg", "repeatability": "0 mg"},
        ],
    )
    def test_exactly_one_basis(self, stated: dict[str, str]) -> None:
        with pytest.raises(ValidationError, match="state exactly one of sensitivity"):
            Balance(**PLAIN, **stated)

    @pytest.mark.parametrize(
        ("stated", "least"),
        [
            # half of 10 mg is 5 mg, and 5 ÷ 0.05 = 100 mg
            ({"readability": "10 mg", "minimum_weighable": "99.9 mg"}, "100 mg"),
            # 5 ÷ 0.03 = 166.7 mg, which a display in steps of 10 mg shows as 170 mg
            (
                {"readability": "10 mg", "minimum_weighable": "20 mg", "accepted_error": "3 %"},
                "170 mg",
            ),
            ({"readability": "10 mg", "sensitivity": "4.9 mg"}, "5 mg"),
        ],
    )
    def test_no_finer_than_half_of_what_it_reads(self, stated: dict[str, str], least: str) -> None:
        with pytest.raises(ValidationError, match=f"= '{least}' or more"):
            Balance(**{**PLAIN, **stated})

    @pytest.mark.parametrize(
        "stated",
        [
            {"readability": "10 mg", "minimum_weighable": "100 mg"},
            {"readability": "10 mg", "sensitivity": "5 mg"},
            # 2 × 0.41 × 10 = 8.2 mg at least, which is more than 5 mg
            {"readability": "10 mg", "repeatability": "0 mg"},
        ],
    )
    def test_as_fine_as_its_display(self, stated: dict[str, str]) -> None:
        balance = Balance(**{**PLAIN, **stated})
        assert balance.error >= Mass.of("5 mg")

    @pytest.mark.parametrize("error", ["100 %", "500 %", "0 %"])
    def test_an_accepted_error_is_a_part(self, error: str) -> None:
        with pytest.raises(ValidationError):
            Balance(**PLAIN, sensitivity="6 mg", accepted_error=error)

    @pytest.mark.parametrize("name", ["readability", "capacity", "sensitivity"])
    def test_nothing_is_no_balance(self, name: str) -> None:
        with pytest.raises(ValidationError, match="above zero"):
            Balance(**{**PLAIN, "sensitivity": "6 mg", name: "0 mg"})


class TestBench:
    def test_nobody_described_it(self) -> None:
        bench = Bench()
        # an electronic prescription balance, trusted as class III (astm-e1272)
        assert bench.balance.readability == Mass.of("1 mg")
        assert bench.balance.capacity == Mass.of("120 g")
        assert bench.balance.minimum == Mass.of("120 mg")
        assert bench.machine.holes == UnitCount.of(100)
        assert {"balance", "machine"} <= set(bench.assumed)

    def test_what_was_described_is_not_assumed(self) -> None:
        balance = Balance(**PLAIN, minimum_weighable="20 mg")
        machine = CapsuleMachine(holes=60)
        assert "balance" not in Bench(balance=balance).assumed
        assert "machine" in Bench(balance=balance).assumed
        assert not {"balance", "machine"} & set(Bench(balance=balance, machine=machine).assumed)

    @pytest.mark.parametrize("holes", [0, -1, 60.5, "60"])
    def test_a_machine_has_holes(self, holes: Any) -> None:
        with pytest.raises(ValidationError):
            CapsuleMachine(holes=holes)


def test_a_copy_with_another_sensitivity_has_another_minimum() -> None:
    usual = Balance(readability="1 mg", capacity="120 g", sensitivity="6 mg")
    assert usual.minimum == Mass.of("120 mg")  # 6 mg ÷ 5 %
    finer = usual.model_copy(update={"sensitivity": Mass.of("1 mg")})
    assert finer.minimum == Mass.of("20 mg")  # 1 mg ÷ 5 %
