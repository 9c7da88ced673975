"""A copy of the project in which mutmut reaches the functions that stand under a decorator.

    python tests/mutation/bare.py equations build/equations

The area is one of `[tool.mutation]` in pyproject.toml: which modules are mutated, and the tests
that must notice.

mutmut 3 leaves every decorated function alone, and here each equation stands under `@equation`,
each rule under `@rule`. In the copy the decorator is applied in a line of its own, after the
function: the program is the same, and the function can be mutated.

    @equation(cites="usp-1160")          def mass_for(*, active, potency):
    def mass_for(*, active, potency):        return active / potency
        return active / potency          mass_for = equation(cites='usp-1160')(mass_for)
"""

from __future__ import annotations

import ast
import shutil
import sys
import tomllib
from pathlib import Path

COPIED = ("ldn_compound", "tests", "examples")
REACHED = ("staticmethod", "classmethod")  # by mutmut itself
KEPT = ("overload", "setter")  # no body; and a name that is wanted twice


def bare(text: str) -> str:
    """A module's text with its decorators applied after the functions."""
    lines = text.splitlines()
    applied: list[tuple[int, str]] = []
    for function in _functions(ast.parse(text).body):
        written = [ast.unparse(one) for one in function.decorator_list]
        if written and not any(one.rpartition(".")[2] in (*REACHED, *KEPT) for one in written):
            for line in range(function.decorator_list[0].lineno, function.lineno):
                lines[line - 1] = ""
            value = function.name
            for decorator in reversed(written):
                value = f"{decorator}({value})"
            assert function.end_lineno is not None
            indent = " " * function.col_offset
            applied.append((function.end_lineno, f"{indent}{function.name} = {value}"))
    for line, statement in reversed(applied):
        lines.insert(line, statement)
    return "\n".join(lines) + "\n"


def _functions(body: list[ast.stmt]) -> list[ast.FunctionDef]:
    """The functions of a module and the methods of its classes, from the top."""
    found: list[ast.FunctionDef] = []
    for one in body:
        if isinstance(one, ast.FunctionDef):
            found.append(one)
        elif isinstance(one, ast.ClassDef):
            found += _functions(one.body)
    return found


def main(area: str, into: Path) -> None:
    """Copy the project to `into`, which must be new, with the area's settings for mutmut."""
    root = Path(__file__).resolve().parents[2]
    project = (root / "pyproject.toml").read_text("utf-8")
    settings = tomllib.loads(project)["tool"]["mutation"][area]
    into.mkdir(parents=True)
    for name in COPIED:
        shutil.copytree(root / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
    for module in (into / "ldn_compound").rglob("*.py"):
        module.write_text(bare(module.read_text("utf-8")), "utf-8")
    told = "".join(f"{key} = {value}\n" for key, value in settings.items())
    project = project.replace("[tool.mutmut]", f"[tool.mutmut]\n{told}#", 1)
    (into / "pyproject.toml").write_text(project, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
