"""A sheet as plain text, for a printer or a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

from ldn_compound.records.sheet import (
    Block,
    Box,
    Boxes,
    Cell,
    Facts,
    Heading,
    Item,
    Notice,
    Numbered,
    Paragraph,
    Sheet,
    Table,
    Working,
)
from ldn_compound.render.columns import in_columns
from ldn_compound.render.plain import plain
from ldn_compound.render.wrapping import NO_BREAK, filled, width_of, wrapped

_BLANK = "____________"
_INDENT = "  "
_NARROWEST = 60
"""Columns of the narrowest page on which the longest amount fits beside its label."""


def as_text(sheet: Sheet, *, width: int = 80) -> str:
    """The sheet in lines of at most `width` columns, ending in a line feed."""
    if width < _NARROWEST:
        raise ValueError(f"width = {width}: write {_NARROWEST} or more, so that no amount is cut")
    lines = wrapped(sheet.title, width=width)
    lines.append("=" * max(map(width_of, lines)))
    for block in sheet.blocks:
        lines += ["", *_block(block, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading():
            lines = wrapped(block.text.upper(), width=width)
            lines.append("-" * width)
        case Paragraph():
            lines = wrapped(block.text, width=width)
        case Notice():
            lines = ["*" * width, *wrapped(block.text, width=width), "*" * width]
        case Facts():
            lines = _facts(block, width)
        case Table():
            lines = _table(block, width)
        case Numbered():
            lines = list(_items(block, width))
        case Boxes():
            lines = _boxes(block.boxes, width)
        case Working():
            lines = _working(block, width)
        case _:
            assert_never(block)
    return lines


def _facts(facts: Facts, width: int) -> list[str]:
    """Labels in a column of their own, at most a third of the page."""
    lines = wrapped(facts.title, width=width) if facts.title else []
    margin = _INDENT if facts.title else ""
    labels = max(width_of(plain(row.label)) for row in facts.rows)
    left = min(labels, width // 3)
    for row in facts.rows:
        label = wrapped(row.label, width=left)
        value = wrapped(_cell(row.value), width=width - left - len(margin) - len(_INDENT))
        for start, rest in zip_longest(label, value, fillvalue=""):
            lines.append(f"{margin}{start}{' ' * (left - width_of(start))}{_INDENT}{rest}")
    return lines


def _table(table: Table, width: int) -> list[str]:
    rows = (table.columns, *table.rows)
    return in_columns(tuple(tuple(plain(_cell(cell)) for cell in row) for row in rows), width=width)


def _items(numbered: Numbered, width: int) -> Iterator[str]:
    """Each step under its number, with an empty line between two."""
    digits = len(str(len(numbered.items)))
    for number, item in enumerate(numbered.items, start=1):
        start = f"{number:>{digits}}. "
        first, *rest = _item(item, width - len(start))
        if number > 1:
            yield ""
        yield start + first
        yield from (" " * len(start) + line for line in rest)


def _item(item: Item, width: int) -> list[str]:
    lines = wrapped(item.text, width=width)
    for line in item.lines:
        lines += wrapped(line, width=width)
    if item.table is not None:
        lines += _table(item.table, width)
    if item.boxes:
        lines += _boxes(item.boxes, width)
    return lines


def _boxes(boxes: tuple[Box, ...], width: int) -> list[str]:
    parts = [plain(_cell(box)).replace(" ", NO_BREAK) for box in boxes]
    return filled(parts, width=width, gap=_INDENT)


def _working(working: Working, width: int) -> list[str]:
    """Lines as they are; one that is too long goes on under itself, further in."""
    lines = wrapped(working.title, width=width) if working.title else []
    for line in working.text.split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        margin = " " * min(depth, width // 2)
        hanging = margin + _INDENT * 2
        first, *rest = wrapped(line, width=width - len(hanging))
        lines += [margin + first, *(hanging + one for one in rest)]
    return lines


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    return " ".join(part for part in (cell.label, _BLANK, cell.unit) if part)
