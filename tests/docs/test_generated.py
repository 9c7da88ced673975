"""The documents made from the package are those that are committed."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from ldn_compound.catalog import reference
from ldn_compound.rules.register import RULES
from ldn_compound.rules.rule import Rule

FOLDER = Path(__file__).parents[2] / "docs"
ANEW = "docs are not those of the package: run 'python docs/generate.py' and commit what it writes"


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", FOLDER / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = _generator()
DOCUMENTS: dict[str, str] = dict(GENERATOR.documents())
FINDING: dict[str, Any] = json.loads((FOLDER / "schema" / "finding.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_what_is_committed_is_what_the_package_says(name: str) -> None:
    path = FOLDER / name
    assert path.is_file(), ANEW
    assert path.read_text("utf-8") == DOCUMENTS[name], ANEW


@pytest.mark.parametrize("folder", GENERATOR.FOLDERS)
def test_nothing_else_is_left_there(folder: str) -> None:
    found = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / folder).iterdir()}
    assert found == {name for name in DOCUMENTS if name.startswith(f"{folder}/")}, ANEW


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_all_of_its_rule(rule: Rule) -> None:
    page = (FOLDER / "rules" / f"{rule.code.lower()}.md").read_text("utf-8").replace("\\", "")
    parts = [rule.code, rule.title, rule.severity, rule.rationale, rule.bad, rule.good, rule.remedy]
    for key in rule.cites:
        cited = reference(key)
        parts += [f"[{key}]", cited.title, cited.edition, cited.place]
    for part in parts:
        escaped = part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert escaped in page, part
    assert ("no waiver lifts it" in page) == rule.absolute
    assert ("second name" in page.split("## Why")[0]) == rule.second_name


class TestSchemaOfAFinding:
    """A change of the published schema is a change for whoever reads findings."""

    USUAL = {  # noqa: RUF012
        "code": "RX101",
        "version": 1,
        "title": "Strength outside the usual low doses",
        "severity": "error",
        "place": "order, strength",
        "observed": {"value": "0.45", "unit": "mg/unit"},
        "limit": "0.5 mg to 4.5 mg",
        "remedy": "Ask.",
        "message": "order, strength: 0.45 mg/capsule",
    }

    def test_it_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(FINDING)

    def test_what_a_finding_always_has(self) -> None:
        jsonschema.validate(self.USUAL, FINDING)
        for key in self.USUAL:
            less = {name: value for name, value in self.USUAL.items() if name != key}
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(less, FINDING)

    @pytest.mark.parametrize(
        "other", [{"severity": "fatal"}, {"version": "1"}, {"observed": 0.45}, {"score": 1}]
    )
    def test_what_no_finding_has(self, other: dict[str, object]) -> None:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**self.USUAL, **other}, FINDING)
