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
from typing import NamedTuple
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


class Named(NamedTuple):
    code: str = "HOUSE5"
    version: int = 1
    title: str = "Always"
    severity: str = "note"
    remedy: str = "None."
    cites: tuple[str, ...] = ()

    def check(self, case):
        yield Breach("the order", case.plan.units, "another number")


ONE = AtLeast(100, code="HOUSE1")
NAMED = Named()
TWO = (AtLeast(120, code="HOUSE2"), AtLeast(60, code="HOUSE3", severity="error"))
NONE = ()
TEXT = "HOUSE1"
@dataclass(frozen=True)
class Ending(AtLeast):
    code: str = "HOUSE6"

    def check(self, case):
        raise SystemExit(0)


class EndingWhenAsked(AtLeast):
    @property
    def code(self):
        raise SystemExit(0)


ENDING = Ending(100)
ENDING_WHEN_ASKED = EndingWhenAsked.__new__(EndingWhenAsked)
FATAL = AtLeast(100, code="HOUSE4", severity="fatal")
TAKEN = AtLeast(100, code="WGH304")
"""


LIQUID = """
drug = "naltrexone"
on = 2026-12-01
[oral_liquid]
concentration = "1 mg/mL"
volume = "150 mL"
vehicle = "our preserved vehicle"
doses = ["1.5 mg"]
container = "amber plastic bottle"
[powder]
substance = "naltrexone hydrochloride"
certificate = { basis = "as is", assay = "99 %" }
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

    def test_one_that_ends_the_program_is_not_taken_for_kept(
        self, ran: Ran, house: Path, order: Path
    ) -> None:
        result = ran("plan", order, "--rules", "rules_of_this_house:ENDING")
        assert result.exit_code == 1
        assert "the rule itself: SystemExit: 0" in result.stdout
        asked = ran("plan", order, "--rules", "rules_of_this_house:ENDING_WHEN_ASKED")
        assert asked.exit_code == 2
        assert "SystemExit: 0 (rules_of_this_house.py, line" in asked.stderr

    def test_one_that_is_a_tuple_itself(self, ran: Ran, house: Path, order: Path) -> None:
        result = ran("plan", order, "--rules", "rules_of_this_house:NAMED")
        assert result.exit_code == 0
        assert "HOUSE5" in result.stdout

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


class TestCatalogue:
    FOLDER = Path(__file__).parents[2] / "examples" / "house"
    FILES = ("--catalogue", str(FOLDER / "catalogue.toml"))

    def test_the_example(self, ran: Ran) -> None:
        files = (*self.FILES, "--policy", str(self.FOLDER / "policy.toml"))
        result = ran("plan", self.FOLDER / "order.toml", *files)
        assert result.exit_code == 0
        for said in (
            "Weigh 1436 mg of ground tablet",  # 405 × 177.3 ÷ 50 = 1436.13
            "Count 9 tablets",  # 1436.13 × 1.03 ÷ 177.3 = 8.34
            "Weigh 11309 mg of microcrystalline cellulose",  # 125.65 × 90
            "size 3, 0.29 mL/capsule (the house)",
            "the example house, 2026",
            "house record 2026-11",
        ):
            assert said in result.stdout

    def test_an_explanation_and_a_comparison(self, ran: Ran) -> None:
        order = self.FOLDER / "order.toml"
        result = ran("explain", order, "taken", *self.FILES)
        assert "our 50 mg tablets, strength [house record 2026-10" in result.stdout
        ways = order.read_text("utf-8").replace("[tablets]", "[ways.one.tablets]")
        ways += "\n[ways.two.powder]\nsubstance = 'naltrexone hydrochloride'\n"
        ways += "certificate = { basis = 'as is', assay = '99 %' }\n"
        assert ran("compare", "-", *self.FILES, stdin=ways.encode()).exit_code == 0

    def test_flags_alone_may_name_its_entries(self, ran: Ran) -> None:
        tablets = ("--tablets", "50 mg", "--weighed", "20", "--together", "3546 mg")
        capsules = ("--strength", "4.5 mg", "--quantity", "90", "--shell", "our size 3")
        result = ran("plan", "--on", "2026-12-01", *capsules, *tablets, *self.FILES)
        assert "size 3, 0.29 mL/capsule (the house)" in result.stdout

    def test_a_policy_names_the_vehicle(self, ran: Ran) -> None:
        flags = ("--concentration", "1 mg/mL", "--volume", "150 mL", "--dose", "1.5 mg")
        powder = ("--powder", "naltrexone hydrochloride", "--assay", "99.5 %", "--as-is")
        policy = ("--policy", str(self.FOLDER / "policy.toml"))
        result = ran("plan", "--on", "2026-12-01", *flags, *powder, *policy, *self.FILES)
        assert "our preserved vehicle" in result.stdout

    def test_its_studies_date_what_they_tested(self, ran: Ran, tmp_path: Path) -> None:
        order = tmp_path / "liquid.toml"
        order.write_text(LIQUID)
        text = " ".join(ran("plan", order, *self.FILES).stdout.split())
        assert "2027-01-14, House study 2026, 1 mg/mL in our preserved vehicle: stable" in text

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "a house's catalogue: nothing in it"),
            ("[shell.ours]\nsize = '3'", "shell.ours: no source; write cites"),
            ("[[shell]]", "shell: [{}]; write a table for each"),
            ("shell", "line 1, 'shell': not TOML"),
        ],
    )
    def test_what_is_no_catalogue(
        self, refusal: Refusal, order: Path, tmp_path: Path, text: str, said: str
    ) -> None:
        path = tmp_path / "ours.toml"
        path.write_text(text)
        for command in (["plan", order], ["compare", order], ["explain", order, "taken"]):
            assert refusal(*command, "--catalogue", path).startswith(f"{path}: {said}")

    def test_a_file_that_is_not_there(self, refusal: Refusal, order: Path) -> None:
        said = refusal("plan", order, "--catalogue", "nowhere.toml")
        assert said == "nowhere.toml: No such file or directory"

    def test_an_order_that_names_what_it_has_not(self, refusal: Refusal, order: Path) -> None:
        text = order.read_text().replace('shell = "3"', 'shell = "our size 4"')
        said = refusal("plan", "-", *self.FILES, stdin=text.encode())
        assert said.startswith("standard input: capsules.shell: 'our size 4' is no shell of the")

    def test_an_order_of_a_house_without_its_catalogue(self, refusal: Refusal) -> None:
        said = refusal("plan", self.FOLDER / "order.toml")
        assert "no catalogue of a house is given" in said
