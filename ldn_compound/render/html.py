"""A sheet as a page of HTML that stands alone: no script, no link, every text as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from ldn_compound.records.sheet import (
    Block,
    Box,
    Boxes,
    Cell,
    Fact,
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
from ldn_compound.render.plain import plain
from ldn_compound.render.wrapping import NO_BREAK, words

_BLANK = "____________"
_STYLE = """\
body { font-family: sans-serif; line-height: 1.4; max-width: 60em; margin: 1em auto; }
table { border-collapse: collapse; margin: 1em 0; }
caption { font-weight: bold; text-align: left; }
th, td { border: 1px solid #888; padding: 0.2em 0.6em; text-align: left; vertical-align: top; }
.notice { border: 0.2em solid; padding: 0.4em; font-weight: bold; }
.kept, .box { white-space: nowrap; }
.box { display: inline-block; margin-right: 1em; }
pre { white-space: pre-wrap; }
tr, .notice { break-inside: avoid; }"""


def as_html(sheet: Sheet) -> str:
    """The sheet as a whole page in UTF-8, ending in a line feed."""
    title = _text(sheet.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{escape(plain(sheet.title))}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
        *(line for block in sheet.blocks for line in _block(block)),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h2>{_text(block.text)}</h2>"
        case Paragraph():
            yield f"<p>{_text(block.text)}</p>"
        case Notice():
            yield f'<p class="notice">{_text(block.text)}</p>'
        case Facts():
            yield from _facts(block)
        case Table():
            yield from _table(block)
        case Numbered():
            yield "<ol>"
            yield from (line for item in block.items for line in _item(item))
            yield "</ol>"
        case Boxes():
            yield f"<p>{_boxes(block.boxes)}</p>"
        case Working():
            yield from _working(block)
        case _:
            assert_never(block)


def _facts(facts: Facts) -> Iterator[str]:
    yield "<table>"
    if facts.title:
        yield f"<caption>{_text(facts.title)}</caption>"
    yield from map(_fact, facts.rows)
    yield "</table>"


def _fact(fact: Fact) -> str:
    return f'<tr><th scope="row">{_text(fact.label)}</th><td>{_cell(fact.value)}</td></tr>'


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col">{_text(column)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _item(item: Item) -> Iterator[str]:
    yield f"<li><p>{_text(item.text)}</p>"
    yield from (f"<p>{_text(line)}</p>" for line in item.lines)
    if item.table is not None:
        yield from _table(item.table)
    if item.boxes:
        yield f"<p>{_boxes(item.boxes)}</p>"
    yield "</li>"


def _working(working: Working) -> Iterator[str]:
    """Lines and indents as they are."""
    if working.title:
        yield f"<p><strong>{_text(working.title)}</strong></p>"
    lines = "\n".join(map(plain, working.text.split("\n")))
    yield f"<pre>{escape(lines)}</pre>"


def _boxes(boxes: tuple[Box, ...]) -> str:
    return " ".join(map(_cell, boxes))


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _text(cell)
    shown = " ".join(part for part in (cell.label, _BLANK, cell.unit) if part)
    return f'<span class="box">{escape(plain(shown))}</span>'


def _text(text: str) -> str:
    """Every character stands for itself, and no line ends between a number and its unit."""
    return " ".join(_word(word) for word in words(text) if word)


def _word(word: str) -> str:
    return f'<span class="kept">{escape(word)}</span>' if NO_BREAK in word else escape(word)
