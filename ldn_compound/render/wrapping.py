"""Lines broken at words, and never between a number and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ldn_compound.render.plain import plain

NO_BREAK = "\u00a0"
"""Stands between what stays together, until the line is written."""
# A word of more letters than any unit has is no unit, and stands for itself.
_NUMBER_AND_UNIT = re.compile(r"(?<=[0-9]) +(?=[^ 0-9][^ ]{0,15}(?: |$))")
_NARROW = re.compile(r"[\u0020-\u02ff\u2010-\u2027\u2200-\u22ff]*")
"""Latin letters, punctuation and signs of arithmetic, each one column wide."""


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if _NARROW.fullmatch(text):
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
    return filled(words(text), width=width, gap=" ")


def filled(parts: list[str], *, width: int, gap: str) -> list[str]:
    """Parts set one after the other, as many on a line as there is room for."""
    lines: list[str] = []
    line = ""
    for part in (piece for whole in parts if whole for piece in _pieces(whole, width)):
        longer = f"{line}{gap}{part}" if line else part
        if line and width_of(longer) > width:
            lines.append(line)
            line = part
        else:
            line = longer
    lines.append(line)
    return [one.replace(NO_BREAK, " ") for one in lines]


def _pieces(part: str, width: int) -> Iterator[str]:
    while width_of(part) > width:
        cut = next(
            end for end in range(len(part), 0, -1) if end == 1 or width_of(part[:end]) <= width
        )
        yield part[:cut]
        part = part[cut:]
    yield part
