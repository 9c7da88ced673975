"""A sheet of paper as data: headings, facts, tables, numbered steps, and blanks to write in.

Nothing here knows how it will look; a renderer decides that.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A blank to write in: what belongs there, and the unit it is written in."""

    label: str = ""
    _: KW_ONLY
    unit: str = ""


Cell = str | Box
"""Text, or a blank in its place."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part of the sheet."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What nobody may overlook, set apart from everything else."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    _: KW_ONLY
    value: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, under a line of their own where there is a title."""

    rows: tuple[Fact, ...]
    _: KW_ONLY
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; each row has a cell for every column."""

    columns: tuple[str, ...]
    _: KW_ONLY
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered step: what to do, how, a table to work by, and what is written down."""

    text: str
    _: KW_ONLY
    lines: tuple[str, ...] = ()
    table: Table | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Steps, numbered from 1."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """Blanks to write in."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """An explanation whose lines and indents are kept."""

    text: str
    _: KW_ONLY
    title: str = ""


Block = Heading | Paragraph | Notice | Facts | Table | Numbered | Boxes | Working


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled document."""

    title: str
    _: KW_ONLY
    blocks: tuple[Block, ...]
