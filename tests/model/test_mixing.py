"""Geometric dilution, by hand."""

import pytest

from ldn_compound.model.mixing import portions
from ldn_compound.quantity.kinds import Mass


@pytest.mark.parametrize(
    ("powder", "diluent", "first", "about"),
    [
        # 510, then what the mortar holds: 1020, 2040, and what remains, 4590 − 3570 = 1020;
        # to two figures, for guidance
        ("510 mg", "4590 mg", "510 mg", ["510 mg", "1000 mg", "2000 mg", "1000 mg"]),
        # 1275 as bulky as 1500; 1500 + 1275 = 2775; 2775 + 2775 = 5550; 13786 − 9600 = 4186
        ("1500 mg", "13786 mg", "1275 mg", ["1300 mg", "2800 mg", "5600 mg", "4200 mg"]),
        # as much diluent as powder: all of it at once
        ("510 mg", "510 mg", "510 mg", ["510 mg"]),
        ("510 mg", "100 mg", "510 mg", ["100 mg"]),
    ],
)
def test_by_hand(powder: str, diluent: str, first: str, about: list[str]) -> None:
    given = portions(Mass.of(powder), diluent=Mass.of(diluent), first=Mass.of(first))
    assert [str(portion) for portion in given] == about
