"""The next dose of a ladder."""

import pytest

from ldn_compound.equations.regimen import stepped_down, stepped_up
from ldn_compound.quantity.kinds import Mass


@pytest.mark.parametrize(
    ("dose", "step", "target", "following"),
    [
        ("0.5 mg", "0.5 mg", "4.5 mg", "1 mg"),  # 0.5 + 0.5 = 1
        ("3 mg", "1.5 mg", "4.5 mg", "4.5 mg"),  # 3 + 1.5 = 4.5
        ("3 mg", "1.5 mg", "4 mg", "4 mg"),  # 3 + 1.5 = 4.5, above 4
        ("0.1 mg", "0.2 mg", "4.5 mg", "0.3 mg"),  # 0.1 + 0.2 = 0.3, exactly
    ],
)
def test_up(dose: str, step: str, target: str, following: str) -> None:
    after = stepped_up(dose=Mass.of(dose), step=Mass.of(step), target=Mass.of(target))
    assert after == Mass.of(following)


@pytest.mark.parametrize(
    ("dose", "step", "target", "following"),
    [
        ("4.5 mg", "1.5 mg", "1.5 mg", "3 mg"),  # 4.5 - 1.5 = 3
        ("2 mg", "1.5 mg", "1 mg", "1 mg"),  # 2 - 1.5 = 0.5, below 1
        ("1 mg", "1.5 mg", "0.5 mg", "0.5 mg"),  # 1 - 1.5 is below nothing
    ],
)
def test_down(dose: str, step: str, target: str, following: str) -> None:
    after = stepped_down(dose=Mass.of(dose), step=Mass.of(step), target=Mass.of(target))
    assert after == Mass.of(following)


def test_the_lines_as_they_are_printed() -> None:
    assert stepped_up.line == "the least of dose + step and target"
    assert stepped_down.line == "the greatest of dose − step and target"
