"""The public names: listed three times for three readers, and the same each time."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import ldn_compound

TREE = ast.parse(Path(ldn_compound.__file__).read_text("utf-8"))


def _assigned(name: str) -> object:
    """The literal that the module assigns to a name."""
    for node in TREE.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
    raise AssertionError(name)


def _for_checkers() -> dict[str, str]:
    """Each name that a type checker is shown, and the module it is imported from."""
    (block,) = (
        node
        for node in TREE.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    shown: dict[str, str] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        for alias in node.names:
            assert alias.asname is not None, f"{alias.name}: 'as' makes it public to a checker"
            assert node.module is not None
            assert alias.asname not in shown
            if alias.asname != "__version__":
                assert alias.asname == alias.name
                shown[alias.asname] = node.module
    return shown


HOME = _assigned("_HOME")
ALL = _assigned("__all__")
assert isinstance(HOME, dict)
assert isinstance(ALL, list)


def test_checkers_see_what_is_imported() -> None:
    assert _for_checkers() == {name: f"ldn_compound.{home}" for name, home in HOME.items()}


def test_a_star_imports_what_there_is() -> None:
    assert sorted(ALL) == sorted(HOME)
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize("name", sorted(HOME))
def test_each_name_resolves(name: str) -> None:
    home = import_module(f"ldn_compound.{HOME[name]}")
    assert getattr(ldn_compound, name) is getattr(home, name)
    assert name in dir(ldn_compound)


@pytest.mark.parametrize("name", sorted(HOME))
def test_each_name_says_what_it_is(name: str) -> None:
    thing = getattr(ldn_compound, name)
    if isinstance(thing, type) or callable(thing):
        assert (thing.__doc__ or "").strip(), f"{name} has no docstring"


def test_the_version() -> None:
    from ldn_compound.version import VERSION

    assert ldn_compound.__version__ == VERSION


@pytest.mark.parametrize("name", ["Weight", "mass", "__wrapped__", ""])
def test_no_other_name(name: str) -> None:
    with pytest.raises(AttributeError, match="ldn_compound"):
        getattr(ldn_compound, name)


QUIET = """
import sys
{statement}
loaded = sorted({{"numpy", "pint", "pydantic", "typer", "jsonschema"}} & set(sys.modules))
print(*loaded)
"""
PLANNED = """
from datetime import date
from ldn_compound import Capsules, Order, Tablets, check, plan
order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90))
tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
check(plan(order, tablets, on=date(2026, 12, 1))).model_dump_json()
"""


@pytest.mark.parametrize(
    ("statement", "loaded"),
    [
        ("import ldn_compound", ""),
        ("from ldn_compound import Mass, Rounding, explain, total", ""),
        ("from ldn_compound import *", "pydantic"),
        (PLANNED, "pydantic"),
    ],
    ids=["import", "amounts", "every name", "a plan and its review"],
)
def test_what_is_loaded(statement: str, loaded: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUIET.format(statement=statement)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-400:]
    assert done.stdout.strip() == loaded
