"""Lines broken at words, and never between a number and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile

from ldn_compound.render.plain import plain

NO_BREAK = "\u00a0"
"""Stands between what stays together, until the line is written."""
# A word of more letters than any unit has is no unit, and stands for itself.
_NUMBER_AND_UNIT = re.compile(r"(?<=[0-9]) +(?=[^ 0-9][^ ]{0,15}(?: |$))")
_NARROW = frozenset(map(chr, (*range(0x20, 0x300), *range(0x2010, 0x2028), *range(0x2200, 0x2300))))
"""Latin letters, punctuation and signs of arithmetic, each one column wide."""


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii() or _NARROW.issuperset(text):
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def words(text: str) -> list[str]:
    """The parts of a text that are not broken: words, and numbers with their unit."""
    return _NUMBER_AND_UNIT.sub(NO_BREAK, plain(text)).split(" ")


def wrapped(text: str, *, width: int) -> list[str]:
    """A text as lines of at most `width` columns; a word that is longer is cut."""
    shown = plain(text)
    if width_of(shown) <= width:
        return [" ".join(shown.split())]
    return filled(words(shown), width=width, gap=" ")


def filled(parts: list[str], *, width: int, gap: str) -> list[str]:
    """Parts set one after the other, as many on a line as there is room for."""
    lines: list[list[str]] = [[]]
    room = width
    for part in _pieces(parts, width):
        columns = width_of(part)
        if columns > room and lines[-1]:
            lines.append([])
            room = width
        lines[-1].append(part)
        room -= columns + len(gap)
    return [gap.join(line).replace(NO_BREAK, " ") for line in lines]


def _pieces(parts: list[str], width: int) -> list[str]:
    """The parts that are not empty, those cut that are too long for a line of their own."""
    if max(map(width_of, parts), default=0) <= width:
        return [part for part in parts if part]
    return [piece for part in parts if part for piece in _cut(part, width)]


def _cut(part: str, width: int) -> Iterator[str]:
    while width_of(part) > width:
        fitting = takewhile(width.__ge__, accumulate(map(width_of, part)))
        end = max(1, sum(1 for _ in fitting))
        yield part[:end]
        part = part[end:]
    if part:
        yield part
