"""A record made without validation has its fields in the order of their declaration.

Whoever writes `trusted(Weigh)(...)` names them in that order, so that nothing is sorted at run time
and the record's JSON is that of a validated one.
"""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import ldn_compound
from ldn_compound.model.base import Base
from ldn_compound.model.plan import Plan
from ldn_compound.model.preparation import Component, Container, Content, Preparation
from ldn_compound.planning.preparation import preparation_of
from ldn_compound.planning.seen import SeenComponent, SeenContainer, SeenContent
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding

PACKAGE = Path(ldn_compound.__file__).parent


def records() -> dict[str, type[Base]]:
    """Every record of the package, by its class's name."""
    for module in walk_packages(ldn_compound.__path__, "ldn_compound."):
        if "__main__" not in module.name:
            import_module(module.name)
    found: dict[str, type[Base]] = {}
    waiting: list[type[Base]] = [Base]
    while waiting:
        for one in waiting.pop().__subclasses__():
            if one.__module__.startswith("ldn_compound."):
                assert found.setdefault(one.__name__, one) is one
                waiting.append(one)
    return found


def calls() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Where a record is made, its class's name, and the fields in the order in which they come."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Call(func=ast.Name(id="trusted"), args=[ast.Name(id=record)]),
                    keywords=keywords,
                ):
                    names = tuple(keyword.arg for keyword in keywords if keyword.arg is not None)
                    if len(names) == len(keywords):  # the others are below
                        yield f"{path.stem}, line {node.lineno}", record, names


def test_the_fields_are_named_in_order() -> None:
    known, found = records(), list(calls())
    assert len(found) > 80
    for where, record, names in found:
        declared = known[record].model_fields
        assert list(names) == [name for name in declared if name in names], f"{where}, {record}"


@pytest.mark.parametrize(
    ("seen", "record"),
    [
        (SeenContent, Content),
        (SeenContainer, Container),
        (SeenComponent, Component),
    ],
)
def test_what_dating_sees_has_the_fields_in_order(seen: Any, record: type[Base]) -> None:
    assert list(seen._fields) == list(record.model_fields)


def test_a_preparation_too(planned: Plan) -> None:
    assert list(vars(preparation_of(planned))) == list(Preparation.model_fields)


def test_a_finding_too(planned: Plan) -> None:
    findings = check(planned).findings
    assert findings
    for finding in findings:
        assert [name for name in vars(finding) if name in Finding.model_fields] == list(
            Finding.model_fields
        )
