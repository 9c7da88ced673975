"""A page of HTML: whole, well formed, and with every character standing for itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser

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
from ldn_compound.render.html import as_html

EVERY_BLOCK: tuple[Block, ...] = (
    Heading("Steps"),
    Paragraph("Weigh 1436 mg."),
    Notice("NOT APPROVED - do not compound"),
    Facts((Fact("Shell", value="size 2"), Fact("checked", value=Box("by")))),
    Facts((Fact("RX101", value="strength"),), title="Warnings (1)"),
    Table(("portion", "diluent"), rows=(("1", "about 240 mg"), ("2", Box("mixed", unit="mg")))),
    Numbered(
        (
            Item("Grind.", lines=("Nothing is discarded.",)),
            Item("Mix.", table=Table(("a",), rows=(("b",),)), boxes=(Box("first check"), Box())),
        )
    ),
    Boxes((Box("yield", unit="%"), Box("date"))),
    Working("powder 1436 mg\n  before rounding 1436.13 mg", title="Powder"),
)
ALONE = {"meta"}
"""Elements that hold nothing and are not closed."""
PLACES = 2 + 3 + 6 + 2 + 6 + 2 + 2
"""Of a text in `everywhere`: titles; line by line; facts, table, step, boxes, working."""


class Page(HTMLParser):
    """Reads a page; every element that is opened must be closed, in its place."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.append((self.open[-1], data))

    def text(self, *tags: str) -> str:
        return "".join(text for tag, text in self.texts if tag in tags)


def page_of(*blocks: Block, title: str = "Worksheet") -> Page:
    page = Page(as_html(Sheet(title, blocks=blocks)))
    assert page.open == []
    return page


def test_a_page_of_every_block_is_well_formed() -> None:
    page = page_of(*EVERY_BLOCK)
    tags = [tag for tag, _ in page.seen]
    for tag in ("html", "head", "title", "style", "body", "h1"):
        assert tags.count(tag) == 1
    assert tags.count("table") == 4  # two of facts, one of its own, one in a step
    assert tags.count("li") == 2
    assert tags.count("pre") == 1


def test_it_begins_and_ends_as_a_page_does() -> None:
    page = as_html(Sheet("A", blocks=()))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert page.endswith("</body>\n</html>\n")


def test_it_stands_alone() -> None:
    """No script runs in it, and it fetches nothing."""
    for tag, attributes in page_of(*EVERY_BLOCK).seen:
        assert tag not in ("script", "link", "img", "iframe", "a")
        assert set(attributes) <= {"lang", "charset", "class", "scope"}
    assert "url(" not in as_html(Sheet("A", blocks=EVERY_BLOCK))


def test_every_text_is_there() -> None:
    page = page_of(*EVERY_BLOCK)
    everything = "".join(text for _, text in page.texts).replace("\u00a0", " ")
    for said in (
        "Steps",
        "Weigh 1436 mg.",
        "NOT APPROVED - do not compound",
        "size 2",
        "Warnings (1)",
        "about 240 mg",
        "Nothing is discarded.",
        "first check ____________",
        "mixed ____________ mg",
        "yield ____________ %",
        "powder 1436 mg\n  before rounding 1436.13 mg",
        "Powder",
    ):
        assert said in everything, said


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</td></table><h1>APPROVED</h1>",
        '" onmouseover="x',
        "' class='notice",
        "&lt;b&gt; & &amp;",
        "<!-- gone",
        "]]> <style>",
        "4.5 <b>",
    ],
)
def test_a_hostile_text_is_text_wherever_it_stands(hostile: str) -> None:
    """It opens no element, closes none and adds no attribute; without its marks it is the same."""
    page = page_of(*everywhere(hostile), title=hostile)
    word = re.sub(r"[^\w .]", "x", hostile)
    harmless = page_of(*everywhere(word), title=word)
    assert page.seen == harmless.seen
    for one, said in ((page, hostile), (harmless, word)):
        assert one.text("title") == said
        assert one.text("pre") == said
        everything = "".join(text for _, text in one.texts).replace("\u00a0", " ")
        assert everything.count(said) == PLACES


def everywhere(text: str) -> tuple[Block, ...]:
    """The text in every place that a sheet has for one."""
    box, table = Box(text, unit=text), Table((text,), rows=((text,),))
    return (
        Heading(text),
        Paragraph(text),
        Notice(text),
        Facts((Fact(text, value=text), Fact(text, value=box)), title=text),
        table,
        Numbered((Item(text, lines=(text,), table=table, boxes=(box,)),)),
        Boxes((box,)),
        Working(text, title=text),
    )


def test_control_characters_are_written_out() -> None:
    page = as_html(Sheet("a\x1bb", blocks=(Paragraph("c\u202ed\x00"), Working("e\x07\n  f"))))
    assert "a\\x1bb" in page
    assert "c\\u202ed\\x00" in page
    assert "<pre>e\\x07\n  f</pre>" in page


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Weigh 1436 mg.", ["1436 mg."]),
        ("0.5 mg/capsule and 90 capsules", ["0.5 mg/capsule", "90 capsules"]),
        ("99.5 % of it", ["99.5 %"]),
        ("step 3, weigh", []),
    ],
)
def test_a_number_and_its_unit_are_not_parted(text: str, kept: list[str]) -> None:
    page = page_of(Paragraph(text))
    spans = [said.replace("\u00a0", " ") for tag, said in page.texts if tag == "span"]
    assert spans == kept
    assert page.text("p", "span").replace("\u00a0", " ").strip() == text


def test_a_blank_cell_and_a_blank_text() -> None:
    page = page_of(Table(("", "a"), rows=(("", Box()),)), Paragraph(""))
    assert page.text("td", "span").strip() == "____________"
