"""A sheet as markdown: every mark that is not the renderer's own is written as itself."""

from __future__ import annotations

import pytest

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
from ldn_compound.render.markdown import as_markdown

HOSTILE = "A|1 *b* <b>bold</b>\n# Heading\x1b"
BLANK = "`____________`"


def shown(*blocks: Block) -> str:
    """What stands below the title."""
    return as_markdown(Sheet("T", blocks=blocks)).removeprefix("# T\n\n").removesuffix("\n")


def test_every_kind_of_block():
    assert as_markdown(Sheet("A title", blocks=())) == "# A title\n"
    assert shown(Heading("Steps")) == "## Steps"
    assert shown(Paragraph("Plain words.")) == "Plain words."
    assert shown(Notice("NOT APPROVED")) == "> **NOT APPROVED**"
    assert shown(Facts((Fact("Drug", value="naltrexone"), Fact("Lot", value=Box())))) == (
        f"- **Drug:** naltrexone\n- **Lot:** {BLANK}"
    )
    assert shown(Facts((Fact("A", value="b"),), title="Made")) == "**Made**\n\n- **A:** b"
    assert shown(Boxes((Box("tare", unit="mg"),))) == f"- tare {BLANK} mg"
    assert shown(Working("a\n  b", title="W")) == "**W**\n\n```text\na\n  b\n```"


def test_a_table_has_its_rule_and_its_blanks():
    table = Table(("what", "lot"), rows=(("cellulose", Box()), ("drug", "7")))
    assert shown(table).split("\n") == [
        "| what | lot |",
        "| --- | --- |",
        f"| cellulose | {BLANK} |",
        "| drug | 7 |",
    ]


def test_steps_hold_their_lines_boxes_and_tables_inside():
    item = Item(
        "Weigh 1436 mg.",
        lines=("Read to 1 mg.",),
        table=Table(("portion",), rows=(("1",),)),
        boxes=(Box("tare", unit="mg"), Box("first check")),
    )
    assert shown(Numbered((item, Item("Sieve.")))).split("\n") == [
        "1. Weigh 1436 mg.",
        "   - Read to 1 mg.",
        f"   - tare {BLANK} mg · first check {BLANK}",
        "",
        "   | portion |",
        "   | --- |",
        "   | 1 |",
        "",
        "2. Sieve.",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", "a\\|b"),
        ("*b* _i_ `c` ~~s~~ $x$", "\\*b\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~ \\$x\\$"),
        ("<b> & &lt;", "&lt;b&gt; &amp; &amp;lt;"),
        ("[a](http://x) ![i](y)", "\\[a\\](http://x) !\\[i\\](y)"),
        ("back\\slash", "back\\\\slash"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("===", "\\==="),
        ("> quote", "&gt; quote"),
        ("1. item", "1\\. item"),
        ("12) item", "12\\) item"),
        ("4.5 mg", "4.5 mg"),
        ("A1\n# B", "A1 # B"),
        ("\x1b[31m\u202e", "\\\\x1b\\[31m\\\\u202e"),
    ],
)
def test_a_mark_of_the_text_is_written_as_itself(text: str, written: str):
    assert shown(Paragraph(text)) == written


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
    ],
)
def test_hostile_text_makes_no_markup_anywhere(block: Block):
    text = as_markdown(Sheet(HOSTILE, blocks=(block,)))
    assert "<b>" not in text
    assert not [line for line in text.split("\n")[1:] if line.startswith("# ")]
    assert "*b*" not in text.replace("\\*b\\*", "")
    assert "|1" not in text.replace("\\|1", "")
    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_row_has_as_many_cells_as_columns_whatever_is_in_it():
    table = Table(("lot", "expiry"), rows=((HOSTILE, "||"),))
    row = shown(table).split("\n")[2].replace("\\|", "")
    assert row.count("|") == 3


def test_working_cannot_close_its_own_fence():
    lines = shown(Working("a\n```\n# not a heading\n````")).split("\n")
    assert lines[0] == "`````text"
    assert lines[-1] == "`````"
    assert lines[1:-1] == ["a", "```", "# not a heading", "````"]
