"""What is written down when the work is done."""

from __future__ import annotations

from ldn_compound.records.checks import results
from ldn_compound.records.sheet import Boxes, Paragraph


def test_yield_dating_and_signatures_have_their_blanks(reviewed):
    blocks = results(reviewed(spare=5).plan)
    labels = {box.label for block in blocks if isinstance(block, Boxes) for box in block.boxes}
    assert {"yield", "appearance", "deviations", "beyond-use date", "storage"} <= labels
    assert {
        "calculations checked by",
        "compounded by",
        "checked by",
        "released by (pharmacist)",
    } <= labels


def test_the_yield_is_of_all_that_is_made(reviewed):
    (said,) = (b.text for b in results(reviewed(spare=5).plan) if isinstance(b, Paragraph))
    assert said == "Yield: what passed, as a part of 95 capsules; goal 95 % to 105 %."
