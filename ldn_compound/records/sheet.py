"""A sheet of paper as data: headings, facts, tables, numbered steps, and blanks to write in.

Nothing here knows how it will look; a renderer decides that.
"""

from __future__ import annotations

from ldn_compound.named import NamedTuple


class Box(NamedTuple):
    """A blank to write in: what belongs there, and the unit it is written in."""

    label: str = ""
    unit: str = ""


Cell = str | Box
"""Text, or a blank in its place."""


class Heading(NamedTuple):
    """The name of a part of the sheet."""

    text: str


class Paragraph(NamedTuple):
    """Plain sentences."""

    text: str


class Notice(NamedTuple):
    """What nobody may overlook, set apart from everything else."""

    text: str


class Fact(NamedTuple):
    """A label and what stands beside it."""

    label: str
    value: Cell


class Facts(NamedTuple):
    """Labels and values, under a line of their own where there is a title."""

    rows: tuple[Fact, ...]
    title: str = ""


class Table(NamedTuple):
    """Columns and rows; each row has a cell for every column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Item(NamedTuple):
    """One numbered step: what to do, how, a table to work by, and what is written down."""

    text: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    boxes: tuple[Box, ...] = ()


class Numbered(NamedTuple):
    """Steps, numbered from 1."""

    items: tuple[Item, ...]


class Boxes(NamedTuple):
    """Blanks to write in."""

    boxes: tuple[Box, ...]


class Working(NamedTuple):
    """An explanation whose lines and indents are kept."""

    text: str
    title: str = ""


Block = Heading | Paragraph | Notice | Facts | Table | Numbered | Boxes | Working


class Sheet(NamedTuple):
    """A titled document."""

    title: str
    blocks: tuple[Block, ...]
