"""Lines broken at words, and never between a number and its unit."""

from __future__ import annotations

import pytest

from ldn_compound.render.wrapping import width_of, words, wrapped


def test_a_number_keeps_its_unit():
    # "Weigh 1436 mg" is 13 columns: on 12 the amount goes to the next line as a whole.
    assert wrapped("Weigh 1436 mg of powder", width=12) == ["Weigh", "1436 mg of", "powder"]
    assert wrapped("Weigh 1436 mg of powder", width=13) == ["Weigh 1436 mg", "of powder"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("90.0 % to 110.0 %", ["90.0\u00a0%", "to", "110.0\u00a0%"]),
        ("(1 + 2 %) =", ["(1\u00a0+", "2\u00a0%)", "="]),
        ("9 tablets × 50 mg/tablet", ["9\u00a0tablets", "×", "50\u00a0mg/tablet"]),
        ("1 2 3 mg", ["1", "2", "3\u00a0mg"]),
    ],
)
def test_what_is_not_broken(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_no_line_is_longer_than_asked_and_no_word_is_lost():
    text = "Spread ALL of the blend over 90 shells, size 2; net fill 170.2 mg/capsule. " * 3
    # The longest amount, "170.2 mg/capsule.", takes 17 columns.
    for width in range(17, 100):
        lines = wrapped(text, width=width)
        assert max(map(len, lines)) <= width
        assert " ".join(lines).split() == text.split()


def test_a_word_longer_than_the_line_is_cut():
    assert wrapped("9" * 25, width=10) == ["9" * 10, "9" * 10, "9" * 5]


def test_a_long_word_after_a_number_is_not_taken_for_its_unit():
    assert wrapped("5 " + "A" * 30, width=20) == ["5", "A" * 20, "A" * 10]


def test_nothing_is_one_empty_line():
    assert wrapped("", width=10) == [""]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("4.5 mg", 6), ("÷ × −", 5), ("株式", 4), ("e\u0301", 1), ("Müller", 6)],
)
def test_columns_on_a_terminal(text: str, columns: int) -> None:
    assert width_of(text) == columns


def test_wide_letters_are_counted_when_a_line_is_broken():
    assert wrapped("株式 会社", width=8) == ["株式", "会社"]
    assert wrapped("株式 会社", width=9) == ["株式 会社"]
    assert wrapped("株式会社", width=5) == ["株式", "会社"]


def test_a_letter_wider_than_the_line_has_a_line_of_its_own():
    assert wrapped("株式 4", width=1) == ["株", "式", "4"]
