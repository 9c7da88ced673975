"""Characters as a plain terminal shows them: what it would not show is written out."""

from __future__ import annotations


def plain(text: str) -> str:
    """Any white space as a space, and what has no shape of its own as its code: '\\x1b'."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    return character.encode("unicode_escape").decode("ascii")
