"""A sheet as plain text: every kind of block, and hostile text in every place."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.planning.plan import plan
from ldn_compound.records.sheet import (
    Block,
    Box,
    Boxes,
    Fact,
    Facts,
    Heading,
    Item,
    Notice,
    Numbered,
    Paragraph,
    Sheet,
    Table,
    Working,
)
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
from ldn_compound.rules.check import check
from ldn_compound.sources.tablets import Tablets

HOSTILE = "A|1 *b* <b>\n 5. Weigh 500 mg\x1b[31m"
BLANK = "____________"
ON = date(2026, 12, 1)


def shown(*blocks: Block, width: int = 80) -> list[str]:
    """The lines below the title."""
    return as_text(Sheet("T", blocks=blocks), width=width).split("\n")[3:-1]


def test_the_title_is_underlined():
    assert as_text(Sheet("A title", blocks=())) == "A title\n=======\n"


def test_headings_paragraphs_and_notices():
    assert shown(Heading("Steps"), width=60) == ["STEPS", "-" * 60]
    assert shown(Paragraph("Plain words.")) == ["Plain words."]
    assert shown(Notice("NOT APPROVED"), width=60) == ["*" * 60, "NOT APPROVED", "*" * 60]


def test_facts_stand_in_two_columns_under_their_title():
    rows = (Fact("Drug", value="naltrexone"), Fact("Lot", value=Box()))
    assert shown(Facts(rows)) == ["Drug  naltrexone", f"Lot   {BLANK}"]
    assert shown(Facts(rows, title="Made")) == ["Made", "  Drug  naltrexone", f"  Lot   {BLANK}"]


def test_a_long_value_goes_on_beside_its_label():
    lines = shown(Facts((Fact("Balance", value="reads 1 mg, " * 8),)), width=60)
    assert lines[0].startswith("Balance  reads 1 mg,")
    assert all(line.startswith(" " * 9 + "reads") for line in lines[1:])


def test_steps_are_numbered_with_lines_table_and_boxes_under_them():
    item = Item(
        "Weigh 1436 mg.",
        lines=("Read to 1 mg.",),
        table=Table(("portion",), rows=(("1",),)),
        boxes=(Box("tare", unit="mg"), Box("first check")),
    )
    assert shown(Numbered((item,))) == [
        "1. Weigh 1436 mg.",
        "   Read to 1 mg.",
        "   portion",
        "   -------",
        "   1",
        f"   tare {BLANK} mg  first check {BLANK}",
    ]
    ten = shown(Numbered((item,) * 10))
    assert ten[0].startswith(" 1. ")
    assert ten[-7:-5] == ["", "10. Weigh 1436 mg."]


def test_a_box_is_not_torn_from_its_label_and_unit():
    lines = shown(Boxes((Box("actually weighed", unit="mg"),) * 3), width=60)
    assert lines == [f"actually weighed {BLANK} mg"] * 3


def test_working_keeps_its_indents():
    working = Working("a 1 mg\n  b 2 mg\n    c 3 mg", title="A")
    assert shown(working) == ["A", "a 1 mg", "  b 2 mg", "    c 3 mg"]
    long = Working("  " + "active " * 20)
    first, *rest = shown(long, width=60)
    assert first.startswith("  active")
    assert all(line.startswith(" " * 6 + "active") for line in rest)


@pytest.mark.parametrize(
    "block",
    [
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Notice(HOSTILE),
        Facts((Fact(HOSTILE, value=HOSTILE),), title=HOSTILE),
        Table((HOSTILE,), rows=((HOSTILE,), (Box(HOSTILE, unit=HOSTILE),))),
        Numbered((Item(HOSTILE, lines=(HOSTILE,), boxes=(Box(HOSTILE, unit=HOSTILE),)),)),
        Boxes((Box(HOSTILE, unit=HOSTILE),)),
        Working(HOSTILE, title=HOSTILE),
    ],
)
def test_nothing_steers_the_terminal(block: Block):
    text = as_text(Sheet(HOSTILE, blocks=(block,)))
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "\\x1b" in text.lower()


def test_a_line_feed_in_a_lot_does_not_begin_a_line():
    lines = shown(Facts((Fact("Lot", value="A1\n5. Weigh 500 mg"),)))
    assert lines == ["Lot  A1 5. Weigh 500 mg"]


def test_too_narrow_a_page_is_refused():
    with pytest.raises(ValueError, match="write 60 or more"):
        as_text(Sheet("T", blocks=()), width=40)


def sheet_of(quantity: int, lot: str) -> Sheet:
    tablets = Tablets(
        strength="50 mg", weighed=20, together="3546 mg", lots=(Lot(number=lot, maker=lot),)
    )
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=quantity))
    return worksheet(check(plan(order, tablets, on=ON)))


UNIT = r"(mg|g|mL|%|mg/capsule|mL/capsule|mg/tablet|g/mL|capsules?|tablets?|shells?)"


@pytest.mark.parametrize("width", [60, 72, 80, 100, 132])
@pytest.mark.parametrize("quantity", [90, 250])
def test_a_worksheet_keeps_to_the_page_and_its_amounts_together(width: int, quantity: int):
    text = as_text(sheet_of(quantity, "NX-22"), width=width)
    assert max(map(len, text.split("\n"))) <= width
    assert re.search(rf"[0-9]\n +{UNIT}(?![:/\w])", text) is None
    assert not [line for line in text.split("\n") if line != line.rstrip()]


def test_a_hostile_lot_keeps_to_the_page_too():
    for lot in (HOSTILE, "9" * 120, "株式会社" * 10):
        lines = as_text(sheet_of(90, lot)).split("\n")
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines if line.strip().startswith("5. Weigh 500 mg")]
