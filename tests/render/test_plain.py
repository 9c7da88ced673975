"""What a plain terminal would not show is written out."""

from __future__ import annotations

import pytest

from ldn_compound.render.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4.5 mg × 90 ÷ 2 − 1", "4.5 mg × 90 ÷ 2 − 1"),
        ("株式会社 Müller", "株式会社 Müller"),
        ("A\nB\tC\r\nD", "A B C  D"),
        ("no\u00a0break\u2009thin\u2028line", "no break thin line"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb", "a\\u200bb"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_it_shows_what_is_there(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert shown.isprintable()
