"""The JSON that the package reads says exactly what the TOML files say, in their order."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ldn_compound.catalog import as_json as module
from ldn_compound.catalog.as_json import as_json, write
from ldn_compound.catalog.load import STORED, tables
from ldn_compound.model.toml import Bare

DATA = Path(module.__file__).parent / "data"
FILES = sorted(path.stem for path in DATA.glob("*.toml"))
ANEW = f"{STORED} is not of the TOML: run 'python -m ldn_compound.catalog.as_json' and commit it"


def _toml(file: str) -> dict[str, Any]:
    # A number with a point would be read as a float, which no figure of the catalogue may be.
    return tomllib.loads((DATA / f"{file}.toml").read_text("utf-8"), parse_float=Bare)


def _in_order(value: Any) -> Any:
    """A value as lists of pairs, so that a comparison sees the order of its keys, and its types."""
    if isinstance(value, dict):
        return [(key, _in_order(held)) for key, held in value.items()]
    if isinstance(value, list):
        return [_in_order(held) for held in value]
    return (type(value).__name__, value)


@pytest.mark.parametrize("file", FILES)
def test_what_is_read_is_what_is_written(file: str) -> None:
    assert _in_order(dict(tables(file))) == _in_order(_toml(file)), ANEW


def test_it_holds_every_file_and_no_other() -> None:
    assert sorted(json.loads((DATA / STORED).read_text("utf-8"))["files"]) == FILES, ANEW


def test_it_is_committed_as_it_is_made() -> None:
    assert (DATA / STORED).read_text("utf-8") == as_json(DATA), ANEW


@pytest.mark.parametrize("file", FILES)
def test_the_files_hold_nothing_that_json_would_change(file: str) -> None:
    def kinds(value: Any) -> set[type]:
        if isinstance(value, dict):
            return {dict}.union(*map(kinds, value.values()))
        if isinstance(value, list):
            return {list}.union(*map(kinds, value))
        return {type(value)}

    assert kinds(_toml(file)) <= {dict, list, str, int, bool}


def test_an_edit_of_the_toml_is_seen(tmp_path: Path) -> None:
    (tmp_path / "drugs.toml").write_text('# Ours.\n[drug.b]\nmass = "2.50 °C"\n[drug.a]\n', "utf-8")
    write(tmp_path)
    stored = (tmp_path / STORED).read_text("utf-8")
    assert list(json.loads(stored)["files"]["drugs"]["drug"].items()) == [
        ("b", {"mass": "2.50 °C"}),
        ("a", {}),
    ]
    (tmp_path / "drugs.toml").write_text('[drug.b]\nmass = "2.5 °C"\n[drug.a]\n', "utf-8")
    assert as_json(tmp_path) != stored


def test_a_day_without_quotes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "drugs.toml").write_text("official = 2026-12-01\n", "utf-8")
    with pytest.raises(TypeError, match="date"):
        as_json(tmp_path)
