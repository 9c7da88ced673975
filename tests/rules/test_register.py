"""Every rule is listed once, says what it must, and cites what the catalogue holds."""

import importlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

import ldn_compound.rules
from ldn_compound.catalog import reference
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.plan import plan
from ldn_compound.rules import register
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.register import GROUPS, LISTED, RULES, Listed
from ldn_compound.rules.rule import HouseRule, Rule, Subject
from ldn_compound.sources.injection import Injection
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

FOLDER = Path(ldn_compound.rules.__file__).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.py") if re.match(r"[a-z]+\d{3,4}_", path.stem))
EVERY = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def group(rule: Rule) -> int:
    """The place of a code's group."""
    return next(number for number, name in enumerate(GROUPS) if rule.code.startswith(name))


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_the_rules_are_in_the_order_of_their_codes() -> None:
    assert list(RULES) == sorted(RULES, key=lambda rule: (group(rule), rule.code))


@EVERY
def test_a_code_is_its_group_and_two_digits(rule: Rule) -> None:
    assert re.fullmatch(rf"({'|'.join(GROUPS)})\d\d", rule.code)


@pytest.mark.parametrize("file", FILES)
def test_a_file_holds_one_rule_and_is_named_for_its_code(file: str) -> None:
    module = importlib.import_module(f"ldn_compound.rules.{file}")
    rules = [thing for thing in vars(module).values() if isinstance(thing, Rule)]
    assert [rule.code.lower() for rule in rules] == [file.split("_", maxsplit=1)[0]]
    assert rules[0] in RULES


def test_every_rule_has_its_file() -> None:
    assert len(FILES) == len(RULES)


@EVERY
def test_what_a_rule_cites_exists(rule: Rule) -> None:
    assert rule.cites
    for key in rule.cites:
        assert reference(key).key == key


@EVERY
def test_a_rule_says_all_of_it_in_whole_sentences(rule: Rule) -> None:
    for text in (rule.rationale, rule.bad, rule.good, rule.remedy):
        assert re.fullmatch(r"\S.*[.?]", text), text
        assert "  " not in text
    assert re.fullmatch(r"[A-Z].*[^.]", rule.title)


@EVERY
def test_a_rule_of_the_package_is_what_a_house_rule_must_be(rule: Rule) -> None:
    assert isinstance(rule, HouseRule)


@EVERY
def test_what_is_absolute_is_an_error(rule: Rule) -> None:
    assert rule.severity == "error" or not rule.absolute
    assert not (rule.absolute and rule.second_name)


def test_these_and_no_others_are_absolute_or_need_a_second_name() -> None:
    assert {rule.code for rule in RULES if rule.absolute} == {
        "SRC201",  # modified release
        "SRC202",  # a second drug
        "SRC203",  # the injection
        "SRC204",  # past its date
        "BUD701",  # made before, past its beyond-use date
        "OUT803",  # runs short
    }
    assert {rule.code for rule in RULES if rule.second_name} == {"RX102"}


def test_the_severity_of_each() -> None:
    of = {severity: [] for severity in ("error", "warning", "note")}
    for rule in RULES:
        of[rule.severity].append(rule.code)
    assert of == {
        "error": [
            "RX101",
            "RX102",
            "RX106",
            "SRC201",
            "SRC202",
            "SRC203",
            "SRC204",
            "SRC206",
            "SRC209",
            "SRC213",
            "SRC216",
            "SRC217",
            "SRC218",
            "WGH301",
            "WGH302",
            "WGH303",
            "CAP404",
            "LIQ504",
            "LIQ511",
            "LIQ514",
            "LIQ515",
            "EXC603",
            "BUD701",
            "BUD702",
            "BUD703",
            "OUT801",
            "OUT802",
            "OUT803",
            "REG901",
            "REG902",
            "REG909",
        ],
        "warning": [
            "RX103",
            "RX105",
            "RX107",
            "SRC208",
            "SRC210",
            "SRC211",
            "SRC212",
            "SRC215",
            "SRC219",
            "WGH304",
            "WGH305",
            "CAP401",
            "CAP402",
            "CAP403",
            "LIQ501",
            "LIQ502",
            "LIQ503",
            "LIQ505",
            "LIQ508",
            "LIQ512",
            "LIQ513",
            "EXC601",
            "EXC604",
            "EXC605",
            "EXC606",
            "BUD708",
            "BUD709",
            "OUT806",
            "REG905",
            "REG906",
            "REG908",
        ],
        "note": [
            "RX104",
            "SRC205",
            "SRC207",
            "SRC214",
            "WGH306",
            "CAP405",
            "LIQ506",
            "LIQ507",
            "LIQ509",
            "LIQ510",
            "EXC602",
            "BUD704",
            "BUD705",
            "BUD706",
            "BUD707",
            "OUT804",
            "OUT805",
            "REG903",
            "REG904",
            "REG907",
            "LBL1001",
            "LBL1002",
            "LBL1003",
            "LBL1004",
        ],
    }


@pytest.mark.parametrize(
    ("code", "looks_at"),
    [
        ("RX101", "the order"),
        ("WGH304", "weighing"),
        ("OUT805", "what comes out"),
        ("LBL1004", "labels"),
    ],
)
def test_a_rule_is_of_the_group_its_code_begins_with(code: str, looks_at: str) -> None:
    assert register.group_of(next(rule for rule in RULES if rule.code == code)) == looks_at


def test_every_subject_is_that_of_some_plan(planned: Callable[..., Plan]) -> None:
    """A slip in a subject's name would leave its rules unasked for ever."""
    directions = Regimen.constant("4.5 mg", days="100 days")
    capsules = planned(order={"avoid": ("lactose",), "directions": directions})
    powder = planned(powder={})
    liquid = plan(
        Order(
            drug="naltrexone",
            form=OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="Ora-Plus"),
        ),
        powder.source,
        on=powder.on,
    )
    shelf = plan(
        Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90, shell="1")),
        Prepared(
            name="naltrexone trituration 1:10",
            number="T-7",
            made="2026-11-01",
            beyond_use="2027-03-01",
            potency="10 %",
        ),
        on=powder.on,
    )
    vial = planned(
        source=Injection(product="Vivitrol", active="380 mg", powder="1128 mg"),
        policy=Policy.nrf(),
    )
    bare = plan(
        Order(
            drug="naltrexone",
            strength_as="naltrexone",
            form=Capsules(strength="4.5 mg", quantity=90, shell="2", storage="refrigerator"),
        ),
        Tablets(
            strength="50 mg",
            weights=("177.0 mg", "177.6 mg"),
            release="modified",
            other_actives=("bupropion",),
        ),
        on=powder.on,
    )
    short = planned(tablets={"lots": ({"number": "T-5", "expiry": "2028-06", "tablets": 1},)})
    plans = (capsules, powder, liquid, shelf, vial, bare, short)
    found = [Case(one, carry_out(one)).subjects for one in plans]
    assert {rule.of for rule in RULES} == set(get_args(Subject))
    for subject in get_args(Subject):
        assert any(subject in those for those in found)
        assert subject == "any plan" or any(subject not in those for those in found)


def test_a_rule_names_what_it_judges_and_one_that_judges_all_asks_all() -> None:
    asked = {rule.code: rule.of for rule in RULES}
    assert asked["OUT801"] == asked["OUT802"] == "any plan"
    assert asked["SRC204"] == asked["BUD701"] == "lots stated"
    assert asked["SRC203"] == "injection"
    assert (asked["SRC201"], asked["SRC202"]) == ("modified release", "other actives")
    assert asked["OUT803"] == "shortages"
    assert asked["LIQ507"] == "liquids"
    assert asked["CAP402"] == "capsules"
    assert asked["REG904"] == "directions"
    assert asked["EXC603"] == "excipients avoided"
    assert asked["SRC208"] == "powder"
    assert asked["LIQ511"] == asked["LIQ513"] == "volumes measured"


@pytest.mark.parametrize("listed", LISTED, ids=[one.code for one in LISTED])
def test_the_register_says_of_a_rule_what_the_rule_says(listed: Listed) -> None:
    rule = listed.rule
    assert (listed.code, listed.of, listed.version) == (rule.code, rule.of, rule.version)


def test_a_rule_is_not_loaded_before_a_plan_asks_it() -> None:
    code = (
        "import sys; from ldn_compound.rules.register import LISTED; "
        "print([name for name in sys.modules if 'rules.liq' in name]); "
        "next(one for one in LISTED if one.code == 'LIQ501').rule; "
        "print([name for name in sys.modules if 'rules.liq' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "['ldn_compound.rules.liq501_off_its_mark']"]


def test_what_a_document_says_asks_no_rule_by_its_name(planned: Callable[..., Plan]) -> None:
    usual = planned()
    assert usual.filling is not None
    edited = usual.filling.model_copy(update={"storage": "directions", "basis": "liquids"})
    other = usual.model_copy(update={"made": edited})
    found, before = (Case(one, carry_out(one)).subjects for one in (other, usual))
    assert found == before - {"measured fill"}


def test_tablets_of_any_release_but_immediate_are_judged(planned: Callable[..., Plan]) -> None:
    usual = planned()
    tablets = usual.source.model_copy(update={"release": "prolonged"})  # as no order can state it
    other = usual.model_copy(update={"source": tablets})
    assert "modified release" in Case(other, carry_out(other)).subjects
    assert [one.code for one in check(other).findings if one.absolute] == ["SRC201"]
