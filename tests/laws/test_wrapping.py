"""Wrapping: every word once and in order, no line too wide, and no line broken too soon."""

from unicodedata import combining, east_asian_width

from hypothesis import event, example, given, strategies as st

from ldn_compound.render.plain import plain
from ldn_compound.render.wrapping import NO_BREAK, width_of, words, wrapped

# What worksheets hold, what stands in a column of its own width, and what no terminal shows.
texts = st.one_of(
    st.text(st.sampled_from("aB9.% -"), max_size=120),
    st.text(st.sampled_from("a4 ×÷−°ü株式\u0301\u200b\u00a0\t\n\x1b"), max_size=80),
    st.text(max_size=80),
    st.lists(st.sampled_from(("Weigh", "1436", "mg", "of", "0.5", "%", "株式会社", "9" * 40))).map(
        " ".join
    ),
)
widths = st.integers(2, 100)


def columns(text: str) -> int:
    """Counted character by character."""
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


@given(text=texts)
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    event(f"ASCII: {text.isascii()}")
    assert width_of(text) == columns(text)


@given(text=texts)
def test_what_is_plain_is_printable_and_stays_so(text: str) -> None:
    shown = plain(text)
    event(f"printable: {text.isprintable()}")
    assert shown.isprintable()
    assert plain(shown) == shown
    kept = "".join(one for one in text if one.isprintable() and one != " ")
    letters = iter(shown)
    assert all(one in letters for one in kept)  # in this order, with codes and spaces between


@given(text=texts, width=widths)
@example(text="9" * 7 + "\u0301\u0301 mg", width=7)
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width=width)
    event(f"lines: {min(len(lines), 4)}")
    assert max(map(columns, lines)) <= width
    assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")
    assert NO_BREAK not in "".join(lines)


@given(text=texts, width=widths)
def test_a_line_ends_where_the_next_part_does_not_fit(text: str, width: int) -> None:
    """Short words are never cut, a number stays with its unit, and no room is left unused."""
    parts = [part for part in words(text) if part]
    lines = wrapped(text, width=width)
    if max(map(columns, parts), default=0) > width:
        event("cut")
        return
    event(f"lines: {min(len(lines), 4)}")
    left = [part.replace(NO_BREAK, " ") for part in parts]
    for number, line in enumerate(lines):
        held = left.pop(0) if left else ""
        while held != line:
            held = f"{held} {left.pop(0)}"
        if number + 1 < len(lines):
            assert columns(f"{line} {left[0]}") > width
    assert not left
