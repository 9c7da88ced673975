"""Mutants that survived, tried once more: each in a new process, with every test of the area.

    cd build/equations && mutmut run && python tests/mutation/again.py

mutmut tries a mutant in a process that has imported the package and the tests already, and only
with the tests that it saw reach the function. What is done while a module is imported, or once and
then kept, is not seen that way.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

TRIED_AGAIN = (0, 33, 255)  # mutmut's codes: survived, no tests, a test not found
KILLED = 1
ENDLESS = 600  # seconds


def again(mutant: str, *, arguments: list[str]) -> bool:
    """Whether the tests notice a mutant that is there before anything is imported."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", *arguments],
            cwd="mutants",
            env={**os.environ, "PYTHONPATH": ".", "MUTANT_UNDER_TEST": mutant},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=ENDLESS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> None:
    """Try the survivors again, and write down for mutmut what was found."""
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    arguments = [
        *settings["pytest_add_cli_args"],
        *settings["pytest_add_cli_args_test_selection"],
    ]
    if again("", arguments=arguments):
        sys.exit("the tests fail without any mutant")
    for path in sorted(Path("mutants").rglob("*.meta")):
        found = json.loads(path.read_text("utf-8"))
        codes = found["exit_code_by_key"]
        for mutant, code in codes.items():
            if code in TRIED_AGAIN and again(mutant, arguments=arguments):
                codes[mutant] = KILLED
                path.write_text(json.dumps(found, indent=4), "utf-8")


if __name__ == "__main__":
    main()
