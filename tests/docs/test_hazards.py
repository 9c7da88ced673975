"""The hazard log names rules, types and tests that exist, and leaves no error out."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import ldn_compound
from ldn_compound.rules.register import GROUPS, RULES

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "hazards.md").read_text("utf-8")
PARTS = ("How it reaches a person", "Answered by", "Proved by", "Remains")
CODE = re.compile(rf"\b(?:{'|'.join(GROUPS)})\d\d\b")
LIKE_A_CODE = re.compile(r"\b[A-Z]{2,4}\d{3,4}\b")
QUOTED = re.compile(r"`([^`]+)`")


class Hazard(NamedTuple):
    """A section: its number, title, and the text of each part by its name."""

    number: int
    title: str
    parts: dict[str, str]


def _read(text: str) -> tuple[Hazard, ...]:
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    return tuple(map(_hazard, sections))


def _hazard(section: str) -> Hazard:
    heading, _, body = section.partition("\n")
    found = re.fullmatch(r"H(\d+)\. (.+)", heading)
    assert found is not None, heading
    items = re.findall(r"^- \*\*(.+?):\*\* (.+?)(?=^- \*\*|\Z)", body, flags=re.M | re.S)
    return Hazard(int(found[1]), found[2], {name: " ".join(text.split()) for name, text in items})


HAZARDS = _read(TEXT)
EVERY = pytest.mark.parametrize("hazard", HAZARDS, ids=lambda one: f"H{one.number}")
PROOFS = sorted({node for one in HAZARDS for node in QUOTED.findall(one.parts["Proved by"])})


def test_they_are_numbered_one_after_another() -> None:
    assert [one.number for one in HAZARDS] == list(range(1, len(HAZARDS) + 1))


@EVERY
def test_a_hazard_has_every_part(hazard: Hazard) -> None:
    assert tuple(hazard.parts) == PARTS
    assert all(hazard.parts.values())


@EVERY
def test_what_answers_it_exists(hazard: Hazard) -> None:
    answer = hazard.parts["Answered by"]
    codes = {rule.code for rule in RULES}
    for code in LIKE_A_CODE.findall(answer):
        assert code in codes, f"{code}: no such rule"
    for name in QUOTED.findall(answer):
        first, *fields = name.split(".")
        assert first in ldn_compound.__all__, f"{name}: no name of the package"
        thing = getattr(ldn_compound, first)
        for field in fields:
            assert field in thing.model_fields, f"{name}: no such field"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_of_severity_error_is_left_out(rule: ldn_compound.Rule) -> None:
    named = {code for one in HAZARDS for code in CODE.findall(one.parts["Answered by"])}
    assert rule.severity != "error" or rule.code in named, (
        f"{rule.code}: name it in docs/hazards.md, under the hazard that it answers"
    )


@EVERY
def test_it_is_proved_by_tests(hazard: Hazard) -> None:
    nodes = QUOTED.findall(hazard.parts["Proved by"])
    assert nodes
    assert all(re.fullmatch(r"tests/[\w/]+\.py(::\w+)+", node) for node in nodes)


def test_every_test_that_is_named_is_collected() -> None:
    files = sorted({node.partition("::")[0] for node in PROOFS})
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *files],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    collected = {line.partition("[")[0] for line in ran.stdout.splitlines()}
    assert [node for node in PROOFS if node not in collected] == [], ran.stderr
