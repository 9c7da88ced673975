"""Lines broken at words, and never between a number and its unit."""

from __future__ import annotations

import re
from itertools import accumulate, takewhile

from ldn_compound.render.plain import plain

NO_BREAK = "\u00a0"
"""Stands between what stays together, until the line is written."""
# A word of more letters than any unit has is no unit, and stands for itself.
_NUMBER_AND_UNIT = re.compile(r" (?<=[0-9] ) *(?=[^ 0-9][^ ]{0,15}(?: |$))")
_NARROW = frozenset(map(chr, (*range(0x20, 0x300), *range(0x2010, 0x2028), *range(0x2200, 0x2300))))
"""Latin letters, punctuation and signs of arithmetic, each one column wide."""


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii() or _NARROW.issuperset(text):
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    from unicodedata import combining, east_asian_width

    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def words(text: str) -> list[str]:
    """The parts of a text that are not broken: words, and numbers with their unit."""
    return _unbroken(plain(text))


def _unbroken(shown: str) -> list[str]:
    return _NUMBER_AND_UNIT.sub(NO_BREAK, shown).split(" ")


def wrapped(text: str, *, width: int) -> list[str]:
    """A text as lines of at most `width` columns; a word that is longer is cut."""
    shown = plain(text)
    if width_of(shown) <= width:
        return [" ".join(shown.split())]
    return filled(_unbroken(shown), width=width, gap=" ")


def filled(parts: list[str], *, width: int, gap: str) -> list[str]:
    """Parts set one after the other, as many on a line as there is room for.

    One that is too long for a line of its own is cut; none has the gap within it.
    """
    text = gap.join(filter(None, parts))
    narrow = text.isascii() or _NARROW.issuperset(text)
    lines = []
    start = 0
    while (end := start + (width if narrow else _fitting(text[start:], width))) < len(text):
        last = text.rfind(gap, start, end + len(gap))
        lines.append(text[start : end if last < 0 else last])
        start = end if last < 0 else last + len(gap)
    lines.append(text[start:])
    return [line.replace(NO_BREAK, " ") for line in lines]


def _fitting(text: str, width: int) -> int:
    """How many of the characters fit in so many columns; one at least, however wide it is."""
    fitting = takewhile(width.__ge__, accumulate(map(_columns, text)))
    return max(1, sum(1 for _ in fitting))
