"""The copy for mutation testing is the same program, its decorators written as calls."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def copying() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bare", Path(__file__).parent / "bare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BEFORE = """
@first
@second(
    "two lines"
)
def doubled(number):
    return 2 * number

class Pair:
    @property
    def sum(self):
        return 3

    @classmethod
    def made(cls):
        return cls()

@overload
def told(a): ...
def told(a):
    return a
"""
AFTER = """




def doubled(number):
    return 2 * number
doubled = first(second('two lines')(doubled))

class Pair:

    def sum(self):
        return 3
    sum = property(sum)

    @classmethod
    def made(cls):
        return cls()

@overload
def told(a): ...
def told(a):
    return a
"""


def test_a_decorator_is_applied_after_the_function(copying: ModuleType) -> None:
    assert copying.bare(BEFORE) == AFTER


def test_no_equation_and_no_rule_keeps_its_decorator(copying: ModuleType) -> None:
    import ldn_compound

    package = Path(ldn_compound.__file__).parent
    for module in (*package.glob("equations/*.py"), *package.glob("rules/*.py")):
        text = copying.bare(module.read_text("utf-8"))
        assert not any(line.startswith(("@equation", "@rule")) for line in text.splitlines())
