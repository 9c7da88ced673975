"""A checker finds every deliberate mistake of the cases, where it stands, and nothing else.

In a case, `# both: part of the message` marks a line that mypy and pyright refuse, or
`# mypy: one part ; pyright: another`.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
FILES = sorted(path.name for path in CASES.glob("*.py"))
BESIDE_PYTHON = Path(sys.executable).parent


class Found(NamedTuple):
    file: str
    line: int
    message: str


def _marked(file: str, checker: str) -> dict[int, str]:
    """The lines that a checker is to refuse, with what its message is to contain."""
    marked = {}
    for number, line in enumerate((CASES / file).read_text("utf-8").splitlines(), start=1):
        one = re.search(rf"# (?:.* ; )?(?:both|{checker}): (?P<part>.*?)(?: ; .*)?$", line)
        if one:
            marked[number] = one["part"]
    return marked


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    quiet = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    return subprocess.run(
        command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def mypy() -> list[Found]:
    pytest.importorskip("mypy")
    done = _run(
        *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"),
        *("--output=json", f"--cache-dir={ROOT / '.mypy_cache' / 'cases'}", str(CASES)),
    )
    assert done.returncode in (0, 1), done.stderr
    every = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [
        Found(Path(one["file"]).name, one["line"], one["message"])
        for one in every
        if one["severity"] == "error" and Path(one["file"]).parent.name == CASES.name
    ]


@pytest.fixture(scope="module")
def pyright() -> list[Found]:
    program = BESIDE_PYTHON / "pyright"
    if not program.exists() or _run(str(program), "--version").returncode != 0:
        pytest.skip("pyright cannot be run here")
    done = _run(str(program), "--outputjson", "--pythonpath", sys.executable, str(CASES))
    assert done.returncode in (0, 1), done.stderr
    return [
        Found(Path(one["file"]).name, one["range"]["start"]["line"] + 1, one["message"])
        for one in json.loads(done.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    ]


def _compare(file: str, found: list[Found], marked: dict[int, str]) -> None:
    said: dict[int, str] = {}
    for one in found:
        if one.file == file:
            said[one.line] = f"{said.get(one.line, '')}{one.message}\n"
    unexpected = {line: message for line, message in said.items() if line not in marked}
    assert unexpected == {}, "refused, and is right"
    refused_for = {line: said.get(line, "nothing") for line in marked}
    missed = {
        line: (part, refused_for[line])
        for line, part in marked.items()
        if part not in refused_for[line]
    }
    assert missed == {}, "passed or refused for another reason"


@pytest.mark.parametrize("file", FILES)
def test_mypy(file: str, mypy: list[Found]) -> None:
    _compare(file, mypy, _marked(file, "mypy"))


@pytest.mark.parametrize("file", FILES)
def test_pyright(file: str, pyright: list[Found]) -> None:
    _compare(file, pyright, _marked(file, "pyright"))


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_there_are_mistakes_to_find(checker: str) -> None:
    assert sum(len(_marked(file, checker)) for file in FILES) > 50
