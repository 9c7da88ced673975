"""A sheet as markdown: tables, lists and code blocks, with every other mark written as itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import assert_never

from ldn_compound.records.sheet import (
    Block,
    Boxes,
    Cell,
    Facts,
    Heading,
    Notice,
    Numbered,
    Paragraph,
    Sheet,
    Table,
    Working,
)
from ldn_compound.render.plain import plain

_BLANK = "`____________`"
_MARKS = MappingProxyType(
    str.maketrans(
        {mark: f"\\{mark}" for mark in "\\`*_[]|~$"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    )
)
_OPENING = re.compile(r"^([0-9]+(?=[.)](?: |$))|(?=[#+=-]))")
"""What at the start of a line would begin a heading, a list or a rule."""


def as_markdown(sheet: Sheet) -> str:
    """The sheet as markdown, ending in a line feed."""
    parts = [f"# {_text(sheet.title)}", *("\n".join(_block(block)) for block in sheet.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            lines = [f"## {_text(block.text)}"]
        case Paragraph():
            lines = [_text(block.text)]
        case Notice():
            lines = [f"> **{_text(block.text)}**"]
        case Facts():
            lines = _facts(block)
        case Table():
            lines = _table(block)
        case Numbered():
            lines = list(_items(block))
        case Boxes():
            lines = [f"- {_cell(box)}" for box in block.boxes]
        case Working():
            lines = _working(block)
        case _:
            assert_never(block)
    return lines


def _facts(facts: Facts) -> list[str]:
    title = [f"**{_text(facts.title)}**", ""] if facts.title else []
    return title + [f"- **{_text(row.label)}:** {_cell(row.value)}" for row in facts.rows]


def _table(table: Table) -> list[str]:
    rule = f"| {' | '.join('---' for _ in table.columns)} |"
    return [_row(table.columns), rule, *map(_row, table.rows)]


def _row(row: tuple[Cell, ...]) -> str:
    return f"| {' | '.join(map(_cell, row))} |"


def _items(numbered: Numbered) -> Iterator[str]:
    for number, item in enumerate(numbered.items, start=1):
        start = f"{number}. "
        yield start + _text(item.text)
        margin = " " * len(start)
        for line in item.lines:
            yield f"{margin}- {_text(line)}"
        if item.boxes:
            yield f"{margin}- {' · '.join(map(_cell, item.boxes))}"
        if item.table is not None:
            yield ""
            yield from (margin + line for line in _table(item.table))
            yield ""


def _working(working: Working) -> list[str]:
    """A code block, fenced with more marks than its text has in a row."""
    longest = max((len(run) for run in re.findall("`+", working.text)), default=0)
    fence = "`" * max(longest + 1, len("```"))
    title = [f"**{_text(working.title)}**", ""] if working.title else []
    return [*title, f"{fence}text", *map(plain, working.text.split("\n")), fence]


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _text(cell)
    return " ".join(part for part in (_text(cell.label), _BLANK, _text(cell.unit)) if part)


def _text(text: str) -> str:
    """A text whose every character stands for itself."""
    one_line = " ".join(plain(text).split()).translate(_MARKS)
    return _OPENING.sub(r"\1\\", one_line)
