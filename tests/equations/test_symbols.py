"""Algebra in words: brackets where they are needed, and nowhere else."""

from collections.abc import Callable

import pytest

from ldn_compound.equations.symbols import Symbol, said

a, b, c = Symbol("a"), Symbol("b"), Symbol("c")


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        (a + b, "a + b"),
        (a - b, "a − b"),
        (a * b, "a × b"),
        (a / b, "a ÷ b"),
        (a + b + c, "a + b + c"),
        (a + (b + c), "a + b + c"),
        (a - b - c, "a − b − c"),
        (a - (b - c), "a − (b − c)"),
        (a - (b + c), "a − (b + c)"),
        (a + (b - c), "a + b − c"),
        (a + b * c, "a + b × c"),
        ((a + b) * c, "(a + b) × c"),
        (a * (b - c), "a × (b − c)"),
        (a * b / c, "a × b ÷ c"),
        (a / b / c, "a ÷ b ÷ c"),
        (a / (b / c), "a ÷ (b ÷ c)"),
        (a / (b * c), "a ÷ (b × c)"),
        ((a + b) / (a - b), "(a + b) ÷ (a − b)"),
        (a * (b * c), "a × b × c"),
        (a - b * c, "a − b × c"),
        (1 + a, "1 + a"),
        (1 - a, "1 − a"),
        (2 * a, "2 × a"),
        (1 / a, "1 ÷ a"),
        (a / 2, "a ÷ 2"),
        (a * (1 + b), "a × (1 + b)"),
        (a * (1 - b - c), "a × (1 − b − c)"),
        (said("the least of", a, b) + c, "the least of a and b + c"),
        (said("the least of", a, b) * c, "(the least of a and b) × c"),
        (a / said("the sum of the", b), "a ÷ (the sum of the b)"),
    ],
    ids=str,
)
def test_the_words(symbol: Symbol, words: str) -> None:
    assert str(symbol) == words


def test_names_are_words() -> None:
    assert str(Symbol.named("loss_on_drying")) == "loss on drying"


NUMBERS = {"a": 7, "b": 3, "c": 2}


@pytest.mark.parametrize(
    "line",
    [
        lambda a, b, c: a - (b - c),
        lambda a, b, c: a + (b - c) * a,
        lambda a, b, c: a / (b / c) - c,
        lambda a, b, c: a * (b / c),
        lambda a, b, c: (a - b) * (a + b) / (c * a),
        lambda a, b, c: 1 - (a - b) / c,
    ],
)
def test_the_words_mean_what_the_algebra_does(line: Callable[[int, int, int], object]) -> None:
    words = str(line(a, b, c))  # type: ignore[arg-type]
    typed = words.replace("×", "*").replace("÷", "/").replace("−", "-")
    assert eval(typed, {}, NUMBERS) == pytest.approx(line(**NUMBERS))
