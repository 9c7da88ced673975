"""What a house brings: its policy's file, and its own rules."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from ldn_compound.rules.review import Review

Ran = Callable[..., Result]
Refusal = Callable[..., str]

RULES = """
from dataclasses import dataclass
from ldn_compound import Breach, UnitCount


@dataclass(frozen=True)
class AtLeast:
    units: int
    code: str
    version: int = 1
    title: str = "A small batch"
    severity: str = "warning"
    remedy: str = "Make more."
    cites: tuple[str, ...] = ("house record 7",)

    def check(self, case):
        if case.plan.units < UnitCount.of(self.units):
            yield Breach("the order", case.plan.units, f"{self.units} capsules or more")


ONE = AtLeast(100, code="HOUSE1")
TWO = (AtLeast(120, code="HOUSE2"), AtLeast(60, code="HOUSE3", severity="error"))
NONE = ()
TEXT = "HOUSE1"
FATAL = AtLeast(100, code="HOUSE4", severity="fatal")
TAKEN = AtLeast(100, code="WGH304")
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a policy, rules and modules that fail; commands run in it."""
    (tmp_path / "house.toml").write_text(
        "name = 'Our house, 2026'\ngrinding_reserve = '20 %'\n[severities]\nSRC205 = 'warning'\n"
    )
    (tmp_path / "rules_of_this_house.py").write_text(RULES)
    (tmp_path / "failing_of_this_house.py").write_text("1 / 0")
    (tmp_path / "leaving_of_this_house.py").write_text("raise SystemExit(3)")
    (tmp_path / "wanting_of_this_house.py").write_text("import no_such_thing_anywhere")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delitem(sys.modules, "rules_of_this_house", raising=False)
    return tmp_path


class TestPolicyFile:
    def test_it_is_planned_by(self, ran: Ran, house: Path, order: Path) -> None:
        review = Review.model_validate_json(
            ran("plan", order, "--policy", "house.toml", "--json").stdout
        )
        assert review.plan.policy.name == "Our house, 2026"
        # 1436.13 × 1.20 ÷ 177.3 = 9.72; with the usual 2 % 8.26
        assert "Count 10 tablets" in ran("plan", order, "--policy", "house.toml").stdout
        assert "Count 9 tablets" in ran("plan", order).stdout
        assert {one.severity for one in review.findings if one.code == "SRC205"} == {"warning"}

    def test_the_worksheet_names_it_and_its_severities(
        self, ran: Ran, house: Path, order: Path
    ) -> None:
        text = ran("plan", order, "--policy", "house.toml").stdout
        assert "Our house, 2026" in text
        assert "Severities by the policy" in text
        assert "SRC205 warning" in text

    def test_a_comparison_and_an_explanation_by_it(
        self, ran: Ran, house: Path, order: Path
    ) -> None:
        ways = order.read_text().replace("[tablets]", "[ways.one.tablets]")
        ways += "\n[ways.two.powder]\nsubstance = 'naltrexone hydrochloride'\n"
        ways += "certificate = { basis = 'as is', assay = '99 %' }\n"
        compared = ran("compare", "-", "--policy", "./house.toml", stdin=ways.encode())
        assert compared.exit_code == 0
        assert "Our house, 2026" in compared.stdout
        assert ran("explain", order, "taken", "--policy", "house.toml").exit_code == 0

    @pytest.mark.parametrize(
        ("policy", "said"),
        [
            ("hose.toml", "hose.toml: No such file or directory"),
            ("house", "--policy: 'house': write 'usp' or 'nrf', or a file such as house.toml"),
            ("-", "--policy: '-': write 'usp'"),
            ("empty.toml", "empty.toml: nothing is decided; write base = 'usp' at least"),
            ("bad.toml", "bad.toml: largest_fold: 1: write 2 or more"),
            ("bad.bin", "bad.bin: byte 1 is not UTF-8; save the policy as UTF-8 text"),
        ],
    )
    def test_what_is_no_policy(
        self, refusal: Refusal, house: Path, order: Path, policy: str, said: str
    ) -> None:
        (house / "empty.toml").write_text("")
        (house / "bad.toml").write_text("largest_fold = 1")
        (house / "bad.bin").write_bytes(b"\xff\xfe")
        for command in (["plan", order], ["compare", order], ["explain", order, "taken"]):
            assert refusal(*command, "--policy", policy).startswith(said)

    def test_a_severity_of_an_absolute_rule(
        self, refusal: Refusal, house: Path, order: Path
    ) -> None:
        (house / "soft.toml").write_text("[severities]\nSRC204 = 'note'\n")
        said = refusal("plan", order, "--policy", "soft.toml")
        assert said.startswith("policy, severities, 'SRC204': absolute, nothing lifts it")


class TestRules:
    def test_one_rule(self, ran: Ran, house: Path, order: Path) -> None:
        result = ran("plan", order, "--rules", "rules_of_this_house:ONE")
        assert result.exit_code == 0
        assert "HOUSE1" in result.stdout  # 90 capsules are fewer than 100
        assert "house record 7" in result.stdout

    def test_several(self, ran: Ran, house: Path, order: Path) -> None:
        flags = ("--rules", "rules_of_this_house:ONE", "--rules", "rules_of_this_house:TWO")
        review = Review.model_validate_json(ran("plan", order, *flags, "--json").stdout)
        # 90 < 100 and 90 < 120; 90 ≥ 60
        assert {"HOUSE1", "HOUSE2"} <= {one.code for one in review.findings}
        assert "HOUSE3" not in {one.code for one in review.findings}
        assert [run.code for run in review.rules[-3:]] == ["HOUSE1", "HOUSE2", "HOUSE3"]

    def test_a_comparison_counts_their_findings(self, ran: Ran, house: Path, order: Path) -> None:
        (house / "strict.toml").write_text("severities = { HOUSE1 = 'error' }")
        ways = order.read_text().replace("[tablets]", "[ways.one.tablets]")
        ways += "\n[ways.two.powder]\nsubstance = 'naltrexone hydrochloride'\n"
        ways += "certificate = { basis = 'as is', assay = '99 %' }\n"
        flags = ("--policy", "strict.toml", "--rules", "rules_of_this_house:ONE")
        result = ran("compare", "-", *flags, stdin=ways.encode())
        assert result.exit_code == 1
        assert "no way is without an error" in result.stderr

    def test_a_policy_says_how_severe_they_are(self, ran: Ran, house: Path, order: Path) -> None:
        (house / "strict.toml").write_text("severities = { HOUSE1 = 'error' }")
        flags = ("--policy", "strict.toml", "--rules", "rules_of_this_house:ONE")
        result = ran("plan", order, *flags)
        assert result.exit_code == 1
        assert "not to be compounded: HOUSE1" in result.stderr

    @pytest.mark.parametrize(
        ("named", "said"),
        [
            ("rules_of_this_house", "--rules 'rules_of_this_house': write module:NAME, such as"),
            ("rules_of_this_house.py:ONE", "--rules rules_of_this_house.py:ONE: "),
            ("a b:ONE", "--rules 'a b:ONE': write module:NAME"),
            (":ONE", "--rules ':ONE': write module:NAME"),
            ("..:ONE", "--rules '..:ONE': write module:NAME"),
            ("no_such_house:ONE", "--rules no_such_house:ONE: no module no_such_house in "),
            ("rules_of_this_house:THREE", "--rules rules_of_this_house:THREE: the module rules"),
            ("rules_of_this_house:NONE", "--rules rules_of_this_house:NONE: no rule in it"),
            ("rules_of_this_house:TEXT", "--rules rules_of_this_house:TEXT: 'HOUSE1' is no rule"),
            ("rules_of_this_house:AtLeast", "--rules rules_of_this_house:AtLeast: AtLeast is a "),
            ("rules_of_this_house:FATAL", "HOUSE4, severity 'fatal': write 'note', 'warning' or"),
            ("rules_of_this_house:TAKEN", "WGH304 is in use: give the house rule a code of its"),
            ("failing_of_this_house:ONE", "--rules failing_of_this_house:ONE: the module failing"),
            ("leaving_of_this_house:ONE", "--rules leaving_of_this_house:ONE: the module leaving"),
            ("wanting_of_this_house:ONE", "--rules wanting_of_this_house:ONE: the module wanting"),
        ],
    )
    def test_what_is_no_rule(
        self, refusal: Refusal, house: Path, order: Path, named: str, said: str
    ) -> None:
        assert refusal("plan", order, "--rules", named).startswith(said)
